/** Takes a document out of the shop; its draft stays. */
import { sql } from 'kysely'
import { command } from '#kit/operation.ts'
import { permission } from '#kit/policy.ts'
import { Id, Type, Version } from '#kit/types.ts'
import { Archived } from '../failures.ts'
import { ContentDocument, changed, lockDocument } from './document.ts'

export const unpublish = command({
  id: 'content.documents.unpublish',
  summary: 'Take a document out of the shop',
  rest: 'DELETE /content/documents/:documentId/publication',
  audience: 'staff',
  access: permission('content.write'),
  input: Type.Object({ documentId: Id, expectedVersion: Type.Optional(Version) }),
  output: ContentDocument,
  failures: [Archived],
  async run({ documentId, expectedVersion }, ctx) {
    const before = await lockDocument(ctx, documentId, expectedVersion)
    if (before.publishedRevision === null) return before
    return changed(ctx, before, sql`, published_revision = null, unpublish_at = null`)
  },
})
