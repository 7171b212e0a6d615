/** What a product is offered in: its variants that have a price for the one who asks. */
import { measurePrice, type Content, type QuantityRule } from '../catalog/index.ts'
import type { LinePromise, Promises, StockPromise } from '../inventory/index.ts'
import {
  depositsFor,
  resolvePrice,
  type Deposit,
  type DepositCounts,
  type PriceList,
  type Resolved,
} from '../pricing/index.ts'
import type { MediaRow, ValueRow, VariantRow } from './product-rows.ts'
import { LOW_STOCK, MOST_SHOWN, type Product, type Variant } from './shapes.ts'

export interface Offer {
  id: string
  sku: string
  price: Resolved
  pieces: number
  quantityRule: QuantityRule
  content: Content | null
  counts: DepositCounts | null
  values: string[]
}

export function offersOf(rows: VariantRow[], lists: PriceList[]): Offer[] {
  return rows.flatMap(([id, sku, prices, pieces, quantityRule, content, counts, values]) => {
    const price = resolvePrice(prices ?? [], lists, 1)
    return price ? [{ id, sku, price, pieces, quantityRule, content, counts, values: values ?? [] }] : []
  })
}

/** There are as many as are sold at once. */
export const canBeHad = ({ pieces, quantityRule }: Offer): boolean => pieces >= quantityRule.minimum

interface Around {
  currency: string
  media: MediaRow[]
  /** In their order. */
  values: ValueRow[]
  promiseOf: Promises
  deposits: readonly Deposit[]
  locales: string[]
}

export function variantOf(offer: Offer, around: Around): Variant {
  const { id, sku, price, pieces, quantityRule, content, counts } = offer
  const { currency, media, values, promiseOf } = around
  const money = (amount: number) => ({ amount, currency })
  const urls = media.flatMap(([, variantId, { url }]) => (variantId === id ? [url] : []))
  return {
    id,
    sku,
    choices: values
      .filter(([value]) => offer.values.includes(value))
      .map(([, option, optionName, value, valueName, swatch]) => ({
        option,
        optionName,
        value,
        valueName,
        swatch,
      })),
    ...shownPrice(price, currency),
    reducedUntil: price.compareAt === null ? null : price.list.endsAt,
    measurePrice: measurePrice(content, money(price.amount)),
    tiers: price.tiers.map((tier) => ({
      minQuantity: tier.minQuantity,
      price: money(tier.amount),
      measurePrice: measurePrice(content, money(tier.amount)),
    })),
    deposits: depositsFor(counts, 1, around).map(({ name, quantity, unitAmount }) => ({
      name,
      count: quantity,
      total: money(quantity * unitAmount),
    })),
    availability: availabilityOf(pieces),
    available: Math.min(pieces, MOST_SHOWN),
    promise: shownPromise(promiseOf(id, pieces, 1)),
    quantityRule,
    pictureUrl: urls[0] ?? null,
    pictureUrls: urls,
  }
}

export function shownPrice({ amount, compareAt, lowest }: Resolved, currency: string) {
  return {
    price: { amount, currency },
    compareAt: compareAt === null ? null : { amount: compareAt, currency },
    lowestIn30Days: lowest === null ? null : { amount: lowest, currency },
  }
}

export const availabilityOf = (pieces: number): Product['availability'] =>
  pieces > LOW_STOCK ? 'in_stock' : pieces > 0 ? 'low_stock' : 'out_of_stock'

const shownPromise = (promise: LinePromise | null): StockPromise | null =>
  promise && { kind: promise.kind, shipsOn: promise.shipsOn }
