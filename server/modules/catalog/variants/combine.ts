/**
 * Makes the variants of a product for all combinations of the values named, or says which they would be.
 *
 * What is there already stays as it is, so a value more is asked for in the same way. All are written at once, however
 * many. They have no price yet, so none is for sale before `pricing.prices.set`.
 */
import { sql } from 'kysely'
import type { Ctx } from '#kit/context.ts'
import { invalid } from '#kit/failure.ts'
import { newId } from '#kit/id.ts'
import { command } from '#kit/operation.ts'
import { permission } from '#kit/policy.ts'
import { Count, Flag, Id, List, Nullable, Text, Type, Version, shape, type Static } from '#kit/types.ts'
import { Archived, Full, SkuTaken } from '../failures.ts'
import { LONGEST_SKU, MOST_OPTIONS, MOST_VALUES, MOST_VARIANTS } from '../limits.ts'
import { Sku, lockProduct, touchProduct } from '../products/product.ts'
import { checkContent } from '../measure.ts'
import { checkRule } from '../quantity.ts'
import { writeVariants } from '../write.ts'
import { Choices, retryClash, siblingsOf, variantFields } from './variant.ts'

const Axis = shape('VariantAxis', { optionId: Id, valueIds: List(Id, MOST_VALUES, { minItems: 1 }) })
type Axis = Static<typeof Axis>

const { weightGrams, quantityRule, content } = variantFields

export const combine = command({
  id: 'catalog.variants.combine',
  summary: 'Make the variants of all combinations of values',
  description:
    'Name every option of the product once, with the values wanted. With `preview` nothing is written, and the variants have no ids. Article numbers are `skuStart` and the keys of the values, joined by hyphens.',
  rest: 'POST /products/:productId/combinations',
  audience: 'staff',
  access: permission('catalog.write'),
  input: Type.Object({
    productId: Id,
    expectedVersion: Type.Optional(Version),
    axes: List(Axis, MOST_OPTIONS, { minItems: 1 }),
    skuStart: Text(60),
    weightGrams: Type.Optional(weightGrams),
    quantityRule: Type.Optional(quantityRule),
    content: Type.Optional(content),
    preview: Type.Optional(Flag),
  }),
  output: shape('VariantCombinations', {
    /** Those that the product has already. */
    there: Count,
    made: List(shape('CombinedVariant', { id: Nullable(Id), sku: Sku, choices: Choices }), MOST_VARIANTS),
    version: Version,
  }),
  failures: [Archived, Full, SkuTaken],
  async run({ productId, expectedVersion, axes, skuStart, preview = false, ...given }, ctx) {
    const { version } = await lockProduct(ctx, productId, expectedVersion)
    const { optionIds, known, lastPosition } = await siblingsOf(ctx, productId)
    const keys = await keysOf(ctx, axes, optionIds)
    if (given.quantityRule) checkRule(given.quantityRule, 'quantityRule')
    if (given.content) checkContent(given.content, 'content')
    const size = axes.reduce((product, { valueIds }) => product * valueIds.length, 1)
    if (size > MOST_VARIANTS) throw Full({ limit: MOST_VARIANTS })
    const there = new Set(known.map(({ valueIds }) => valueIds.toSorted().join()))
    const made = combinations(axes).flatMap((choices) => {
      const valueIds = choices.map(({ valueId }) => valueId)
      if (there.has(valueIds.toSorted().join())) return []
      const sku = [skuStart.trim(), ...valueIds.map((id) => keys.get(id))].join('-')
      return [{ id: newId(), sku, choices }]
    })
    if (known.length + made.length > MOST_VARIANTS) throw Full({ limit: MOST_VARIANTS })
    await checkSkus(ctx, made)
    const answer = { there: size - made.length, made, version }
    if (preview || made.length === 0) return { ...answer, made: made.map((each) => ({ ...each, id: null })) }
    const rows = made.map(({ id, sku, choices }, place) => ({
      ...given,
      id,
      productId,
      sku,
      position: lastPosition + 1 + place,
      weightGrams: given.weightGrams ?? 0,
      values: choices,
    }))
    await retryClash(writeVariants(rows, ctx))
    await touchProduct(ctx, productId)
    ctx.audit({
      subject: 'catalog.product',
      subjectId: productId,
      before: null,
      after: { variants: made.map(({ sku }) => sku) },
    })
    return { ...answer, version: version + 1 }
  },
})

/** Every option of the product once, each with values of its own: their keys by id. */
async function keysOf(ctx: Ctx, axes: Axis[], optionIds: string[]): Promise<Map<string, string>> {
  const { rows } = await sql<{ id: string; option: string; key: string }>`
    select id, option_id as option, key from catalog.option_value
    where store_id = ${ctx.storeId} and option_id = any(${axes.map(({ optionId }) => optionId)}::uuid[])`.execute(
    ctx.db,
  )
  const values = new Map(rows.map((row) => [row.id, row]))
  axes.forEach(({ optionId, valueIds }, index) => {
    const path = `axes.${index}`
    if (!optionIds.includes(optionId))
      throw invalid(`${path}.optionId`, 'unknown', 'This is not an option of the product.')
    if (axes.findIndex((each) => each.optionId === optionId) < index)
      throw invalid(`${path}.optionId`, 'duplicate', 'This option is named twice.')
    valueIds.forEach((id, at) => {
      if (values.get(id)?.option !== optionId)
        throw invalid(`${path}.valueIds.${at}`, 'unknown', 'This is not a value of that option.')
      if (valueIds.indexOf(id) < at)
        throw invalid(`${path}.valueIds.${at}`, 'duplicate', 'This value is named twice.')
    })
  })
  if (axes.length < optionIds.length)
    throw invalid('axes', 'required', 'Every option of the product must be named.')
  return new Map(rows.map(({ id, key }) => [id, key]))
}

type Choice = { optionId: string; valueId: string }

/** The last axis turns fastest, as an odometer does. */
function combinations(axes: Axis[]): Choice[][] {
  return axes.reduce<Choice[][]>(
    (begun, { optionId, valueIds }) =>
      begun.flatMap((choices) => valueIds.map((valueId) => [...choices, { optionId, valueId }])),
    [[]],
  )
}

async function checkSkus(ctx: Ctx, made: { sku: string }[]): Promise<void> {
  const skus = made.map(({ sku }) => sku)
  if (skus.some((sku) => sku.length > LONGEST_SKU))
    throw invalid(
      'skuStart',
      'too_long',
      `With the keys of the values article numbers would be longer than ${LONGEST_SKU}.`,
    )
  const { rows } = await sql<{ sku: string }>`
    select sku from catalog.variant where store_id = ${ctx.storeId} and sku = any(${skus}) and archived_at is null
    order by sku limit 100`.execute(ctx.db)
  // Keys may have hyphens of their own.
  const seen = new Set<string>()
  const twice = skus.filter((sku) => seen.size === seen.add(sku).size)
  const taken = [...new Set([...rows.map(({ sku }) => sku), ...twice])].slice(0, 100)
  if (taken.length > 0) throw SkuTaken({ skus: taken })
}
