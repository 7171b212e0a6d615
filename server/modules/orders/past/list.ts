/** Orders from before this shop, the newest first. */
import { sql, type Kysely } from 'kysely'
import { query } from '#kit/operation.ts'
import { pageInput, pageOf, readPage } from '#kit/page.ts'
import { permission } from '#kit/policy.ts'
import { sorts } from '#kit/sort.ts'
import { normalEmail } from '#kit/text.ts'
import {
  Country,
  Currency,
  Email,
  Id,
  Instant,
  Int,
  List,
  Minor,
  Nullable,
  Text,
  Type,
  shape,
  type Static,
} from '#kit/types.ts'
import { MOST_PAST_LINES, PastState } from './past.ts'

const PastOrder = shape(
  'PastOrder',
  {
    id: Id,
    number: Text(40),
    state: PastState,
    email: Email,
    name: Nullable(Text(120)),
    country: Nullable(Country),
    currency: Currency,
    subtotalAmount: Minor,
    depositAmount: Minor,
    deliveryAmount: Minor,
    discountAmount: Minor,
    taxReliefAmount: Minor,
    taxAmount: Minor,
    totalAmount: Minor,
    lines: List(
      shape('PastOrderLine', {
        sku: Text(80),
        name: Text(300),
        quantity: Int(1, 1_000_000),
        unitAmount: Minor,
      }),
      MOST_PAST_LINES,
    ),
    placedAt: Instant,
  },
  { description: 'Amounts are minor units of `currency`.' },
)

const newestFirst = sorts(
  'PastOrderSort',
  { placed: { column: 'x.placed_at', type: 'timestamptz' } },
  { id: 'x.id', first: '-placed' },
)

export const list = query({
  id: 'orders.past.list',
  summary: 'Orders from before this shop, as they were imported',
  rest: 'GET /past-orders',
  audience: 'staff',
  access: permission('orders.read'),
  input: Type.Object({ email: Type.Optional(Email), ...pageInput }),
  output: pageOf(PastOrder),
  async run({ email, ...page }, ctx) {
    type Row = Static<typeof PastOrder> & { placed_at: Date }
    const found = (ctx.db as unknown as Kysely<Record<string, never>>)
      .selectFrom(
        sql<Row>`(select o.placed_at, o.id, o.number, o.state, o.email, o.name, o.country, o.currency, o.subtotal_amount as "subtotalAmount",
            o.deposit_amount as "depositAmount", o.delivery_amount as "deliveryAmount", o.discount_amount as "discountAmount",
            o.tax_relief_amount as "taxReliefAmount", o.tax_amount as "taxAmount", o.total_amount as "totalAmount", kit.utc(o.placed_at) as "placedAt",
            coalesce((select json_agg(json_build_object('sku', l.sku, 'name', l.name, 'quantity', l.quantity, 'unitAmount', l.unit_amount)
              order by l.position) from orders.past_line l where l.past_order_id = o.id), '[]') as lines
          from orders.past_order o where o.store_id = ${ctx.storeId}
            and ${email === undefined ? sql`true` : sql`o.email = ${normalEmail(email)}`})`.as<'x'>('x'),
      )
      .selectAll('x')
    const { rows, next, total } = await readPage(found as never, page, newestFirst, ctx.db)
    const items = rows.map((row) => {
      const { placed_at: _, ...order } = row as Row
      return order
    })
    return { items, next, total }
  },
})
