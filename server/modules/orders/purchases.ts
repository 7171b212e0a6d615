/** What each customer bought, beside them in the lists of staff: one statement for all of a page. */
import { sql } from 'kysely'
import type { Ctx } from '#kit/context.ts'
import { edge, type Parent } from '#kit/edge.ts'
import { permission } from '#kit/policy.ts'
import { Count, Currency, Instant, Minor, shape, type Static } from '#kit/types.ts'

/** In one currency; amounts are in its minor units. */
export const CustomerPurchases = shape('CustomerPurchases', {
  currency: Currency,
  /** Confirmed, and not cancelled since. */
  orders: Count,
  totalAmount: Minor,
  /** Of one order, rounded to the nearest unit. */
  averageAmount: Minor,
  lastAt: Instant,
})
interface Row {
  customerId: string
  bought: Static<typeof CustomerPurchases>[]
}

const MOST_CURRENCIES = 200

async function purchasesOf(customers: readonly Parent[], ctx: Ctx): Promise<Map<string, unknown>> {
  const ids = customers.map(({ id }) => id)
  const { rows } = await sql<Row>`
    select customer_id as "customerId", json_agg(json_build_object('currency', currency, 'orders', orders, 'totalAmount', total,
      'averageAmount', average, 'lastAt', kit.utc(last)) order by currency) as bought
    from (select customer_id, currency, count(*) as orders, sum(total_amount) as total, round(avg(total_amount)) as average,
        max(confirmed_at) as last
      from orders."order"
      where store_id = ${ctx.storeId} and customer_id = any(${ids}) and confirmed_at is not null and state <> 'cancelled'
      group by customer_id, currency) each
    group by customer_id`.execute(ctx.db)
  const found = new Map(rows.map(({ customerId, bought }) => [customerId, bought]))
  return new Map(ids.map((id) => [id, found.get(id) ?? []]))
}

const purchases = {
  name: 'purchases',
  to: CustomerPurchases,
  many: true,
  cost: 1,
  limit: MOST_CURRENCIES,
  access: permission('orders.read'),
  load: purchasesOf,
}

export const edges = [
  edge({ ...purchases, from: 'StaffCustomerCard' }),
  edge({ ...purchases, from: 'StaffCustomer' }),
]
