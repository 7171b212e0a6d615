/** What the demo shop says in a language besides English. */
export interface ProductText {
  name: string
  subtitle: string
  /** Plain paragraphs, parted by a blank line. */
  description: string
}

/** By the product's slug in English. */
export type ProductTexts = Record<string, ProductText>

export interface Language {
  locale: string
  products: ProductTexts
  /** Name and description, by the category's slug in English. */
  categories: Record<string, { name: string; description: string }>
  /** The same, by the collection's. */
  collections: Record<string, { name: string; description: string }>
  /** Of an option by its key, of a value by `option value`. */
  options: Record<string, string>
  /** A fact's name or value as it is said in English, and how it is said here. A measure needs no words. */
  facts: Record<string, string>
  /** Said of a picture that shows a part of the thing. */
  near: string
  /** How `12.5` `cm` is written. */
  measure: (number: string, unit: string) => string
  /** Ways of delivery by their keys, and other words of the shop by what they are in English. */
  delivery: Record<string, { name: string; description: string }>
}
