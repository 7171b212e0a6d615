/** Carts that an order began from. */
import { sql } from 'kysely'
import type { CartsKept } from '../cart/index.ts'

export const ordersKeepCarts: CartsKept = async (cartIds, ctx) => {
  const { rows } = await sql<{ id: string }>`
    select distinct cart_id as id from orders.order where store_id = ${ctx.storeId} and cart_id = any(${cartIds}::uuid[])`.execute(
    ctx.db,
  )
  return rows.map(({ id }) => id)
}
