import { sql } from 'kysely'
import { query, Nothing } from '#kit/operation.ts'
import { permission } from '#kit/policy.ts'
import { List, shape } from '#kit/types.ts'
import { MOST_LOCATIONS, StockLocation } from '../shapes.ts'
import { columns } from './location.ts'

export const list = query({
  id: 'inventory.locations.list',
  summary: 'Places where stock lies, in the order in which orders are filled from them',
  rest: 'GET /stock-locations',
  audience: 'staff',
  access: permission('stock.read'),
  input: Nothing,
  output: shape('StockLocationList', { items: List(StockLocation, MOST_LOCATIONS) }),
  async run(_, ctx) {
    const { rows } = await sql<StockLocation>`
      select ${columns} from inventory.location where store_id = ${ctx.storeId} and archived_at is null
      order by position, id limit ${MOST_LOCATIONS}`.execute(ctx.db)
    return { items: rows }
  },
})
