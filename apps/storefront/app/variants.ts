/** Which variant a product page shows, and where each value of each option leads from there. */
import { nearest } from './quantities.ts'
import type { Picture, Product, Variant } from './store.ts'

/** Whether the address names what can be an article number; the store refuses to look for anything else. */
export const isSku = (named: string | null): named is string => named !== null && /^[^\0]{1,80}$/u.test(named)

/** There are as many as are sold at once. */
export const canBeBought = ({ available, quantityRule }: Variant): boolean =>
  nearest(quantityRule, quantityRule.minimum, available) > 0

/** The variant asked for by its item number; else the first that can be bought; else the first. */
export function chooseVariant(product: Product, sku: string | null): Variant | null {
  return (
    product.variants.find((variant) => variant.sku === sku) ??
    product.variants.find(canBeBought) ??
    product.variants[0] ??
    null
  )
}

/** The pictures of a product with those that show a variant first, then those of no variant, then the others'. */
export function picturesFor(product: Product, variant: Variant | null): Picture[] {
  const own = variant ? picturedLike(product, variant) : []
  const others = new Set(product.variants.flatMap((each) => each.pictureUrls))
  const place = ({ url }: Picture) => {
    const at = own.indexOf(url)
    if (at >= 0) return at
    return others.has(url) ? Infinity : own.length
  }
  return product.pictures.toSorted((a, b) => (place(a) === place(b) ? 0 : place(a) - place(b)))
}

/** The addresses of its pictures; else those of the variant most like it: the large red one looks like the small red one. */
function picturedLike(product: Product, variant: Variant): string[] {
  const alike = (other: Variant) =>
    other === variant
      ? Infinity
      : other.choices.filter(({ option, value }) => valueOf(variant, option) === value).length
  const [nearest] = product.variants
    .filter((other) => other.pictureUrls.length > 0 && alike(other) > 0)
    .toSorted((a, b) => alike(b) - alike(a))
  return nearest?.pictureUrls ?? []
}

const valueOf = (variant: Variant, option: string) =>
  variant.choices.find((choice) => choice.option === option)?.value

export type Way = {
  key: string
  name: string
  swatch: string | null
  chosen: boolean
  variant: Variant | null
}

/**
 * For each value of an option: the variant that differs from the present one in this option alone; if that
 * one is not made, the nearest with the value, so that no choice is a dead end.
 */
export function waysFrom(product: Product, present: Variant, option: string): Way[] {
  const values = product.options.find((one) => one.key === option)?.values ?? []
  const others = product.options.map((one) => one.key).filter((key) => key !== option)
  const likeness = (variant: Variant) =>
    others.filter((key) => valueOf(variant, key) === valueOf(present, key)).length +
    (canBeBought(variant) ? 0.5 : 0)
  return values
    .map((value) => {
      const made = product.variants.filter((variant) => valueOf(variant, option) === value.key)
      const exact = made.find((variant) =>
        others.every((key) => valueOf(variant, key) === valueOf(present, key)),
      )
      const nearest = made.toSorted((a, b) => likeness(b) - likeness(a))[0] ?? null
      return {
        key: value.key,
        name: value.name,
        swatch: value.swatch,
        chosen: valueOf(present, option) === value.key,
        variant: exact ?? nearest,
      }
    })
    .filter((way) => way.variant !== null)
}
