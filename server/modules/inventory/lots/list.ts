/** Lots and serial numbers, those that end first before the others. */
import { sql } from 'kysely'
import { query } from '#kit/operation.ts'
import { pageInput, pageOf, readPage } from '#kit/page.ts'
import { permission } from '#kit/policy.ts'
import { sorts } from '#kit/sort.ts'
import { Day, Flag, Id, Type } from '#kit/types.ts'
import { Lot, LotCode, lotColumns } from './lot.ts'

const soonestFirst = sorts(
  'LotSort',
  { expires: { column: 'b.until', type: 'date' } },
  { id: 'b.id', first: 'expires' },
)

export const list = query({
  id: 'inventory.lots.list',
  summary: 'Lots and serial numbers',
  description: 'Those of which something lies here; `withEmpty` the others as well. `code` needs the item.',
  rest: 'GET /stock-lots',
  audience: 'staff',
  access: permission('stock.read'),
  input: Type.Object({
    itemId: Type.Optional(Id),
    code: Type.Optional(LotCode),
    /** Until this day and on it. */
    expiresBy: Type.Optional(Day),
    withEmpty: Type.Optional(Flag),
    ...pageInput,
  }),
  output: pageOf(Lot),
  async run({ itemId, code, expiresBy, withEmpty, ...page }, ctx) {
    const all = sql`true`
    const until = sql`coalesce(b.expires_on, date '9999-12-31')`
    const lots = sql<Lot>`(
      select ${lotColumns}, ${until} as until from inventory.lot b join inventory.item i on i.id = b.item_id
      where b.store_id = ${ctx.storeId} and ${withEmpty ? all : sql`b.on_hand > 0`} and ${itemId ? sql`b.item_id = ${itemId}` : all}
        and ${code ? sql`b.code = ${code}` : all} and ${expiresBy ? sql`${until} <= ${expiresBy}::date` : all})`.as<'b'>(
      'b',
    )
    const found = ctx.db
      .selectFrom(lots)
      .select([
        'b.id',
        'b.itemId',
        'b.sku',
        'b.code',
        'b.single',
        'b.expiresOn',
        'b.onHand',
        'b.levels',
        'b.recalledAt',
        'b.recallReason',
        'b.version',
      ])
    const { rows, ...rest } = await readPage(found, page, soonestFirst, ctx.db)
    return { items: rows as Lot[], ...rest }
  },
})
