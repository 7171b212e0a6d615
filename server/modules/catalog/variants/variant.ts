/** The rules of variants: each chooses once among each option of its product, no two alike, no article number twice. */
import { sql } from 'kysely'
import type { Ctx } from '#kit/context.ts'
import { checkCustom, type CustomValues } from '#kit/custom.ts'
import { sqlState } from '#kit/db.ts'
import { NotFound, invalid } from '#kit/failure.ts'
import { patch } from '#kit/patch.ts'
import { Id, Int, List, Nullable, Type, shape } from '#kit/types.ts'
import { CUSTOM, VariantCustom } from '../custom.ts'
import { CombinationTaken } from '../failures.ts'
import { Content, checkContent } from '../measure.ts'
import { QuantityRule, checkRule } from '../quantity.ts'
import { MOST_OPTIONS, Position } from '../limits.ts'
import { Sku, localesOf, variantJson, type CatalogVariant } from '../products/product.ts'

export const Choices = List(shape('NewVariantChoice', { optionId: Id, valueId: Id }), MOST_OPTIONS)
export const variantFields = {
  weightGrams: Int(0, 10_000_000),
  quantityRule: QuantityRule,
  content: Nullable(Content),
  choices: Choices,
  custom: VariantCustom,
}

export const NewVariant = shape(
  'NewVariant',
  { id: Type.Optional(Id), sku: Sku, ...patch(variantFields) },
  { description: 'Who makes the `id` can speak of the variant in the same batch, to give it a price.' },
)
export const variantPatch = patch({ sku: Sku, position: Position, ...variantFields })

interface Wanted {
  id?: string
  sku: string
  quantityRule?: QuantityRule
  content?: Content | null
  choices?: { optionId: string; valueId: string }[]
  custom?: CustomValues
}

interface Checked {
  /** Of the product. */
  optionIds: string[]
  /** Its other live variants. */
  known: { sku: string; valueIds: string[] }[]
  variants: Wanted[]
  /** Where a variant stands in the input, with the dot behind. */
  path: (index: number) => string
  /** Its own article number is not taken. */
  ownId?: string
}

export async function checkVariants(ctx: Ctx, given: Checked): Promise<void> {
  const { variants, optionIds, path } = given
  if (variants.length === 0) return
  const valueIds = variants.flatMap(({ choices = [] }) => choices.map(({ valueId }) => valueId))
  const ids = variants.flatMap(({ id = [] }) => id)
  const { rows } = await sql<{ taken: string[]; known: string[]; options: Record<string, string> }>`
    select array(select v.sku from catalog.variant v where v.store_id = ${ctx.storeId} and v.sku = any(${variants.map(({ sku }) => sku.trim())})
        and v.archived_at is null and v.id is distinct from ${given.ownId ?? null}::uuid) as taken,
      array(select v.id::text from catalog.variant v where v.id = any(${ids}::uuid[])) as known,
      coalesce((select json_object_agg(ov.id, ov.option_id) from catalog.option_value ov
        where ov.store_id = ${ctx.storeId} and ov.id = any(${valueIds}::uuid[])), '{}') as options`.execute(
    ctx.db,
  )
  const { taken, known, options } = rows[0]!
  const combinations = new Map(given.known.map(({ sku, valueIds: ids }) => [ids.toSorted().join(), sku]))
  const skus = new Set(taken)
  const seen = new Set(known)
  variants.forEach(({ id, sku, quantityRule, content, custom, choices = [] }, index) => {
    checkCustom(ctx, CUSTOM.variant, custom, { path: path(index) })
    if (id && seen.has(id)) throw invalid(`${path(index)}id`, 'taken', 'Something else has this id already.')
    if (id) seen.add(id)
    if (quantityRule) checkRule(quantityRule, `${path(index)}quantityRule`)
    if (content) checkContent(content, `${path(index)}content`)
    if (skus.has(sku.trim()))
      throw invalid(`${path(index)}sku`, 'taken', 'Another variant has this article number already.')
    skus.add(sku.trim())
    choices.forEach(({ optionId, valueId }, at) => {
      const place = `${path(index)}choices.${at}`
      if (!optionIds.includes(optionId))
        throw invalid(`${place}.optionId`, 'unknown', 'This is not an option of the product.')
      if (options[valueId] !== optionId)
        throw invalid(`${place}.valueId`, 'unknown', 'This is not a value of that option.')
      if (choices.findIndex((each) => each.optionId === optionId) < at)
        throw invalid(`${place}.optionId`, 'duplicate', 'This option is chosen twice.')
    })
    if (choices.length < optionIds.length)
      throw invalid(
        `${path(index)}choices`,
        'required',
        'A variant chooses a value of each option of the product.',
      )
    const combination = choices
      .map(({ valueId }) => valueId)
      .toSorted()
      .join()
    const same = combinations.get(combination)
    if (same !== undefined) throw CombinationTaken({ sku: same })
    combinations.set(combination, sku.trim())
  })
}

export interface Siblings {
  optionIds: string[]
  known: { id: string; sku: string; valueIds: string[] }[]
  lastPosition: number
}

/** The options of a product and the choices of its live variants. */
export async function siblingsOf(ctx: Ctx, productId: string): Promise<Siblings> {
  const { rows } = await sql<Siblings>`
    select array(select option_id from catalog.product_option where product_id = ${productId} order by position) as "optionIds",
      coalesce((select json_agg(json_build_object('id', v.id, 'sku', v.sku, 'valueIds',
          array(select vv.value_id from catalog.variant_value vv where vv.variant_id = v.id)))
        from catalog.variant v where v.store_id = ${ctx.storeId} and v.product_id = ${productId} and v.archived_at is null), '[]') as known,
      coalesce((select max(v.position) from catalog.variant v where v.product_id = ${productId} and v.archived_at is null), -1) as "lastPosition"`.execute(
    ctx.db,
  )
  return rows[0]!
}

export async function readVariant(ctx: Ctx, productId: string, variantId: string): Promise<CatalogVariant> {
  const { rows } = await sql<{ variant: CatalogVariant }>`
    select ${variantJson(ctx, await localesOf(ctx))} as variant from catalog.variant v join catalog.product p on p.id = v.product_id
    where v.store_id = ${ctx.storeId} and v.product_id = ${productId} and v.id = ${variantId} and v.archived_at is null`.execute(
    ctx.db,
  )
  const [found] = rows
  if (!found) throw NotFound({})
  return found.variant
}

const RETRIED = new Set([
  'product_pkey',
  'variant_pkey',
  'variant_sku',
  'option_key',
  'attribute_key',
  'product_type_key',
  'option_value_option_id_key_key',
])

/** Somebody took the same key between our look and our write: the command is run again, and says so. */
export async function retryClash<T>(work: Promise<T>): Promise<T> {
  try {
    return await work
  } catch (error) {
    const { constraint } = error as { constraint?: string }
    if (sqlState(error) === '23505' && constraint && RETRIED.has(constraint))
      throw Object.assign(new Error('the key was taken meanwhile', { cause: error }), { code: '40001' })
    throw error
  }
}
