/** Whether a buyer, by account or by address, has an order that is not off: a promotion for first orders asks. */
import { sql } from 'kysely'
import { normalEmail } from '#kit/text.ts'
import type { HasOrdered } from '../promotions/index.ts'

export const hasBought: HasOrdered = async ({ customerId, email }, ctx) => {
  const { rows } = await sql`
    select 1 from orders.order where store_id = ${ctx.storeId} and state not in ('cancelled', 'expired')
      and customer_id = ${customerId}
    union all
    select 1 from orders.order where store_id = ${ctx.storeId} and state not in ('cancelled', 'expired')
      and lower(email) = ${email && normalEmail(email)}
    limit 1`.execute(ctx.db)
  return rows.length > 0
}
