/** Every change of a count, newest first: by how many, why, and who did it. */
import { sql } from 'kysely'
import { query } from '#kit/operation.ts'
import { pageInput, pageOf, readPage } from '#kit/page.ts'
import { permission } from '#kit/policy.ts'
import { sorts } from '#kit/sort.ts'
import { Id, Type } from '#kit/types.ts'
import { StockMovement } from '../shapes.ts'

const newestFirst = sorts(
  'StockMovementSort',
  { at: { column: 'm.at', type: 'timestamptz' } },
  { id: 'm.id', first: '-at' },
)

export const list = query({
  id: 'inventory.movements.list',
  summary: 'How counts came about',
  rest: 'GET /stock-movements',
  audience: 'staff',
  access: permission('stock.read'),
  input: Type.Object({
    itemId: Type.Optional(Id),
    variantId: Type.Optional(Id),
    locationId: Type.Optional(Id),
    ...pageInput,
  }),
  output: pageOf(StockMovement),
  async run({ itemId, variantId, locationId, ...page }, ctx) {
    const all = sql`true`
    const movements = sql<Row>`(
      select m.id, m.item_id as "itemId", i.sku, m.location_id as "locationId", m.delta, m.reason, m.note, m.subject_kind as "subjectKind",
        m.subject_id as "subjectId", m.actor, m.cause, m.at
      from inventory.movement m join inventory.item i on i.id = m.item_id
      where m.store_id = ${ctx.storeId} and ${itemId ? sql`m.item_id = ${itemId}` : all}
        and ${variantId ? sql`m.item_id in (select item_id from inventory.variant_item where store_id = ${ctx.storeId} and variant_id = ${variantId})` : all}
        and ${locationId ? sql`m.location_id = ${locationId}` : all})`.as<'m'>('m')
    const found = ctx.db.selectFrom(movements).selectAll('m')
    const { rows, ...rest } = await readPage(found, page, newestFirst, ctx.db)
    return { items: rows.map((row) => ({ ...row, at: row.at.toISOString() })), ...rest }
  },
})

type Row = Omit<StockMovement, 'at'> & { at: Date }
