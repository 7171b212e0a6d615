/** What a shopper may expect before anything is in a cart: how some of a variant would come, when, and for how much. */
import { sql } from 'kysely'
import type { Ctx } from '#kit/context.ts'
import { NotFound } from '#kit/failure.ts'
import type { Kept } from '#kit/kept.ts'
import { query } from '#kit/operation.ts'
import { anyone } from '#kit/policy.ts'
import {
  Country,
  Day,
  Id,
  Int,
  List,
  Money,
  Nullable,
  Text,
  Type,
  Words,
  shape,
  type Static,
} from '#kit/types.ts'
import { productsChanged } from '../catalog/index.ts'
import { placesChanged, stockChanged } from '../inventory/index.ts'
import { listsChanged, nextTurn, pricesChanged } from '../pricing/index.ts'
import { currentSettings, likelyCountry, settingsChanged } from '../settings/index.ts'
import { deliveryChanged } from './events.ts'
import { offersFor } from './offers.ts'
import { PickUp } from './pick-up.ts'
import { dayAfter, nextTurnOfDays } from './promise.ts'
import { deliverySnapshot } from './rules.ts'
import { trialOf } from './trying.ts'

const MOST_ESTIMATES = 20

const DeliveryEstimate = shape('DeliveryEstimate', {
  methodId: Id,
  name: Text(120),
  price: Money,
  /** Days in the store's zone. */
  earliest: Day,
  latest: Day,
  /** Where the buyer fetches the goods; null: they are brought. */
  pickUp: Nullable(PickUp),
  /** Whose price it is: the store's, or the store's while a carrier has not been asked. */
  pricedBy: Words('DeliveryPricedBy', 'store', 'carrier', 'fallback'),
})

/** Alike for everybody: what it costs to deliver goods goes by the prices that all have. */
const kept: Kept<{ variantId: string }, unknown> = {
  async alike(ctx) {
    const { calendar } = await ctx.app.snapshots.read(deliverySnapshot, ctx)
    const [days, prices] = [nextTurnOfDays(calendar, ctx.now()), await nextTurn(ctx)]
    return { key: '', until: prices !== null && prices < days ? prices : days }
  },
  untilAny: [deliveryChanged, productsChanged, placesChanged, listsChanged, settingsChanged],
  untilNamed: { events: [stockChanged, pricesChanged], ids: (_, { variantId }) => [variantId] },
}

export const estimate = query({
  id: 'delivery.estimate',
  summary: 'How a product would be delivered, when, and for how much',
  description:
    'If it were ordered now, alone. Without `country` to where a shopper of the market most likely is. Carriers are not asked: where one names the price, the store’s own rate is told.',
  rest: 'GET /variants/:variantId/delivery-estimate',
  audience: 'shop',
  access: anyone,
  input: Type.Object({
    variantId: Id,
    quantity: Type.Optional(Int(1, 9999)),
    country: Type.Optional(Country),
    postalCode: Type.Optional(Text(20)),
  }),
  output: shape('DeliveryEstimateList', {
    country: Country,
    items: List(DeliveryEstimate, MOST_ESTIMATES),
  }),
  kept,
  async run({ variantId, quantity = 1, country, postalCode }, ctx) {
    if (!(await isForSale(variantId, ctx))) throw NotFound({})
    const settings = await currentSettings(ctx)
    const { store } = settings
    const to = country ?? likelyCountry(settings, ctx.scope.marketId) ?? store.country
    const lines = [{ variantId, quantity }]
    const { rules, asked, sources } = await trialOf(
      { lines, country: to, ...(postalCode && { postalCode }) },
      ctx,
      () => NotFound({}),
    )
    const day = (count: number) => dayAfter(store.timeZone, asked.now, count)
    const items = offersFor(rules, asked, sources)
      .slice(0, MOST_ESTIMATES)
      .map(
        ({
          methodId,
          name,
          amount,
          minDays,
          maxDays,
          pickUp,
          pricedBy,
        }): Static<typeof DeliveryEstimate> => ({
          methodId,
          name,
          price: { amount, currency: asked.currency },
          earliest: day(minDays),
          latest: day(maxDays),
          pickUp,
          pricedBy,
        }),
      )
    return { country: to, items }
  },
})

/** Where the shopper is; of other goods nothing is told. */
async function isForSale(variantId: string, ctx: Ctx): Promise<boolean> {
  const { rows } = await sql`
    select from catalog.variant v join catalog.product p on p.id = v.product_id
    where v.store_id = ${ctx.storeId} and v.id = ${variantId} and v.archived_at is null
      and p.state = 'published' and p.archived_at is null
      and (p.channel_ids is null or ${ctx.scope.channelId}::uuid = any(p.channel_ids))`.execute(ctx.db)
  return rows.length > 0
}
