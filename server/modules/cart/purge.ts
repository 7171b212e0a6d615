/**
 * Forgets carts that came to nothing: addresses and e-mail addresses of people who did not buy are kept no longer than
 * they may still come back. A cart that an order began from stays, as the order speaks of it. Links to carts go when they have ended.
 */
import { sql } from 'kysely'
import { after, days } from '#kit/clock.ts'
import type { Ctx } from '#kit/context.ts'
import { job } from '#kit/jobs.ts'
import { Nothing } from '#kit/operation.ts'
import { port } from '#kit/port.ts'

/** Which of these carts something else speaks of. */
export type CartsKept = (cartIds: string[], ctx: Ctx) => Promise<string[]>
export const cartsKept = port<CartsKept>('cart.kept', { many: true })

/** From the day on which it was set aside, a month after it was last touched. */
export const KEEP_FORGOTTEN = days(60)
const CHUNK = 1_000
const FIRST = { at: new Date(0), id: '00000000-0000-0000-0000-000000000000' }

interface Forgotten {
  id: string
  at: Date
}

export const purge = job({
  name: 'cart.purge',
  payload: Nothing,
  cron: '20 4 * * *',
  transaction: 'free',
  async run(_, ctx) {
    const call = { actor: ctx.actor, hint: { storeId: ctx.storeId } }
    let past: Forgotten | undefined = FIRST
    while (past && !ctx.signal.aborted)
      past = await ctx.app.inTransaction(call, (own) => purgeNext(own, past!))
    let links = CHUNK
    while (links === CHUNK && !ctx.signal.aborted) links = await ctx.app.inTransaction(call, purgeLinks)
  },
})

/** The last one looked at, when there may be more: those that are kept are passed over. */
async function purgeNext(ctx: Ctx, past: Forgotten): Promise<Forgotten | undefined> {
  const { rows } = await sql<Forgotten>`
    select id, updated_at as at from cart.cart where store_id = ${ctx.storeId} and state in ('abandoned', 'merged')
      and updated_at < ${after(ctx.now(), -KEEP_FORGOTTEN)} and (updated_at, id) > (${past.at}, ${past.id}::uuid)
    order by updated_at, id limit ${CHUNK} for update skip locked`.execute(ctx.db)
  const found = rows.map(({ id }) => id)
  const kept = new Set((await Promise.all(ctx.ports(cartsKept).map((ask) => ask(found, ctx)))).flat())
  const gone = found.filter((id) => !kept.has(id))
  const of = sql`store_id = ${ctx.storeId} and cart_id = any(${gone}::uuid[])`
  await sql`delete from cart.line where ${of}`.execute(ctx.db)
  await sql`delete from cart.bundle where ${of}`.execute(ctx.db)
  await sql`delete from cart.carrier_quote where ${of}`.execute(ctx.db)
  await sql`delete from cart.cart where store_id = ${ctx.storeId} and id = any(${gone}::uuid[])`.execute(
    ctx.db,
  )
  return rows.length === CHUNK ? rows.at(-1) : undefined
}

/** How many there were. */
async function purgeLinks(ctx: Ctx): Promise<number> {
  const { rows } = await sql<{ id: string }>`
    select id from cart.shared where store_id = ${ctx.storeId} and expires_at <= ${ctx.now()}
    order by expires_at limit ${CHUNK} for update skip locked`.execute(ctx.db)
  const of = rows.map(({ id }) => id)
  await sql`delete from cart.shared_item where store_id = ${ctx.storeId} and shared_id = any(${of}::uuid[])`.execute(
    ctx.db,
  )
  await sql`delete from cart.shared where store_id = ${ctx.storeId} and id = any(${of}::uuid[])`.execute(
    ctx.db,
  )
  return rows.length
}
