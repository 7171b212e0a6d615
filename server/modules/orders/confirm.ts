/**
 * An order is paid for: it gets its number, its stock no longer lapses, its cart is done.
 *
 * The order is locked. Numbers come from a sequence; where a channel wants no gaps,
 * from a counter row, which others then wait for until this transaction ends.
 */
import { sql, type RawBuilder } from 'kysely'
import { after, minutes } from '#kit/clock.ts'
import type { Ctx } from '#kit/context.ts'
import { isFailure } from '#kit/failure.ts'
import { tally } from '#kit/measure.ts'
import { finishCart } from '../cart/index.ts'
import type { Address } from '../customers/index.ts'
import { OutOfStock, confirm as confirmStock, hold, type Demand } from '../inventory/index.ts'
import { currentSettings } from '../settings/index.ts'
import { buyersToTell, ordersChanged } from './events.ts'
import { tell, type Entry } from './history.ts'
import { keep, type LockedOrder } from './lock.ts'
import { confirmed, revenue } from './measures.ts'

/** Answers false when the stock was lost meanwhile; then nothing has changed. */
export async function confirm(
  ctx: Ctx,
  order: LockedOrder,
  paid: Record<string, unknown> | null,
  cause: string,
): Promise<boolean> {
  if (!(await secureStock(ctx, order))) return false
  const { channels } = await currentSettings(ctx)
  const gapless = channels.find((channel) => channel.id === order.channel_id)?.gaplessNumbers ?? false
  await finishCart(ctx, order.cart_id)
  const step: Entry = { kind: 'confirmed', from: order.state, to: 'confirmed', public: true }
  const entries = paid ? [{ kind: 'paid', facts: paid, public: true }, step] : [step]
  const { rows } = await sql<{ number: number; version: number }>`
    with ${gapless ? counted(ctx) : sql``} confirmed as (
      update orders.order set state = 'confirmed', number = ${gapless ? sql`(select last from counted)` : sql`nextval('orders.number_seq')`},
        confirmed_at = ${ctx.now()}, hold_until = null, version = version + 1, updated_at = ${ctx.now()}
      where store_id = ${ctx.storeId} and id = ${order.id} returning id, number, version
    ), told as (${tell(ctx, cause, entries, sql`select id, number::text as number from confirmed`)})
    select number, version from confirmed`.execute(ctx.db)
  tally(ctx, confirmed, { currency: order.currency })
  tally(ctx, revenue, { currency: order.currency }, order.total_amount)
  keep(ctx, { ...order, ...rows[0]!, state: 'confirmed', hold_until: null })
  ctx.emit(ordersChanged, { ids: [order.id] })
  ctx.emit(buyersToTell, { ids: [order.id] })
  return true
}

/** The first number without gaps follows the highest there is; the sequence is kept behind it, for a change of mind. */
function counted(ctx: Ctx): RawBuilder<unknown> {
  const highest = sql`(select greatest(coalesce(max(number), 0), 1000) from orders.order where store_id = ${ctx.storeId})`
  return sql`counted as (
    insert into orders.number_counter as c (store_id, first, last) values (${ctx.storeId}, ${highest} + 1, ${highest} + 1)
    on conflict (store_id) do update set last = c.last + 1
    returning last, setval('orders.number_seq', greatest(last, (select last_value from orders.number_seq)))
  ),`
}

async function secureStock(ctx: Ctx, order: LockedOrder): Promise<boolean> {
  const holder = { kind: 'order', id: order.id }
  if ((await confirmStock(ctx, holder)) > 0) return true
  // The hold has lapsed although the order stands: take the stock anew, if it is still there.
  const { rows: lines } = await sql<Demand & { to: Address | null }>`
    select l.id as "lineId", l.variant_id as "variantId", l.quantity,
      case when l.shippable then o.delivery #>> '{pickUp,locationId}' end as at, o.shipping_address as "to"
    from orders.line l join orders.order o on o.id = l.order_id
    where l.store_id = ${ctx.storeId} and l.order_id = ${order.id} order by l.position`.execute(ctx.db)
  try {
    const purpose = { channelId: order.channel_id, to: lines[0]?.to ?? null }
    await hold(ctx, { holder, lines, until: after(ctx.now(), minutes(1)), purpose })
  } catch (error) {
    if (isFailure(error) && error.code === OutOfStock.code) return false
    throw error
  }
  await confirmStock(ctx, holder)
  return true
}
