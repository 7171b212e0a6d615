/**
 * One attempt to pay an order: starts a payment, or goes on with the one that is still open.
 *
 * `orders.place` and `orders.pay` share it. Between the two transactions the provider
 * is asked; a repeat after a crash finds the payment and asks again with its id.
 */
import { sql } from 'kysely'
import { after, hours, minutes } from '#kit/clock.ts'
import type { Ctx } from '#kit/context.ts'
import { invalid } from '#kit/failure.ts'
import { Link, Token, Type, Variants, shape, type Static } from '#kit/types.ts'
import { prolong } from '../inventory/index.ts'
import {
  callProvider,
  cancelOpenPayments,
  isOpen,
  refundableOf,
  settleStart,
  startPayment,
  type PaymentRow,
  type StartReply,
} from '../payments/index.ts'
import { currentSettings } from '../settings/index.ts'
import { readOrder } from './access.ts'
import { NotPayable } from './failures.ts'
import type { LockedOrder } from './lock.ts'
import { Order } from './order.ts'
import { isPreOrdered } from './promises.ts'
import type { OrderRow } from './rows.ts'
import { orderToken } from './token.ts'
import { toOrder } from './view.ts'

/** More attempts than this look like someone trying out cards. */
const MOST_ATTEMPTS = 20

/** Who keeps trying keeps the goods, but not for ever: others wait for them. */
const LONGEST_BY_TRYING = hours(1)

export const NextStep = Variants('NextStep', 'kind', [
  shape('Redirect', { kind: Type.Literal('redirect'), url: Link }),
  shape('Wait', { kind: Type.Literal('wait') }),
  shape('Nothing', { kind: Type.Literal('none') }),
])
export type NextStep = Static<typeof NextStep>

export const Placement = shape('Placement', { order: Order, accessToken: Token, next: NextStep })
export type Placement = Static<typeof Placement>

export interface Wish {
  paymentMethod: string
  returnUrl: string
  cancelUrl: string
}

/** What the later steps need. Without a payment there is nothing to ask a provider for. */
export interface Carry {
  orderId: string
  payment: PaymentRow | null
}

export async function holdUntil(ctx: Ctx, channelId: string): Promise<Date> {
  const { channels } = await currentSettings(ctx)
  const channel = channels.find((each) => each.id === channelId)
  return after(ctx.now(), minutes(channel?.holdMinutes ?? 15))
}

/** What is ordered before it can be had is only authorised: it is taken when the goods leave. */
export function begin(
  ctx: Ctx,
  order: LockedOrder,
  wish: Wish,
  { isPreOrder, amount = order.total_amount }: { isPreOrder: boolean; amount?: number },
): Promise<PaymentRow> {
  return startPayment(ctx, {
    payable: { kind: 'order', id: order.id },
    method: wish.paymentMethod,
    amount: { amount, currency: order.currency },
    capture: isPreOrder ? 'manual' : 'automatic',
    returnUrl: ownUrl(ctx, order.id, wish.returnUrl, 'returnUrl'),
    cancelUrl: ownUrl(ctx, order.id, wish.cancelUrl, 'cancelUrl'),
  })
}

/** Another attempt on a pending, locked order. What is still open is gone on with; two payments at once would be one too many. */
export async function again(ctx: Ctx, order: LockedOrder, wish: Wish, cause: string): Promise<PaymentRow> {
  if (order.state !== 'pending') throw NotPayable({ state: order.state })
  const payable = { kind: 'order', id: order.id }
  const { rows } = await sql<PaymentRow>`
    select * from payments.payment where store_id = ${ctx.storeId} and payable_kind = 'order' and payable_id = ${order.id}
    order by created_at desc, id desc`.execute(ctx.db)
  const open = rows.find((payment) => isOpen(payment.state))
  if (open && (open.method === wish.paymentMethod || open.state === 'processing')) {
    if (open.state !== 'processing') await extendHold(ctx, order)
    return open
  }
  if (rows.length >= MOST_ATTEMPTS) throw NotPayable({ state: order.state })
  if (open) await cancelOpenPayments(ctx, payable, cause)
  await extendHold(ctx, order)
  // Of what a buyer has paid in part, the rest.
  const paid = rows.reduce((sum, payment) => sum + refundableOf(payment), 0)
  if (paid >= order.total_amount) throw NotPayable({ state: order.state })
  const isPreOrder = await isPreOrdered(ctx, order.id)
  return begin(ctx, order, wish, { isPreOrder, amount: order.total_amount - paid })
}

