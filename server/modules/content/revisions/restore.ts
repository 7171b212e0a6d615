/** Brings back what a document said: as a new draft, so that nothing in between is lost. Addresses stay as they are. */
import { sql } from 'kysely'
import { NotFound } from '#kit/failure.ts'
import { command } from '#kit/operation.ts'
import { permission } from '#kit/policy.ts'
import { Id, Type, Version } from '#kit/types.ts'
import { ContentDocument, Revision, changed, lockDocument } from '../documents/document.ts'
import { addRevision, saidNow, writeAddresses, type Said } from '../documents/revision.ts'
import { Archived } from '../failures.ts'
import type { Referenced } from '../references.ts'

export const restore = command({
  id: 'content.revisions.restore',
  summary: 'Make an earlier revision the draft again',
  description: 'What it names and is gone by now is not shown.',
  rest: 'POST /content/documents/:documentId/revisions/:number/restoration',
  audience: 'staff',
  access: permission('content.write'),
  input: Type.Object({ documentId: Id, number: Revision, expectedVersion: Type.Optional(Version) }),
  output: ContentDocument,
  failures: [Archived],
  async run({ documentId, number, expectedVersion }, ctx) {
    const before = await lockDocument(ctx, documentId, expectedVersion)
    const { rows } = await sql<Said & Referenced>`
      select texts, blocks, cover, author, tags, file_ids, product_ids, category_ids, collection_ids, document_ids
      from content.revision where store_id = ${ctx.storeId} and document_id = ${documentId} and number = ${number}`.execute(
      ctx.db,
    )
    const [old] = rows
    if (!old) throw NotFound({})
    const { texts, blocks, cover, author, tags, ...names } = old
    const given = texts.map(({ locale, title, summary }) => ({ locale, title, summary }))
    await writeAddresses(ctx, before, given, before.texts)
    const said = saidNow(before, { texts: given, blocks, cover, author, tags })
    return changed(ctx, before, await addRevision(ctx, before, said, names))
  },
})
