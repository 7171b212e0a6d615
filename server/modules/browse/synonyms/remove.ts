import { sql } from 'kysely'
import { NotFound } from '#kit/failure.ts'
import { Done, command } from '#kit/operation.ts'
import { permission } from '#kit/policy.ts'
import { Id, Type } from '#kit/types.ts'
import { steeringChanged } from '../steering.ts'
import type { SearchSynonym } from './synonym.ts'

export const remove = command({
  id: 'browse.synonyms.remove',
  summary: 'Say no longer that words mean the same',
  rest: 'DELETE /search/synonyms/:synonymId',
  audience: 'staff',
  access: permission('catalog.write'),
  input: Type.Object({ synonymId: Id }),
  output: Done,
  failures: [NotFound],
  async run({ synonymId }, ctx) {
    const { rows } = await sql<SearchSynonym>`
      delete from browse.synonym where store_id = ${ctx.storeId} and id = ${synonymId}
      returning id, locale, words, kit.utc(created_at) as "createdAt"`.execute(ctx.db)
    const [before] = rows
    if (!before) throw NotFound({})
    await steeringChanged(ctx)
    ctx.audit({ subject: 'browse.synonym', subjectId: synonymId, before, after: null })
    return { done: true as const }
  },
})
