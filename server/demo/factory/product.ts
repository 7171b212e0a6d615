/**
 * Made-up goods: the nth product of a large demo shop, the same at every run.
 *
 * Each takes after one of the 64 goods of the demo shop: its shelf, its choices, its facts and its
 * pictures, which are shared. Name, text, price, choice of variants and stock are its own.
 */
import { slugOf } from '#kit/text.ts'
import { products, type DemoProduct, type DemoVariant } from '../catalogue/index.ts'
import { chance, type Chance } from './chance.ts'
import { closings, middles, openings, places, qualifiers, virtues } from './words.ts'

/** A bundle is made of others, and is no model for a product of its own. */
const models = products.filter(({ bundle }) => !bundle)

/** Most variants that one of them has; the demo shop's own have up to nine. */
const MOST_VARIANTS = 3
const DAY_MS = 86_400_000
/** Two years of new arrivals. */
const OLDEST_DAYS = 730

export type MadeProduct = DemoProduct & { publishedAgoMs: number }

/** `number` counts from 0; `shop` is the number that the whole shop follows from. */
export function madeProduct(shop: number, number: number): MadeProduct {
  const luck = chance(shop, number)
  const model = models[number % models.length]!
  const noun = nounOf(model)
  const name = nameOf(shop, number, noun)
  const plain = noun.toLowerCase()
  return {
    ...model,
    name,
    slug: slugOf(name),
    subtitle: `A ${plain.replace(/s$/, '')} ${luck.pick(virtues)}`.replace(/^A (?=[aeiou])/, 'An '),
    description: [luck.pick(openings), luck.pick(middles), luck.pick(closings)].join(' '),
    featured: false,
    variants: variantsOf(shop, number, model, luck),
    publishedAgoMs: luck.whole(0, OLDEST_DAYS * DAY_MS),
  }
}

/** What it is, without its own name: `mug` of the Tide mug, `Print` of Moorings. */
function nounOf({ name, options, categories }: DemoProduct): string {
  if (options.includes('frame')) return 'Print'
  if (categories[0] === 'tea' && options.includes('weight')) return 'Tea'
  return /( box| set)/.test(name) ? name.replace(/ of .*/, '').toLowerCase() : name.split(' ').at(-1)!
}

/** The models that share a noun, so that a name is never given twice. */
const namesakes = Map.groupBy(models, nounOf)
const ways = places.length * qualifiers.length
/** Shares no divisor with `ways`, so that multiplying by it passes each way once. */
const STRIDE = 1_009

function nameOf(shop: number, number: number, noun: string): string {
  const family = namesakes.get(noun)!
  const place = family.indexOf(models[number % models.length]!)
  const nth = Math.floor(number / models.length) * family.length + place
  const way = ((nth + shop) * STRIDE) % ways
  const qualifier = qualifiers[Math.floor(way / places.length)]!
  const series = Math.floor(nth / ways)
  const word = noun.toLowerCase()
  return [qualifier, places[way % places.length], word, series > 0 ? `no. ${series + 1}` : '']
    .filter(Boolean)
    .join(' ')
}

function variantsOf(
  shop: number,
  number: number,
  model: DemoProduct,
  luck: Chance,
): [DemoVariant, ...DemoVariant[]] {
  const count = Math.min(model.variants.length, luck.whole(1, MOST_VARIANTS))
  const first = luck.whole(0, model.variants.length - count)
  const worth = 0.55 + luck.number() + (luck.number() < 0.05 ? luck.number() * 2 : 0) // a few dear ones
  const reduced = luck.number() < 0.08
  return model.variants.slice(first, first + count).map((variant, place) => {
    const price = priceNear(variant.price * worth)
    return {
      sku: `QD${shop}-${String(number).padStart(6, '0')}-${place + 1}`,
      options: variant.options,
      weightGrams: variant.weightGrams,
      price,
      ...(reduced ? { compareAt: priceNear(price * 1.25) + 100 } : {}),
      stock: stockOf(luck),
    }
  }) as [DemoVariant, ...DemoVariant[]]
}

/** Whole euros, the dearer the rounder; in cents. */
function priceNear(cents: number): number {
  const step = cents > 10_000 ? 500 : cents > 2_000 ? 100 : 50
  return Math.max(step, Math.round(cents / step) * step)
}

/** One in seventeen is sold out, one in eight nearly; the rest is there in tens and hundreds. */
function stockOf(luck: Chance): number {
  const lot = luck.number()
  if (lot < 0.06) return 0
  if (lot < 0.18) return luck.whole(1, 4)
  return 5 + Math.floor(luck.number() ** 3 * 400)
}
