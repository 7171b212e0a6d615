import { sql } from 'kysely'
import { Nothing, query } from '#kit/operation.ts'
import { permission } from '#kit/policy.ts'
import { List, shape, type Static } from '#kit/types.ts'
import { MOST_PLACEMENTS } from '../steering.ts'
import { SearchPlacement } from './placement.ts'

export const list = query({
  id: 'browse.placements.list',
  summary: 'What staff put first and last in searches',
  rest: 'GET /search/placements',
  audience: 'staff',
  access: permission('catalog.read'),
  input: Nothing,
  output: shape('SearchPlacementList', { items: List(SearchPlacement, MOST_PLACEMENTS) }),
  async run(_, ctx) {
    const { rows } = await sql<Static<typeof SearchPlacement>>`
      select phrase, product_id as "productId", place from browse.placement
      where store_id = ${ctx.storeId} order by phrase, place, product_id limit ${MOST_PLACEMENTS}`.execute(
      ctx.db,
    )
    return { items: rows }
  },
})
