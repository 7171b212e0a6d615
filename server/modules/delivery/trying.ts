/**
 * A basket that nobody has, tried on all ways of delivery: what each costs, step by step, and why the others are not offered.
 *
 * For staff who set up rates or are asked why. Prices, sizes and stock are the present ones.
 */
import { sql } from 'kysely'
import type { Ctx } from '#kit/context.ts'
import { invalid } from '#kit/failure.ts'
import {
  Count,
  Country,
  Currency,
  Day,
  Flag,
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
import {
  arranged,
  ifPlacesDiffer,
  leadDaysOf,
  levelsOf,
  pickUpPlace,
  placesSnapshot,
  type Level,
  type Purpose,
} from '../inventory/index.ts'
import { listsNow, priceFor } from '../pricing/index.ts'
import { currentSettings, localeChain } from '../settings/index.ts'
import type { CarrierQuote } from './carriers/live.ts'
import { parcelText, type Goods } from './goods.ts'
import { MOST_METHODS } from './methods/method.ts'
import { MOST_RATES, Measure } from './methods/rate.ts'
import { judge, type Asked, type Sources, type Verdict } from './offers.ts'
import { dayAfter } from './promise.ts'
import { REFUSED, refusalInWords, type RefusedReason } from './refusal.ts'
import { deliverySnapshot, type DeliveryRules } from './rules.ts'

const MOST_LINES = 50

const TriedLine = shape('DeliveryTriedLine', { variantId: Id, quantity: Int(1, 9999) })
const Reason = Words('DeliveryRefusedReason', ...(REFUSED as unknown as [RefusedReason, ...RefusedReason[]]))
const PricedBy = Words('DeliveryPricedBy', 'store', 'carrier', 'fallback')
const Part = shape(
  'DeliveryPricePart',
  {
    profileId: Nullable(Id),
    measure: Measure,
    measured: Count,
    base: Money,
    added: Money,
    free: Flag,
    price: Money,
  },
  {
    description:
      'The goods of one rate: its price, what their measure adds, and nothing where the order is large enough.',
  },
)
const Tried = shape('DeliveryTried', {
  methodId: Id,
  name: Text(120),
  /** Null: it is offered. */
  reason: Nullable(Reason),
  /** The reason in a sentence, as a shopper would read it. */
  message: Nullable(Text(400)),
  price: Nullable(Money),
  /** Whose price it is: `fallback` is the store's, as the carrier has not said one. */
  pricedBy: Nullable(PricedBy),
  earliest: Nullable(Day),
  latest: Nullable(Day),
  parts: List(Part, MOST_RATES),
})
export const DeliveryWhy = shape('DeliveryWhy', { subtotal: Money, tried: List(Tried, MOST_METHODS) })

export const triedInput = {
  lines: List(TriedLine, MOST_LINES, { minItems: 1 }),
  country: Country,
  region: Type.Optional(Text(120)),
  postalCode: Type.Optional(Text(20)),
  currency: Type.Optional(Currency),
}
export type TriedInput = Static<Type.TObject<typeof triedInput>>

/** A basket with what is asked about it. */
export interface Trial {
  rules: DeliveryRules
  asked: Asked
  sources: Sources
}

/** `unknown` says what is wrong with a line whose variant is none, or costs nothing in this currency. */
export async function trialOf(input: TriedInput, ctx: Ctx, unknown = noSuchVariant): Promise<Trial> {
  const { lines, country, region, postalCode, currency = ctx.scope.currency } = input
  const settings = await currentSettings(ctx)
  const place = { country, region: region ?? null, postalCode: postalCode ?? null }
  const to = place.postalCode === null ? null : { ...place, postalCode: place.postalCode }
  const { goods, sources } = await basketOf(lines, { currency, to, unknown }, ctx)
  const asked: Asked = {
    ...place,
    currency,
    goods,
    subtotal: goods.reduce((sum, { quantity, unitAmount }) => sum + quantity * unitAmount, 0),
    locales: localeChain(settings, ctx.scope.locale),
    timeZone: settings.store.timeZone,
    now: ctx.now(),
    from: settings.store.country,
    quotes: [],
  }
  return { rules: await ctx.app.snapshots.read(deliverySnapshot, ctx), asked, sources }
}

/** `quotes`: what carriers said of it. */
export function verdictOf(
  { rules, asked, sources }: Trial,
  quotes: readonly CarrierQuote[],
): Static<typeof DeliveryWhy> {
  return {
    subtotal: { amount: asked.subtotal, currency: asked.currency },
    tried: judge(rules, { ...asked, quotes }, sources)
      .slice(0, MOST_METHODS)
      .map((verdict) => triedOf(verdict, asked, rules)),
  }
}

function triedOf(
  verdict: Verdict,
  { currency, timeZone, now }: Asked,
  rules: DeliveryRules,
): Static<typeof Tried> {
  const money = (amount: number): Money => ({ amount, currency })
  const about = { methodId: verdict.method.id, name: verdict.name }
  if (verdict.offer === null) {
    const { refusal } = verdict
    const profile = rules.profiles.find(({ id }) => id === refusal.profileId)?.name ?? null
    return {
      ...about,
      reason: refusal.reason,
      message: refusalInWords(refusal, { currency, profile }),
      price: null,
      pricedBy: null,
      earliest: null,
      latest: null,
      parts: [],
    }
  }
  const { offer, parts } = verdict
  return {
    ...about,
    reason: null,
    message: null,
    price: money(offer.amount),
    pricedBy: offer.pricedBy,
    earliest: dayAfter(timeZone, now, offer.minDays),
    latest: dayAfter(timeZone, now, offer.maxDays),
    parts: parts.map(({ profileId, measure, measured, base, added, free, amount }) => ({
      profileId,
      measure,
      measured,
      base: money(base),
      added: money(added),
      free,
      price: money(amount),
    })),
  }
}

const noSuchVariant = (line: number, currency: string): Error =>
  invalid(`lines.${line}.variantId`, 'unknown', `There is no such variant with a price in ${currency}.`)

interface BasketRow {
  variantId: string
  unitAmount: number
  parcel: Goods['parcel']
  levels: Level[]
}

/** At the present prices; a variant without one in this currency is named. */
async function basketOf(
  lines: Static<typeof TriedLine>[],
  { currency, to, unknown }: { currency: string; to: Purpose['to']; unknown: typeof noSuchVariant },
  ctx: Ctx,
): Promise<{ goods: Goods[]; sources: Sources }> {
  const price = priceFor(
    {
      variant: sql`v.id`,
      currency: sql`${currency}::text`,
      quantity: sql`w.quantity`,
      channel: sql`${ctx.scope.channelId}::uuid`,
      customer: sql`null::uuid`,
    },
    await listsNow(ctx),
  )
  const { rows } = await sql<BasketRow & { place: number }>`
    select w.place::int, v.id as "variantId", price.amount as "unitAmount", ${parcelText} as parcel,
      ${levelsOf('v.id', ctx.now(), await ifPlacesDiffer(ctx, sql`${ctx.scope.channelId}::uuid`))} as levels
    from unnest(${lines.map(({ variantId }) => variantId)}::uuid[], ${lines.map(({ quantity }) => quantity)}::int[])
      with ordinality as w(variant_id, quantity, place)
    join catalog.variant v on v.store_id = ${ctx.storeId} and v.id = w.variant_id
    join catalog.product p on p.id = v.product_id
    join lateral ${price} price on true`.execute(ctx.db)
  const goods = lines.map(({ variantId, quantity }, index) => {
    const row = rows.find(({ place }) => place === index + 1)
    if (!row) throw unknown(index, currency)
    return { ...row, variantId, quantity }
  })
  if (!Number.isSafeInteger(goods.reduce((sum, { quantity, unitAmount }) => sum + quantity * unitAmount, 0)))
    throw invalid('lines', 'too_large', 'The total would be larger than the store can count.')
  const places = await ctx.app.snapshots.read(placesSnapshot, ctx)
  const demand = goods.map(({ variantId, quantity }, index) => ({
    lineId: String(index),
    variantId,
    quantity,
  }))
  const found = [...new Map(goods.map((each) => [each.variantId, each.levels])).values()].flat()
  const levels = await arranged(ctx, found, demand, { channelId: ctx.scope.channelId, to })
  return {
    goods,
    sources: {
      leadDays: leadDaysOf(levels, demand, places),
      pickUpAt: (locationId) => pickUpPlace(locationId, levels, demand, places),
    },
  }
}
