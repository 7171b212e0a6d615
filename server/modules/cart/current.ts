/** The caller's cart, if there is one: the last they touched of those not yet ordered. */
import { sql } from 'kysely'
import type { Ctx } from '#kit/context.ts'
import { Nothing, query } from '#kit/operation.ts'
import { visitor } from '#kit/policy.ts'
import { Nullable, shape } from '#kit/types.ts'
import { Cart } from './cart.ts'
import { isOwn } from './ownership.ts'
import { readCartRow, type CartRow } from './rows.ts'
import { toCart } from './view.ts'

export const CurrentCart = shape('CurrentCart', { cart: Nullable(Cart) })

export const current = query({
  id: 'cart.current',
  summary: 'The caller’s present cart',
  rest: 'GET /carts/current',
  audience: 'shop',
  access: visitor,
  input: Nothing,
  output: CurrentCart,
  async run(_, ctx) {
    const row = await currentRow(ctx)
    return { cart: row ? await toCart(row, ctx) : null }
  },
})

export async function currentRow(ctx: Ctx): Promise<CartRow | undefined> {
  if (ctx.actor.kind !== 'guest' && ctx.actor.kind !== 'person') return undefined
  return readCartRow(
    ctx,
    sql`c.id = (select c.id from cart.cart c where c.store_id = ${ctx.storeId} and ${isOwn(ctx.actor)}
      and c.state in ('open', 'completing') order by c.updated_at desc, c.id desc limit 1)`,
  )
}
