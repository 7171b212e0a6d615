/** Carts that nobody touched for a month are set aside. Their owner may still go on with them: a change opens them again. */
import { sql } from 'kysely'
import { minutes } from '#kit/clock.ts'
import { job } from '#kit/jobs.ts'
import { Nothing } from '#kit/operation.ts'
import { cartChanged } from './events.ts'

export const expire = job({
  name: 'cart.expire',
  payload: Nothing,
  everyMs: minutes(10),
  async run(_, ctx) {
    const { rows } = await sql<{ id: string }>`
      update cart.cart set state = 'abandoned', version = version + 1, updated_at = ${ctx.now()}
      where store_id = ${ctx.storeId} and id in (
        select id from cart.cart where store_id = ${ctx.storeId} and state = 'open' and expires_at <= ${ctx.now()}
        order by expires_at limit 1000 for update skip locked)
      returning id`.execute(ctx.db)
    if (rows.length > 0) ctx.emit(cartChanged, { ids: rows.map((row) => row.id) })
  },
})
