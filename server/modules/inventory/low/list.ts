/** What has run low and is so still, the latest first: for whoever orders more. */
import { sql } from 'kysely'
import { query } from '#kit/operation.ts'
import { pageInput, pageOf, readPage } from '#kit/page.ts'
import { permission } from '#kit/policy.ts'
import { sorts } from '#kit/sort.ts'
import { Id, Instant, Nullable, Text, Type, shape, type Static } from '#kit/types.ts'
import { Pieces, Sum } from '../shapes.ts'
import { left } from './watch.ts'

const LowStock = shape('LowStock', {
  id: Id,
  itemId: Id,
  sku: Text(80),
  /** Of the product that is made of it, or of the first of several. */
  name: Nullable(Text(400)),
  locationId: Id,
  /** On hand, less what is promised and what is kept back; below zero while buyers wait. */
  left: Sum,
  lowAt: Pieces,
  since: Instant,
})

const newestFirst = sorts(
  'LowStockSort',
  { since: { column: 'w.at', type: 'timestamptz' } },
  { id: 'w.id', first: '-since' },
)

export const list = query({
  id: 'inventory.low.list',
  summary: 'What has run low',
  description: 'Found every five minutes, by the limit `lowAt` of each item and place.',
  rest: 'GET /low-stock',
  audience: 'staff',
  access: permission('stock.read'),
  input: Type.Object({ locationId: Type.Optional(Id), ...pageInput }),
  output: pageOf(LowStock),
  async run({ locationId, ...page }, ctx) {
    const low = sql<Row>`(
      select s.id, s.item_id as "itemId", i.sku, s.location_id as "locationId", ${left} as left, l.low_limit as "lowAt", s.since as at,
        (select t.name from inventory.variant_item vi join catalog.variant v on v.id = vi.variant_id
          join catalog.product_text t on t.product_id = v.product_id
          where vi.item_id = s.item_id order by v.id, t.locale <> ${ctx.scope.locale}, t.locale limit 1) as name
      from inventory.low_stock s
      join inventory.item i on i.id = s.item_id
      join inventory.level l on l.item_id = s.item_id and l.location_id = s.location_id and ${left} <= l.low_limit
      where s.store_id = ${ctx.storeId} and ${locationId ? sql`s.location_id = ${locationId}` : sql`true`})`.as<'w'>(
      'w',
    )
    const found = ctx.db.selectFrom(low).selectAll('w')
    const { rows, ...rest } = await readPage(found, page, newestFirst, ctx.db)
    return { items: rows.map(({ at, ...row }) => ({ ...row, since: at.toISOString() })), ...rest }
  },
})

type Row = Omit<Static<typeof LowStock>, 'since'> & { at: Date }
