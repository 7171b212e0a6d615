/** The ways of delivery for a cart, with their prices; before an address is known, those of the store's country. */
import { query } from '#kit/operation.ts'
import { Id, List, Money, Nullable, Text, Type, shape } from '#kit/types.ts'
import { PickUp } from '../delivery/index.ts'
import { PromisedDays } from './cart.ts'
import { readOwn, seesOwnCart } from './ownership.ts'
import { price } from './priced.ts'

export const DeliveryOffer = shape('DeliveryOffer', {
  methodId: Id,
  name: Text(120),
  description: Text(400, { min: 0 }),
  price: Money,
  minDays: PromisedDays,
  maxDays: PromisedDays,
  /** Where the buyer fetches the goods; null: they are brought. */
  pickUp: Nullable(PickUp),
})
export const DeliveryOfferList = shape('DeliveryOfferList', { items: List(DeliveryOffer, 50) })

export const deliveryOffers = query({
  id: 'cart.deliveryOffers',
  summary: 'How the cart can be delivered, and for how much',
  rest: 'GET /carts/:cartId/delivery-offers',
  audience: 'shop',
  access: seesOwnCart,
  input: Type.Object({ cartId: Id }),
  output: DeliveryOfferList,
  async run(_, ctx) {
    const { offers, row } = await price(readOwn(ctx), ctx)
    return {
      items: offers.slice(0, 50).map(({ methodId, name, description, amount, minDays, maxDays, pickUp }) => ({
        methodId,
        name,
        description,
        price: { amount, currency: row.currency },
        minDays,
        maxDays,
        pickUp,
      })),
    }
  },
})
