/** A buyer changes a cart whose order waits for its payment: the order is cancelled, unless money is on its way. */
import type { CartReopening } from '../cart/index.ts'
import { isMoneyMoving } from './cancel.ts'
import { close } from './close.ts'
import { lockOrderOfCart } from './lock.ts'

export const cancelForChange: CartReopening = async (cartId, ctx) => {
  const order = await lockOrderOfCart(ctx, cartId)
  if (!order) return true
  if (order.state !== 'pending' || (await isMoneyMoving(ctx, order.id))) return false
  await close(ctx, order, { as: 'cancelled', reason: 'cart_changed', cause: 'cart.change', reopen: false })
  return true
}
