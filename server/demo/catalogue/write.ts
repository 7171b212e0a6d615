/** Short ways to write the catalogue down, so that its files read as a list and not as punctuation. */
import type { DemoChoice, DemoVariant } from './types.ts'

/** Joins wrapped lines into paragraphs; a blank line parts two of them. */
export function prose(text: TemplateStringsArray): string {
  return text
    .join('')
    .trim()
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.replace(/\s*\n\s*/g, ' ').trim())
    .join('\n\n')
}

export function variant(
  sku: string,
  options: DemoChoice,
  price: number,
  weightGrams: number,
  stock: number,
  compareAt?: number,
): DemoVariant {
  return { sku, options, price, weightGrams, stock, ...(compareAt === undefined ? {} : { compareAt }) }
}

/** `fact('Made in', 'Portugal')`, as a table row on the product page. */
export function fact(name: string, value: string) {
  return { name, value }
}
