/** Shows shoppers what the draft says. */
import { sql } from 'kysely'
import { command } from '#kit/operation.ts'
import { permission } from '#kit/policy.ts'
import { Id, Type, Version } from '#kit/types.ts'
import { Archived, NotReady } from '../failures.ts'
import { ContentDocument, changed, lockDocument } from './document.ts'
import { mustBeReady } from './ready.ts'

export const publish = command({
  id: 'content.documents.publish',
  summary: 'Show the draft of a document to shoppers',
  rest: 'POST /content/documents/:documentId/publication',
  audience: 'staff',
  access: permission('content.write'),
  input: Type.Object({ documentId: Id, expectedVersion: Type.Optional(Version) }),
  output: ContentDocument,
  failures: [Archived, NotReady],
  async run({ documentId, expectedVersion }, ctx) {
    const before = await lockDocument(ctx, documentId, expectedVersion)
    if (before.publishedRevision === before.revision) return before
    await mustBeReady(ctx, before)
    return changed(
      ctx,
      before,
      sql`, published_revision = draft_revision, publish_at = null, published_at = coalesce(published_at, ${ctx.now()}), tags = ${before.tags}::text[]`,
    )
  },
})
