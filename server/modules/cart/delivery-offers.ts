/** The ways of delivery for a cart, with their prices: to its address, to the place that is asked about, or else to the store's country. */
import type { Ctx } from '#kit/context.ts'
import { query } from '#kit/operation.ts'
import {
  Country,
  Day,
  Flag,
  Id,
  Key,
  List,
  Money,
  Nullable,
  Text,
  Type,
  Words,
  shape,
  type Static,
} from '#kit/types.ts'
import { PickUp, concernsShoppers, dayAfter, deliverySnapshot, refusalInWords } from '../delivery/index.ts'
import { currentSettings } from '../settings/index.ts'
import { PromisedDays } from './cart.ts'
import { readOwn, seesOwnCart } from './ownership.ts'
import { price, type PricedCart } from './priced.ts'

const MOST_OFFERS = 50

const PricedBy = Words('DeliveryPricedBy', 'store', 'carrier', 'fallback')

export const DeliveryOffer = shape('DeliveryOffer', {
  methodId: Id,
  name: Text(120),
  description: Text(400, { min: 0 }),
  price: Money,
  minDays: PromisedDays,
  maxDays: PromisedDays,
  /** The days that `minDays` and `maxDays` lead to, in the store's zone. */
  earliest: Day,
  latest: Day,
  /** Where the buyer fetches the goods; null: they are brought. */
  pickUp: Nullable(PickUp),
  /** Whose price it is: the store's, a carrier's, or the store's while the carrier has not answered. */
  pricedBy: PricedBy,
  /** The sum of goods from which it costs nothing, and what is missing to it; null: it costs something, whatever the sum. */
  freeFrom: Nullable(Money),
  untilFree: Nullable(Money),
})
const DeliveryNotOffered = shape('DeliveryWayNotOffered', {
  methodId: Id,
  name: Text(120),
  reason: Key,
  message: Text(400),
})
export const DeliveryOfferList = shape('DeliveryOfferList', {
  items: List(DeliveryOffer, MOST_OFFERS),
  /** Ways to the same address that do not take these goods, and why. */
  refused: List(DeliveryNotOffered, MOST_OFFERS),
  /** Carriers have yet to be asked for some of these prices: `cart.quoteDelivery` does. */
  unasked: Flag,
})

export const deliveryOffers = query({
  id: 'cart.deliveryOffers',
  summary: 'How the cart can be delivered, and for how much',
  description:
    'With `country`, and `postalCode` where that matters: as if the cart went there. Nothing of it is kept.',
  rest: 'GET /carts/:cartId/delivery-offers',
  audience: 'shop',
  access: seesOwnCart,
  input: Type.Object({
    cartId: Id,
    country: Type.Optional(Country),
    postalCode: Type.Optional(Text(20)),
  }),
  output: DeliveryOfferList,
  run: async ({ country, postalCode = '' }, ctx) => {
    const row = readOwn(ctx)
    const there = country && { ...NOWHERE, country, postalCode }
    return offersOf(await price({ ...row, ...(there && { shipping_address: there }) }, ctx), ctx)
  },
})

/** What an estimate knows nothing of. */
const NOWHERE = { name: '', company: null, line1: '', line2: null, city: '', region: null, phone: null }

export async function offersOf(
  { offers, ways, row, unasked, goodsAmount }: PricedCart,
  ctx: Ctx,
): Promise<Static<typeof DeliveryOfferList>> {
  const { timeZone } = (await currentSettings(ctx)).store
  const { profiles } = await ctx.app.snapshots.read(deliverySnapshot, ctx)
  const money = (amount: number) => ({ amount, currency: row.currency })
  const free = (from: number | null) => ({
    freeFrom: from === null ? null : money(from),
    untilFree: from === null ? null : money(Math.max(0, from - goodsAmount)),
  })
  const day = (count: number) => dayAfter(timeZone, ctx.now(), count)
  return {
    items: offers
      .slice(0, MOST_OFFERS)
      .map(({ methodId, name, description, amount, minDays, maxDays, pickUp, pricedBy, freeFrom }) => ({
        methodId,
        name,
        description,
        price: money(amount),
        minDays,
        maxDays,
        earliest: day(minDays),
        latest: day(maxDays),
        pickUp,
        pricedBy,
        ...free(freeFrom),
      })),
    refused: ways
      .flatMap(({ method, name, ...verdict }) => {
        if (verdict.offer !== null || !concernsShoppers(verdict.refusal)) return []
        const { reason, profileId } = verdict.refusal
        const profile = profiles.find(({ id }) => id === profileId)?.name ?? null
        const message = refusalInWords(verdict.refusal, { currency: row.currency, profile })
        return [{ methodId: method.id, name, reason, message }]
      })
      .slice(0, MOST_OFFERS),
    unasked: unasked.length > 0,
  }
}
