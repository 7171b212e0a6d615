/**
 * A cart with its totals, problems and what it still misses, from its row and the rates in memory.
 *
 * No database here. `orders.place` takes the same result, and checks in its
 * transaction that the rates were still those.
 */
import type { Ctx } from '#kit/context.ts'
import { invalid } from '#kit/failure.ts'
import type { OwnField } from '#kit/own-fields.ts'
import type { Address } from '../customers/index.ts'
import { weigh, type Weighed } from '../promotions/index.ts'
import { currentSettings, localeChain, type Market, type Settings } from '../settings/index.ts'
import {
  deliverySnapshot,
  judge,
  questionsFor,
  unasked,
  type Asked,
  type CarrierQuestion,
  type Offer,
  type Verdict,
} from '../delivery/index.ts'
import {
  arranged,
  leadDaysOf,
  pickUpPlace,
  placesSnapshot,
  promisesNow,
  type LinePromise,
} from '../inventory/index.ts'
import {
  dayIn,
  decideRelief,
  rateFor,
  rateOf as rateOfParts,
  taxSnapshot,
  taxedAt,
  type Decided,
  type Rate,
  type TaxPart,
  type TaxRates,
} from '../tax/index.ts'
import type { Missing } from './cart.ts'
import type { BundleRow } from './bundle-rows.ts'
import { bundled } from './bundles.ts'
import { depositsOf, type DepositLine } from './deposits.ts'
import { TOTAL_TOO_LARGE } from './fault-words.ts'
import { OWN_RATES, quotedRate, quotedTaxes, type Quoted } from './quoted.ts'
import { heldPrice, type HeldPrice } from './held-price.ts'
import type { CartRow, LineRow } from './rows.ts'
import { ownFieldsOf } from './own-fields.ts'
import { cartSettingsSnapshot } from './settings.ts'
import { totalsOf, type CalculatedTotals } from './totals.ts'

/** `unitAmount` is the present price, or the held one; the last seen one for what is no longer for sale. */
export interface PricedLine extends LineRow, HeldPrice, Taxed {
  priceId: string | null
  promise: LinePromise | null
  ownFields: OwnField[]
}

interface Taxed {
  rate: Rate
  discount: number
  /** The tax in the price that is not charged. */
  taxRelief: number
  /** After the discount and the relief. */
  total: number
  tax: number
  taxParts: TaxPart[]
}

export interface PricedBundle extends BundleRow {
  ownFields: OwnField[]
  /** What one costs. */
  unitAmount: number
  /** What the parts of all of them cost by themselves. */
  separately: number
  /** The difference, for all of them. */
  reduction: number
}

export type PricedDeposit = DepositLine & Taxed

export interface PricedCart {
  row: CartRow
  market: Market
  lines: PricedLine[]
  bundles: PricedBundle[]
  /** What is asked for bottles and the like, each with the line it goes with. */
  deposits: PricedDeposit[]
  /** The goods as bundles leave them, before discounts: by this delivery may cost nothing. */
  goodsAmount: number
  offers: Offer[]
  /** All ways of delivery, also those that are not offered. */
  ways: Verdict[]
  /** What carriers have yet to be asked. */
  unasked: CarrierQuestion[]
  needsDelivery: boolean
  delivery: (Offer & { rate: Rate }) | null
  totals: CalculatedTotals
  weighed: Weighed
  quoted: Quoted
  /** Whether the buyer pays tax, and why. */
  decided: Decided
  missing: Missing[]
}

