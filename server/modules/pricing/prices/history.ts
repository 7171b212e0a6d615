/** What a variant cost and since when, the latest first. */
import { sql } from 'kysely'
import { query } from '#kit/operation.ts'
import { pageInput, pageOf, readPage } from '#kit/page.ts'
import { permission } from '#kit/policy.ts'
import { sorts } from '#kit/sort.ts'
import { Currency, Flag, Id, Instant, Money, Nullable, Text, Type, shape } from '#kit/types.ts'
import { MinQuantity } from '../price.ts'

const PastPrice = shape('PastPrice', {
  id: Id,
  at: Instant,
  price: Money,
  compareAt: Nullable(Money),
  listId: Nullable(Id),
  minQuantity: MinQuantity,
  /** From then on there was none. */
  removed: Flag,
  actor: Text(80),
  cause: Text(80),
})

const order = sorts(
  'PastPriceSort',
  { at: { column: 'h.at', type: 'timestamptz' } },
  { id: 'h.id', first: '-at' },
)

export const history = query({
  id: 'pricing.prices.history',
  summary: 'What a variant cost, and since when',
  rest: 'GET /prices/history',
  audience: 'staff',
  access: permission('pricing.read'),
  input: Type.Object({ variantId: Id, currency: Type.Optional(Currency), ...pageInput }),
  output: pageOf(PastPrice),
  async run({ variantId, currency, ...page }, ctx) {
    let found = ctx.db
      .selectFrom('pricing.price_history as h')
      .select([
        'h.id',
        sql<string>`kit.utc(h.at)`.as('at'),
        sql<Money>`json_build_object('amount', h.amount, 'currency', h.currency)`.as('price'),
        sql<Money | null>`case when h.compare_at_amount is not null
          then json_build_object('amount', h.compare_at_amount, 'currency', h.currency) end`.as('compareAt'),
        'h.list_id as listId',
        'h.min_quantity as minQuantity',
        'h.removed',
        'h.actor',
        'h.cause',
      ])
      .where('h.store_id', '=', ctx.storeId)
      .where('h.variant_id', '=', variantId)
    if (currency) found = found.where('h.currency', '=', currency)
    const { rows, ...rest } = await readPage(found, page, order, ctx.db)
    return { items: rows, ...rest }
  },
})
