/**
 * Counts which products are bought together, as orders are confirmed.
 *
 * Each order is counted once: the job goes on after the last one it saw, set by set, and the counts grow by what is
 * new. An order called off later stays counted; what nobody bought together for long is forgotten.
 */
import { sql } from 'kysely'
import { after, days, minutes } from '#kit/clock.ts'
import type { Ctx } from '#kit/context.ts'
import { job } from '#kit/jobs.ts'
import { Nothing } from '#kit/operation.ts'
import { port } from '#kit/port.ts'

/** A place among the orders: when one was confirmed, in full milliseconds, and which. */
export interface OrderPlace {
  confirmedAt: Date
  orderId: string
}

export interface Together {
  /** In how many of these orders each pair of products was, in both directions. */
  pairs: { productId: string; otherId: string; orders: number }[]
  /** The last order looked at; null: there was none. */
  last: OrderPlace | null
  orders: number
}

/** What was in the same orders: of those confirmed after one and before a moment the first so many. */
export type BoughtTogether = (from: OrderPlace, until: Date, most: number, ctx: Ctx) => Promise<Together>
export const boughtTogether = port<BoughtTogether>('catalog.boughtTogether')

/** Orders in one transaction. */
const CHUNK = 500
/** By then whatever confirmed an order has ended, and none comes in behind those that were counted. */
const SETTLED = minutes(5)
/** A taste of last year says little of this one. */
const KEPT = days(365)
const FIRST: OrderPlace = { confirmedAt: new Date(0), orderId: '00000000-0000-0000-0000-000000000000' }

export const countTogether = job({
  name: 'catalog.countTogether',
  payload: Nothing,
  everyMs: minutes(10),
  transaction: 'free',
  async run(_, ctx) {
    const call = { actor: ctx.actor, hint: { storeId: ctx.storeId } }
    while (await ctx.app.inTransaction(call, countNext)) if (ctx.signal.aborted) return
    await ctx.app.inTransaction(call, forget)
  },
})

/** True when there may be more. */
async function countNext(ctx: Ctx): Promise<boolean> {
  await sql`insert into catalog.counted_together (store_id, confirmed_at, order_id, updated_at)
    values (${ctx.storeId}, ${FIRST.confirmedAt}, ${FIRST.orderId}, ${ctx.now()}) on conflict do nothing`.execute(
    ctx.db,
  )
  const { rows } = await sql<OrderPlace>`
    select confirmed_at as "confirmedAt", order_id as "orderId" from catalog.counted_together
    where store_id = ${ctx.storeId} for update`.execute(ctx.db)
  const until = after(ctx.now(), -SETTLED)
  const { pairs, last, orders } = await ctx.port(boughtTogether)(rows[0]!, until, CHUNK, ctx)
  if (!last) return false
  await sql`
    insert into catalog.bought_together as t (store_id, product_id, other_id, orders, last_at)
    select ${ctx.storeId}, "productId", "otherId", orders, ${last.confirmedAt}
    from json_to_recordset(${JSON.stringify(pairs)}) as p("productId" uuid, "otherId" uuid, orders int)
    order by 2, 3
    on conflict (product_id, other_id) do update set orders = t.orders + excluded.orders, last_at = excluded.last_at`.execute(
    ctx.db,
  )
  await sql`update catalog.counted_together set confirmed_at = ${last.confirmedAt}, order_id = ${last.orderId}, updated_at = ${ctx.now()}
    where store_id = ${ctx.storeId}`.execute(ctx.db)
  return orders === CHUNK
}

async function forget(ctx: Ctx): Promise<void> {
  await sql`delete from catalog.bought_together where store_id = ${ctx.storeId} and last_at < ${after(ctx.now(), -KEPT)}`.execute(
    ctx.db,
  )
}
