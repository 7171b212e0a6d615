/** Stock item by item, with the count at each place; also: what is running low. */
import { sql } from 'kysely'
import { beginsWith } from '#kit/filter.ts'
import { query } from '#kit/operation.ts'
import { pageInput, pageOf, readPage } from '#kit/page.ts'
import { permission } from '#kit/policy.ts'
import { sorts } from '#kit/sort.ts'
import { Id, Int, List, Text, Type } from '#kit/types.ts'
import { MOST_PIECES, StockItem } from '../shapes.ts'

const order = sorts('StockItemSort', { sku: { column: 'i.sku', type: 'text' } }, { id: 'i.id', first: 'sku' })

export const list = query({
  id: 'inventory.levels.list',
  summary: 'Stock, item by item',
  description:
    '`q` is the beginning of a SKU. `availableAtMost` finds what is running low: items of which no more than that can be sold, over all places.',
  rest: 'GET /stock-items',
  audience: 'staff',
  access: permission('stock.read'),
  input: Type.Object({
    variantIds: Type.Optional(List(Id, 100)),
    locationId: Type.Optional(Id),
    availableAtMost: Type.Optional(Int(0, MOST_PIECES)),
    q: Type.Optional(Text(80)),
    sort: Type.Optional(order.shape),
    ...pageInput,
  }),
  output: pageOf(StockItem),
  async run({ variantIds, locationId, availableAtMost, q, ...page }, ctx) {
    const all = sql`true`
    const items = sql<StockItem>`(
      select i.id, i.sku, i.tracking, t."onHand", t.reserved, t.available,
        coalesce((select json_agg(json_build_object('itemId', i.id, 'sku', i.sku, 'locationId', l.location_id, 'onHand', l.on_hand, 'reserved', l.reserved,
            'safetyStock', l.safety_stock, 'backorderLimit', l.backorder_limit, 'lowAt', l.low_limit, 'short', l.short, 'available', l.on_hand + l.backorder_limit - l.safety_stock - l.reserved,
            'version', l.version, 'updatedAt', kit.utc(l.updated_at)) order by p.position, p.id)
          from inventory.level l join inventory.location p on p.id = l.location_id
          where l.item_id = i.id and ${locationId ? sql`l.location_id = ${locationId}` : all}), '[]') as levels,
        coalesce((select json_agg(json_build_object('variantId', v.id, 'sku', v.sku, 'units', v.units, 'name', v.name)) from (
          select v.id, v.sku, vi.units, (select x.name from catalog.product_text x where x.product_id = v.product_id
              order by x.locale <> ${ctx.scope.locale}, x.locale limit 1) as name
          from inventory.variant_item vi join catalog.variant v on v.id = vi.variant_id
          where vi.item_id = i.id order by v.sku, v.id limit 50) v), '[]') as variants
      from inventory.item i
      cross join lateral (
        select coalesce(sum(l.on_hand), 0)::int as "onHand", coalesce(sum(l.reserved), 0)::int as reserved,
          coalesce(sum(l.on_hand + l.backorder_limit - l.safety_stock - l.reserved), 0)::int as available
        from inventory.level l where l.item_id = i.id and ${locationId ? sql`l.location_id = ${locationId}` : all}) t
      where i.store_id = ${ctx.storeId} and i.archived_at is null
        and ${variantIds ? sql`i.id in (select item_id from inventory.variant_item where store_id = ${ctx.storeId} and variant_id = any(${variantIds}))` : all}
        and ${availableAtMost === undefined ? all : sql`t.available <= ${availableAtMost}`}
        and ${q === undefined ? all : sql`i.id = any(array(select b.id from inventory.item b where b.store_id = ${ctx.storeId} and b.archived_at is null and ${beginsWith(sql`b.sku`, q)}))`})`.as<'i'>(
      'i',
    )
    const found = ctx.db.selectFrom(items).selectAll('i')
    const { rows, ...rest } = await readPage(found, page, order, ctx.db)
    return { items: rows as StockItem[], ...rest }
  },
})