/** `held`: an order holds what the cart uses of its promotions; by default as the cart's state says. */
export async function price(
  row: CartRow,
  ctx: Ctx,
  held = row.state === 'completing' || row.state === 'completed',
): Promise<PricedCart> {
  const settings = await currentSettings(ctx)
  const rates = await ctx.app.snapshots.read(taxSnapshot, ctx)
  const rules = await ctx.app.snapshots.read(deliverySnapshot, ctx)
  const market = settings.markets.find((each) => each.id === row.market_id) ?? settings.markets[0]!
  const { priceHoldMinutes } = await ctx.app.snapshots.read(cartSettingsSnapshot, ctx)
  const promise = await promisesNow(ctx, row.channel_id)
  const locales = localeChain(settings, ctx.scope.locale)
  const valued = row.lines.map((line) => ({
    ...line,
    ...heldPrice(line, priceHoldMinutes, ctx.now()),
    // What an order of this cart holds is no longer for sale, so it says nothing of what is there.
    promise: held ? null : promise(line.variantId, line.available, line.quantity),
    ownFields: ownFieldsOf(line, ctx, locales),
  }))
  const bundles = await orTooLarge(async () => bundled(row.bundles.map(asPriced), valued))
  const needsDelivery = valued.some((line) => line.shippable)
  const to = row.shipping_address ?? row.billing_address
  const asked: Asked = {
    country: to?.country ?? settings.store.country,
    region: to?.region ?? null,
    postalCode: to?.postalCode ?? null,
    currency: row.currency,
    subtotal: valued.reduce(
      (sum, line, index) => sum + line.quantity * line.unitAmount - bundles.off[index]!,
      0,
    ),
    goods: valued.filter((line) => line.shippable),
    locales,
    timeZone: settings.store.timeZone,
    now: ctx.now(),
    from: settings.store.country,
    quotes: row.quotes,
  }
  const ways = needsDelivery ? judge(rules, asked, await sourcesOf(row, ctx)) : []
  const offers = ways.flatMap(({ offer }) => offer ?? [])
  const wanted = offers.find((offer) => offer.methodId === row.delivery_method_id)
  const chosen = wanted && (row.shipping_address || wanted.pickUp) ? wanted : null
  const handedOver = chosen?.pickUp?.address ?? row.shipping_address ?? row.billing_address
  const rateOf = rateFinder(handedOver, settings, rates, ctx)
  const from = settings.store.country
  const decided = decideRelief(
    { taxId: row.tax_id, check: row.tax_check, certificates: row.tax_certificates },
    { from, to: handedOver ?? { country: from, region: null }, now: ctx.now() },
    rates,
  )
  const delivery = chosen ? { ...chosen, rate: rateOf(chosen.taxCategoryId) } : null
  const unpriced = await orTooLarge(() => depositsOf(row, ctx))
  const { lines, deposits, weighed, quoted, totals } = await orTooLarge(async () => {
    const basket = {
      lines: valued.map((line, index) => ({ ...line, off: bundles.off[index]! })),
      delivery: delivery?.amount ?? null,
      currency: row.currency,
      channelId: row.channel_id,
      codes: row.codes,
      buyer: { customerId: row.customer_id, email: row.email },
      held,
    }
    const weighed = await weigh(basket, ctx)
    const goods = {
      lines: [
        ...valued.map((line, index) => ({
          ...line,
          discount: bundles.off[index]! + weighed.lines[index]!,
        })),
        ...unpriced,
      ].map((line) => ({ ...line, rate: rateOf(line.taxCategoryId) })),
      delivery: delivery && { ...delivery, discount: weighed.delivery },
      taxIncluded: market.pricesIncludeTax,
      rounding: market.taxRounding as 'line' | 'total',
    }
    const about = {
      currency: row.currency,
      on: dayIn(settings.store.timeZone, ctx.now()),
      from,
      to: handedOver,
      categories: rates.categories,
    }
    // What an exempt buyer would be charged is the store's own to work out.
    const quoted = decided.relief ? OWN_RATES : await quotedTaxes(goods, about, ctx)
    const totals = totalsOf({ ...goods, taxes: quoted.taxes, relief: decided.relief })
    const taxed = <T extends { taxCategoryId: string }>(line: T, index: number): T & Taxed => ({
      ...line,
      ...totals.lines[index]!,
      rate: decided.relief
        ? rateOfParts(totals.lines[index]!.taxParts)
        : quotedRate(quoted, index, rateOf(line.taxCategoryId)),
    })
    return {
      lines: valued.map(taxed),
      deposits: unpriced.map((deposit, index) => taxed(deposit, valued.length + index)),
      weighed,
      quoted,
      totals,
    }
  })
  return {
    row,
    market,
    lines,
    bundles: row.bundles.map((bundle, index) => ({
      ...bundle,
      ...bundles.bundles[index]!,
      ownFields: ownFieldsOf(bundle, ctx, locales),
    })),
    deposits,
    goodsAmount: asked.subtotal,
    offers,
    ways,
    unasked: unasked(questionsFor(rules, asked), row.quotes, ctx.now()),
    needsDelivery,
    delivery: delivery && {
      ...delivery,
      rate: decided.relief ? rateOfParts(totals.deliveryTaxParts) : quotedRate(quoted, -1, delivery.rate),
    },
    totals,
    weighed,
    quoted,
    decided,
    missing: missingOf(row, needsDelivery, delivery),
  }
}

/** A bundle that is no longer sold costs what it did when it was seen. */
function asPriced(bundle: BundleRow) {
  return { ...bundle, amount: bundle.bySum ? null : (bundle.amount ?? bundle.seenAmount) }
}

/** Where the goods would come from; services come from nowhere. */
async function sourcesOf(row: CartRow, ctx: Ctx) {
  const places = await ctx.app.snapshots.read(placesSnapshot, ctx)
  const goods = row.lines.filter((line) => line.shippable)
  const demand = goods.map(({ id, variantId, quantity }) => ({ lineId: id, variantId, quantity }))
  const purpose = { channelId: row.channel_id, to: row.shipping_address }
  const levels = await arranged(
    ctx,
    goods.flatMap((line) => line.levels),
    demand,
    purpose,
  )
  return {
    leadDays: leadDaysOf(levels, demand, places),
    pickUpAt: (locationId: string) => pickUpPlace(locationId, levels, demand, places),
  }
}

/** The rate where the goods are handed over; before an address is known, where the store is. */
function rateFinder(address: Address | null, settings: Settings, rates: TaxRates, ctx: Ctx) {
  const { country, timeZone } = settings.store
  const place = taxedAt(rates, country, address ?? { country, region: null })
  const on = dayIn(timeZone, ctx.now())
  const known = new Map<string, Rate>()
  return (categoryId: string): Rate => {
    const rate = known.get(categoryId) ?? rateFor(rates, { ...place, categoryId, on })
    known.set(categoryId, rate)
    return rate
  }
}

async function orTooLarge<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    throw invalid('quantity', 'too_large', TOTAL_TOO_LARGE)
  }
}

/** What nobody brings needs no address but one for the bill. */
function missingOf(row: CartRow, needsDelivery: boolean, delivery: PricedCart['delivery']): Missing[] {
  const isBrought = needsDelivery && !delivery?.pickUp
  const address = isBrought ? row.shipping_address : (row.shipping_address ?? row.billing_address)
  const missing: Missing[] = []
  if (row.lines.length === 0) missing.push('items')
  if (!row.email) missing.push('email')
  if (!address) missing.push(row.lines.length > 0 && !isBrought ? 'billing_address' : 'shipping_address')
  if (needsDelivery && !delivery) missing.push('delivery')
  return missing
}
