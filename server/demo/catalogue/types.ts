/**
 * What the demo shop is made of, before any module has seen it.
 *
 * Plain data in one language and, but for a few prices abroad, one currency (EUR): whoever
 * seeds the shop turns it into products, prices and stock.
 */
import type { Content } from '../../modules/catalog/index.ts'

export type DemoCategory = { slug: string; name: string; description: string; position: number }

/** `goods` are slugs, in their order. */
export type DemoCollection = { slug: string; name: string; description: string; goods: string[] }

export type DemoOptionKey =
  | 'colour'
  | 'size'
  | 'set'
  | 'material'
  | 'format'
  | 'frame'
  | 'weight'
  | 'ruling'
  | 'scent'

/** Shared by all products: "sea" is one value wherever it is offered. `swatch` is an sRGB hex colour. */
export type DemoOption = {
  key: DemoOptionKey
  name: string
  values: { key: string; name: string; swatch?: string }[]
}

export type DemoChoice = Partial<Record<DemoOptionKey, string>>

/** `key` names `pictures/masters/<key>.webp`; `shows` says which choice it depicts, if not all of them. */
export type DemoPicture = { key: string; alt: string; shows?: DemoChoice }

/** Whether it shows a part of the thing, after those that show all of it. */
export const isNear = (key: string) => key.endsWith('-detail')

export type DemoVariant = {
  sku: string
  options: DemoChoice
  /** Euro cents, VAT included. */
  price: number
  /** The earlier, higher price in euro cents, where one is struck through. */
  compareAt?: number
  weightGrams: number
  /** How much is in one, where it is sold by measure. */
  content?: Content
  /** Units on hand when the shop is first seeded; of a bundle none. */
  stock: number
}

export type DemoProduct = {
  slug: string
  /** Category slugs; the first is the product's home. */
  categories: [string, ...string[]]
  name: string
  subtitle: string
  /** Plain paragraphs, parted by a blank line. */
  description: string
  facts: { name: string; value: string }[]
  options: DemoOptionKey[]
  taxCategory: 'standard' | 'reduced'
  picture: [DemoPicture, ...DemoPicture[]]
  variants: [DemoVariant, ...DemoVariant[]]
  /** What each costs in euro cents from so many on. */
  tiers?: { from: number; price: number }[]
  /** Where a variant, by its sku, does not follow the rate: minor units by currency. */
  abroad?: Record<string, Record<string, number>>
  /** Its one variant is these together: what is always in it, and one of each choice. Its stock is theirs. */
  bundle?: { parts: string[]; choices: { name: string; skus: string[] }[] }
  /** Shown on the home page. */
  featured?: boolean
}
