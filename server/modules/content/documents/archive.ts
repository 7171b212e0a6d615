/** Puts a document away for good; its address is free again, and leads nowhere. */
import { sql } from 'kysely'
import { command } from '#kit/operation.ts'
import { permission } from '#kit/policy.ts'
import { Id, Type, Version } from '#kit/types.ts'
import { ContentDocument, changed, lockDocument } from './document.ts'

export const archive = command({
  id: 'content.documents.archive',
  summary: 'Archive a document',
  rest: 'DELETE /content/documents/:documentId',
  audience: 'staff',
  access: permission('content.write'),
  input: Type.Object({ documentId: Id, expectedVersion: Type.Optional(Version) }),
  output: ContentDocument,
  async run({ documentId, expectedVersion }, ctx) {
    const before = await lockDocument(ctx, documentId, expectedVersion, { archived: true })
    if (before.state === 'archived') return before
    await sql`
      with old as (delete from content.address_history where store_id = ${ctx.storeId} and document_id = ${documentId})
      update content.address set live = false where store_id = ${ctx.storeId} and document_id = ${documentId}`.execute(
      ctx.db,
    )
    return changed(
      ctx,
      before,
      sql`, published_revision = null, publish_at = null, unpublish_at = null, archived_at = ${ctx.now()}`,
    )
  },
})
