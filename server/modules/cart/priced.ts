/**
 * A cart with its totals, problems and what it still misses, from its row and the rates in memory.
 *
 * No database here. `orders.place` takes the same result, and checks in its
 * transaction that the rates were still those.
 */
import type { Ctx } from '#kit/context.ts'
import { invalid } from '#kit/failure.ts'
import { currentSettings, localeChain, type Market, type Settings } from '../settings/index.ts'
import { deliverySnapshot, offersFor, type Offer } from '../delivery/index.ts'
import { dayIn, rateFor, taxSnapshot, type TaxRates } from '../tax/index.ts'
import type { Missing } from './cart.ts'
import type { CartRow, LineRow } from './rows.ts'
import { totalsOf, type CalculatedTotals, type Rate } from './totals.ts'

export interface PricedLine extends LineRow {
  /** The present price; the last seen one for what is no longer for sale. */
  unitAmount: number
  rate: Rate
  total: number
  tax: number
}

export interface PricedCart {
  row: CartRow
  market: Market
  lines: PricedLine[]
  offers: Offer[]
  needsDelivery: boolean
  delivery: (Offer & { rate: Rate }) | null
  totals: CalculatedTotals
  missing: Missing[]
}

export async function price(row: CartRow, ctx: Ctx): Promise<PricedCart> {
  const settings = await currentSettings(ctx)
  const rates = await ctx.app.snapshots.read(taxSnapshot, ctx)
  const methods = await ctx.app.snapshots.read(deliverySnapshot, ctx)
  const market = settings.markets.find((each) => each.id === row.market_id) ?? settings.markets[0]!
  const rateOf = rateFinder(row, settings, rates, ctx)
  const lines = row.lines.map((line) => ({
    ...line,
    unitAmount: line.amount ?? line.seenAmount,
    rate: rateOf(line.taxCategoryId),
  }))
  const needsDelivery = lines.some((line) => line.shippable)
  const offers = needsDelivery
    ? offersFor(methods, {
        country: (row.shipping_address ?? row.billing_address)?.country ?? settings.store.country,
        currency: row.currency,
        subtotal: lines.reduce((sum, line) => sum + line.quantity * line.unitAmount, 0),
        locales: localeChain(settings, ctx.scope.locale),
      })
    : []
  const chosen = row.shipping_address && offers.find((offer) => offer.methodId === row.delivery_method_id)
  const delivery = chosen ? { ...chosen, rate: rateOf(chosen.taxCategoryId) } : null
  const totals = add(lines, delivery, market)
  return {
    row,
    market,
    lines: lines.map((line, index) => ({ ...line, ...totals.lines[index]! })),
    offers,
    needsDelivery,
    delivery,
    totals,
    missing: missingOf(row, needsDelivery, delivery !== null),
  }
}

/** The rate where the goods go; before an address is known, where the store is. */
function rateFinder(row: CartRow, settings: Settings, rates: TaxRates, ctx: Ctx) {
  const address = row.shipping_address ?? row.billing_address
  const country = address?.country ?? settings.store.country
  const on = dayIn(settings.store.timeZone, ctx.now())
  return (categoryId: string): Rate =>
    rateFor(rates, { categoryId, country, region: address?.region ?? null, on })
}

function add(lines: Omit<PricedLine, 'total' | 'tax'>[], delivery: PricedCart['delivery'], market: Market) {
  try {
    return totalsOf({
      lines,
      delivery,
      taxIncluded: market.pricesIncludeTax,
      rounding: market.taxRounding as 'line' | 'total',
    })
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    throw invalid('quantity', 'too_large', 'The total would be larger than the store can count.')
  }
}

function missingOf(row: CartRow, needsDelivery: boolean, hasDelivery: boolean): Missing[] {
  const address = needsDelivery ? row.shipping_address : (row.shipping_address ?? row.billing_address)
  const missing: Missing[] = []
  if (row.lines.length === 0) missing.push('items')
  if (!row.email) missing.push('email')
  const onlyServices = row.lines.length > 0 && !needsDelivery
  if (!address) missing.push(onlyServices ? 'billing_address' : 'shipping_address')
  if (needsDelivery && !hasDelivery) missing.push('delivery')
  return missing
}
