/** What is expected of some items, when and where: bought and not yet come, or on the way from another place. */
import { sql } from 'kysely'
import { query } from '#kit/operation.ts'
import { permission } from '#kit/policy.ts'
import { Count, Day, Id, List, Nullable, OneOf, Type, shape, type Static } from '#kit/types.ts'
import { Quantity } from '../shapes.ts'

const MOST_ITEMS = 100
/** The soonest; of a hundred items it is seldom more. */
const MOST = 500

const ExpectedStock = shape('ExpectedStock', {
  itemId: Id,
  locationId: Id,
  quantity: Quantity,
  /** Null: nobody knows when. */
  expectedOn: Nullable(Day),
  from: OneOf('purchase', 'transfer'),
  /** Of the purchase or the transfer. */
  sourceId: Id,
  number: Count,
})

export const list = query({
  id: 'inventory.expected.list',
  summary: 'What is expected of some items, the soonest first',
  rest: 'GET /expected-stock',
  audience: 'staff',
  access: permission('stock.read'),
  input: Type.Object({ itemIds: List(Id, MOST_ITEMS, { minItems: 1 }), locationId: Type.Optional(Id) }),
  output: shape('ExpectedStockList', { items: List(ExpectedStock, MOST) }),
  async run({ itemIds, locationId }, ctx) {
    const there = locationId ? sql`e."locationId" = ${locationId}` : sql`true`
    const { rows } = await sql<Static<typeof ExpectedStock>>`
      select * from (
        select l.item_id as "itemId", p.location_id as "locationId", l.quantity - l.received as quantity, coalesce(l.expected_on, p.expected_on) as "expectedOn",
          'purchase' as "from", p.id as "sourceId", p.number
        from inventory.purchase_line l join inventory.purchase p on p.id = l.purchase_id
        where l.store_id = ${ctx.storeId} and l.item_id = any(${itemIds}) and l.quantity > l.received and p.state in ('ordered', 'receiving')
        union all
        select l.item_id, t.to_location_id, l.quantity - l.received - l.returned - l.lost, t.expected_on, 'transfer', t.id, t.number
        from inventory.transfer_line l join inventory.transfer t on t.id = l.transfer_id
        where l.store_id = ${ctx.storeId} and l.item_id = any(${itemIds}) and l.quantity > l.received + l.returned + l.lost
          and t.state in ('sent', 'receiving')) e
      where ${there} order by e."expectedOn" nulls last, e.number, e."itemId" limit ${MOST}`.execute(ctx.db)
    return { items: rows }
  },
})