/** The goods stay set aside for another while from now, within an hour of the order. */
async function extendHold(ctx: Ctx, order: LockedOrder): Promise<void> {
  const [wanted, last] = [await holdUntil(ctx, order.channel_id), after(order.placed_at, LONGEST_BY_TRYING)]
  const until = wanted < last ? wanted : last
  await sql`update orders.order set hold_until = greatest(hold_until, ${until}), version = version + 1, updated_at = ${ctx.now()}
    where store_id = ${ctx.storeId} and id = ${order.id}`.execute(ctx.db)
  await prolong(ctx, { kind: 'order', id: order.id }, until)
}

/** No database here. */
export async function call(
  carry: Carry,
  outside: { ctx: Parameters<typeof callProvider>[0]; signal: AbortSignal },
): Promise<StartReply | null> {
  const { payment } = carry
  if (payment?.state !== 'created') return null
  return callProvider(outside.ctx, payment, `Order ${carry.orderId.slice(-8)}`, outside.signal)
}

export async function settle(carry: Carry, reply: StartReply | null, ctx: Ctx): Promise<Placement> {
  return placementOf(await keepReply(carry, reply, ctx), ctx)
}

/** The order as it is once the provider's answer is kept. */
export async function keepReply(carry: Carry, reply: StartReply | null, ctx: Ctx): Promise<OrderRow> {
  if (reply && carry.payment) await settleStart(ctx, carry.payment.id, reply)
  return readOrder(carry.orderId, ctx)
}

/** For a repeat of the request: the order as it is now, or the question to the provider once more. */
export async function resume(orderId: string, ctx: Ctx): Promise<{ done: Placement } | { carry: Carry }> {
  const found = await goOn(orderId, ctx)
  return 'row' in found ? { done: placementOf(found.row, ctx) } : found
}

export async function goOn(orderId: string, ctx: Ctx): Promise<{ row: OrderRow } | { carry: Carry }> {
  const row = await readOrder(orderId, ctx)
  if (row.payments.at(-1)?.state !== 'created') return { row }
  const { rows } = await sql<PaymentRow>`
    select * from payments.payment where store_id = ${ctx.storeId} and id = ${row.payments.at(-1)!.id}`.execute(
    ctx.db,
  )
  return { carry: { orderId, payment: rows[0]! } }
}

function placementOf(row: OrderRow, ctx: Ctx): Placement {
  return { order: toOrder(row, ctx), accessToken: orderToken(ctx.app.config, row), next: nextOf(row) }
}

export function nextOf(row: OrderRow): NextStep {
  const last = row.payments.at(-1)
  if (row.state !== 'pending' || !last || !isOpen(last.state)) return { kind: 'none' }
  return last.state === 'requires_action' && last.nextUrl
    ? { kind: 'redirect', url: last.nextUrl }
    : { kind: 'wait' }
}

/** Providers send the shopper back to us and nowhere else. `{orderId}` stands for the order's id. */
export function ownUrl(ctx: Pick<Ctx, 'origin'>, orderId: string, link: string, field: string): string {
  const home = new URL(ctx.origin)
  const address = URL.parse(link.replaceAll('{orderId}', orderId).replaceAll('%7BorderId%7D', orderId), home)
  if (address && address.origin === home.origin && !address.username && !address.password) return address.href
  throw invalid(field, 'foreign_address', {
    en: `Give an address of this shop, such as ${home.origin}/checkout/return.`,
    de: `Geben Sie eine Adresse dieses Shops an, etwa ${home.origin}/checkout/return.`,
    ar: `اذكر عنواناً من هذا المتجر، مثل ${home.origin}/checkout/return.`,
  })
}
