/** Orders that are placed, paid and shipped, in one line each. */
import { setTimeout as sleep } from 'node:timers/promises'
import { minutes } from '#kit/clock.ts'
import { newId } from '#kit/id.ts'
import type { Person, Shop } from './shop.ts'
import { payOnSandbox, type BuyerChoice } from '../adapters/sandbox/buyer.ts'
import { readyCart, type Wanted } from './carts.ts'
import type { Placement } from '../modules/orders/attempt.ts'
import { get } from '../modules/orders/admin/get.ts'
import type { StaffOrder } from '../modules/orders/order.ts'
import { place } from '../modules/orders/place.ts'

export const BACK = {
  paymentMethod: 'sandbox',
  returnUrl: '/checkout/return?order={orderId}',
  cancelUrl: '/checkout',
}

export async function placed(shop: Shop, buyer: Person, ...wanted: Wanted[]): Promise<Placement> {
  const cart = await readyCart(shop, buyer, ...wanted)
  return buyer.call(place, { cartId: cart.id, ...BACK }, { key: newId() })
}

/** The hosted page, as the buyer leaves it; then all that follows from it here. */
export async function payNow(
  shop: Shop,
  { order, next }: Placement,
  choice: BuyerChoice = 'pay',
): Promise<StaffOrder> {
  if (next.kind !== 'redirect') throw new Error(`There is nothing to pay: the next step is ${next.kind}.`)
  await payOnSandbox(next.url, choice)
  return orderWhen(shop, order.id, (now) => now.payments.at(-1)!.state !== 'requires_action')
}

/** The buyer pays in a way that takes `seconds`; the store hears that it is on its way when it asks. */
export async function paySlowly(
  shop: Shop,
  { order, next }: Placement,
  delaySeconds: number,
): Promise<StaffOrder> {
  await payOnSandbox((next as { url: string }).url, { delaySeconds })
  shop.clock.forward(minutes(3))
  await shop.job('payments.sweep')
  return orderWhen(shop, order.id, (now) => now.payments.at(-1)!.state === 'processing')
}

export async function paid(shop: Shop, buyer: Person, ...wanted: Wanted[]): Promise<StaffOrder> {
  const order = await payNow(shop, await placed(shop, buyer, ...wanted))
  if (order.state !== 'confirmed') throw new Error(`The order is ${order.state}, although it was paid.`)
  return order
}

/** Does what is due until the order is as wanted; webhooks take a moment to arrive. */
export async function orderWhen(
  shop: Shop,
  orderId: string,
  is: (order: StaffOrder) => boolean,
): Promise<StaffOrder> {
  for (let waited = 0; ; waited += 10) {
    await shop.settle()
    const order = await shop.bob.call(get, { orderId })
    if (is(order)) return order
    if (waited > 5000)
      throw new Error(
        `The order stays ${order.state}, its payments ${order.payments.map((each) => each.state)}.`,
      )
    await sleep(10)
  }
}

/** Subjects of the mails in the box, oldest first. */
export async function mailsTo(
  shop: Shop,
  email: string,
): Promise<{ subject: string; text: string; html: string }[]> {
  await shop.settle()
  const { rows } = await shop.app.pool.pg.query(
    'select subject, body_text as text, body_html as html from messages.mailbox where recipient = $1 order by at, id',
    [email],
  )
  return rows
}
