/**
 * How much is in one of a variant, and what a kilogram, litre or metre of it costs.
 *
 * Directive 98/6/EC has shops tell the price of a unit of measure beside the selling price. It follows from whatever
 * price holds for the buyer, and is rounded to the minor unit, halves up.
 */
import { invalid } from '#kit/failure.ts'
import { Int, MAX_SAFE, Money, Words, shape, type Static } from '#kit/types.ts'

/** The kind of each unit, and its size in the smallest of that kind; `catalog.unit_size` knows the same. */
export const UNITS = {
  mg: ['mass', 1],
  g: ['mass', 1000],
  kg: ['mass', 1_000_000],
  ml: ['volume', 1],
  cl: ['volume', 10],
  l: ['volume', 1000],
  m3: ['volume', 1_000_000],
  mm: ['length', 1],
  cm: ['length', 10],
  m: ['length', 1000],
  cm2: ['area', 1],
  m2: ['area', 10_000],
  piece: ['piece', 1],
} as const satisfies Record<string, readonly [kind: string, size: number]>

export const MeasureUnit = Words('MeasureUnit', ...(Object.keys(UNITS) as [keyof typeof UNITS]))
export const MeasureAmount = Int(1, 1_000_000_000)

export const Content = shape(
  'Content',
  { amount: MeasureAmount, unit: MeasureUnit, perAmount: MeasureAmount, perUnit: MeasureUnit },
  { description: 'There is `amount` of `unit` in one; its price is told for `perAmount` of `perUnit`.' },
)
export type Content = Static<typeof Content>

export const MeasurePrice = shape(
  'MeasurePrice',
  { price: Money, amount: MeasureAmount, unit: MeasureUnit },
  { description: 'What `amount` of `unit` costs, rounded to the minor unit, halves up.' },
)
export type MeasurePrice = Static<typeof MeasurePrice>

/** Refuses to tell litres of what is sold in grams; `path` is that of the content. */
export function checkContent({ unit, perUnit }: Content, path: string): void {
  if (UNITS[unit][0] !== UNITS[perUnit][0])
    throw invalid(`${path}.perUnit`, 'other_kind', `What is measured in ${unit} has no price per ${perUnit}.`)
}

/** `amount` of money is for one. Null: it is sold by the piece, or nobody could count that much. */
export function measurePrice(content: Content | null, { amount, currency }: Money): MeasurePrice | null {
  if (!content) return null
  const per = BigInt(content.perAmount) * BigInt(UNITS[content.perUnit][1])
  const has = BigInt(content.amount) * BigInt(UNITS[content.unit][1])
  const price = (2n * BigInt(amount) * per + has) / (2n * has)
  if (price > MAX_SAFE) return null
  return { price: { amount: Number(price), currency }, amount: content.perAmount, unit: content.perUnit }
}

/** JSON of a Content, as plain SQL; `variant` is the alias of a catalog.variant. */
export const contentText = (variant: string) =>
  `case when ${variant}.content_size is not null then json_build_object('amount', ${variant}.content_size, 'unit', ${variant}.content_unit,
    'perAmount', ${variant}.per_size, 'perUnit', ${variant}.per_unit) end`

/** The same as `measurePrice`, as plain SQL: JSON of a MeasurePrice. */
export const measurePriceText = (variant: string, amount: string, currency: string) =>
  `(select json_build_object('price', json_build_object('amount', told.amount, 'currency', ${currency}), 'amount', ${variant}.per_size, 'unit', ${variant}.per_unit)
    from (select round(${amount}::numeric * ${variant}.per_size * catalog.unit_size(${variant}.per_unit)
      / (${variant}.content_size::bigint * catalog.unit_size(${variant}.content_unit))) as amount) told where told.amount <= ${MAX_SAFE})`
