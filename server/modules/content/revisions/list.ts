/** What a document said before: the newest first, as many as are kept. */
import { sql } from 'kysely'
import { NotFound } from '#kit/failure.ts'
import { query } from '#kit/operation.ts'
import { permission } from '#kit/policy.ts'
import { Flag, Id, Instant, Int, List, Text, Type, shape, type Static } from '#kit/types.ts'
import { MOST_BLOCKS, MOST_REVISIONS } from '../limits.ts'
import { Revision } from '../documents/document.ts'

const DocumentRevision = shape('DocumentRevision', {
  number: Revision,
  /** Who wrote it. */
  madeBy: Text(200),
  madeAt: Instant,
  blockCount: Int(0, MOST_BLOCKS),
  isPublished: Flag,
})

export const list = query({
  id: 'content.revisions.list',
  summary: 'The revisions of a document',
  description: `The last ${MOST_REVISIONS}, and the one that is published.`,
  rest: 'GET /content/documents/:documentId/revisions',
  audience: 'staff',
  access: permission('content.read'),
  input: Type.Object({ documentId: Id }),
  output: shape('DocumentRevisionList', { items: List(DocumentRevision, MOST_REVISIONS + 2) }),
  async run({ documentId }, ctx) {
    const { rows } = await sql<Static<typeof DocumentRevision>>`
      select r.number, r.made_by as "madeBy", kit.utc(r.made_at) as "madeAt", jsonb_array_length(r.blocks) as "blockCount",
        r.number is not distinct from d.published_revision as "isPublished"
      from content.document d join content.revision r on r.document_id = d.id
      where d.store_id = ${ctx.storeId} and d.id = ${documentId} order by r.number desc limit ${MOST_REVISIONS + 2}`.execute(
      ctx.db,
    )
    if (rows.length === 0) throw NotFound({})
    return { items: rows }
  },
})
