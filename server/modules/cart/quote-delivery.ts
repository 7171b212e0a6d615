/**
 * Asks carriers what the cart costs to send, for those ways of delivery whose price they name.
 *
 * Nothing of the shop waits for them but this: the cart is priced by what they said before, or by the store's own rates.
 * Each is asked no longer than its way of delivery allows, and left in peace for a while when it did not answer.
 */
import { sql } from 'kysely'
import type { Ctx } from '#kit/context.ts'
import { task } from '#kit/operation.ts'
import { Id, Type } from '#kit/types.ts'
import { askCarriers, type CarrierQuestion } from '../delivery/index.ts'
import { keepQuotes } from './carrier-quotes.ts'
import { DeliveryOfferList, offersOf } from './delivery-offers.ts'
import { readOwn, seesOwnCart } from './ownership.ts'
import { price } from './priced.ts'
import { readCartRow } from './rows.ts'

interface ToAsk {
  cartId: string
  questions: CarrierQuestion[]
}

export const quoteDelivery = task({
  id: 'cart.quoteDelivery',
  summary: 'Ask carriers what the cart costs to send',
  description:
    'Where `cart.deliveryOffers` says that carriers were not asked: asks them, each for a second or two at most, and answers with the ways of delivery as they are then. It may be called at any time and as often as one likes.',
  rest: 'POST /carts/:cartId/delivery-offers',
  audience: 'shop',
  access: seesOwnCart,
  input: Type.Object({ cartId: Id }),
  output: DeliveryOfferList,
  async begin({ cartId }, ctx) {
    const { unasked } = await price(readOwn(ctx), ctx)
    return { resourceId: cartId, carry: { cartId, questions: unasked } }
  },
  call: ({ questions }, { ctx }) => askCarriers(questions, ctx),
  async settle({ cartId }, quotes, ctx) {
    await keepQuotes(ctx, cartId, quotes)
    return offersOf(await priceAgain(cartId, ctx), ctx)
  },
  async resume(cartId, ctx): Promise<{ carry: ToAsk }> {
    const { unasked } = await priceAgain(cartId, ctx)
    return { carry: { cartId, questions: unasked } }
  },
})

async function priceAgain(cartId: string, ctx: Ctx) {
  return price((await readCartRow(ctx, sql`c.id = ${cartId}`))!, ctx)
}
