import { sql } from 'kysely'
import { Nothing, query } from '#kit/operation.ts'
import { permission } from '#kit/policy.ts'
import { List, shape } from '#kit/types.ts'
import { MOST_SYNONYMS } from '../steering.ts'
import { SearchSynonym } from './synonym.ts'

export const list = query({
  id: 'browse.synonyms.list',
  summary: 'Words that mean the same to who searches',
  rest: 'GET /search/synonyms',
  audience: 'staff',
  access: permission('catalog.read'),
  input: Nothing,
  output: shape('SearchSynonymList', { items: List(SearchSynonym, MOST_SYNONYMS) }),
  async run(_, ctx) {
    const { rows } = await sql<SearchSynonym>`
      select id, locale, words, kit.utc(created_at) as "createdAt" from browse.synonym
      where store_id = ${ctx.storeId} order by created_at, id limit ${MOST_SYNONYMS}`.execute(ctx.db)
    return { items: rows }
  },
})
