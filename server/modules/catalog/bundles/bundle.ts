/**
 * A bundle as staff see it: a variant that stands for others.
 *
 * Its parts are variants like any: they have stock, taxes and prices of their own, are sent and refunded one by one. The
 * bundle has none of that but a price: its own, or the sum of what is in it, reduced.
 */
import { sql } from 'kysely'
import type { Ctx } from '#kit/context.ts'
import { NotFound } from '#kit/failure.ts'
import { port } from '#kit/port.ts'
import { Id, Int, List, Locale, OneOf, Text, Version, shape, type Static } from '#kit/types.ts'
import { MOST_LOCALES } from '../limits.ts'
import { Sku } from '../products/product.ts'

export const MOST_PARTS = 20
export const MOST_GROUPS = 10
export const MOST_OPTIONS_OF_ONE = 50
/** Pieces of one choice. */
const MOST_CHOSEN = 20
const MOST_OF_A_PART = 99

export const BundlePrice = OneOf('own', 'sum')
export const ReductionBasisPoints = Int(0, 10_000)
export const PartQuantity = Int(1, MOST_OF_A_PART)
export const Chosen = { minimum: Int(0, MOST_CHOSEN), maximum: Int(1, MOST_CHOSEN) }

const groupTexts = List(shape('BundleGroupText', { locale: Locale, name: Text(120) }), MOST_LOCALES, {
  minItems: 1,
})
const options = <Shape extends Parameters<typeof List>[0]>(option: Shape) =>
  List(option, MOST_OPTIONS_OF_ONE, { minItems: 1 })

export const NewBundlePart = shape('NewBundlePart', { variantId: Id, quantity: PartQuantity })
export const NewBundleGroup = shape(
  'NewBundleGroup',
  { texts: groupTexts, ...Chosen, variantIds: options(Id) },
  { description: 'The buyer chooses from `minimum` to `maximum` pieces among these variants.' },
)

const part = { variantId: Id, sku: Sku, productId: Id }
const CatalogBundlePart = shape('CatalogBundlePart', { ...part, quantity: PartQuantity })
const CatalogBundleOption = shape('CatalogBundleOption', part)
const CatalogBundleGroup = shape('CatalogBundleGroup', {
  id: Id,
  texts: groupTexts,
  ...Chosen,
  options: options(CatalogBundleOption),
})

export const CatalogBundle = shape('CatalogBundle', {
  variantId: Id,
  productId: Id,
  price: BundlePrice,
  reductionBasisPoints: ReductionBasisPoints,
  parts: List(CatalogBundlePart, MOST_PARTS),
  groups: List(CatalogBundleGroup, MOST_GROUPS),
  version: Version,
})
export type CatalogBundle = Static<typeof CatalogBundle>

/** What these bundles are made of has changed: whoever keeps stock or prices of them follows, in the same transaction. */
export type BundlesFollow = (ctx: Ctx, variantIds: string[]) => Promise<void>
export const bundlesFollow = port<BundlesFollow>('catalog.bundlesFollow', { many: true })

const partJson = `'variantId', pv.id, 'sku', pv.sku, 'productId', pv.product_id`
const partsOf = (
  group: string,
) => `from catalog.bundle_part bp join catalog.variant pv on pv.id = bp.part_variant_id
  where bp.variant_id = b.variant_id and bp.group_id ${group}`

export async function findBundle(ctx: Ctx, variantId: string): Promise<CatalogBundle | undefined> {
  const { rows } = await sql<CatalogBundle>`
    select b.variant_id as "variantId", v.product_id as "productId", b.price, b.reduction_basis_points as "reductionBasisPoints", b.version,
      coalesce((select json_agg(json_build_object(${sql.raw(partJson)}, 'quantity', bp.quantity) order by bp.position)
        ${sql.raw(partsOf('is null'))}), '[]') as parts,
      coalesce((select json_agg(json_build_object('id', g.id, 'minimum', g.minimum, 'maximum', g.maximum,
        'texts', (select json_agg(json_build_object('locale', t.locale, 'name', t.name) order by t.locale)
          from catalog.bundle_group_text t where t.group_id = g.id),
        'options', (select json_agg(json_build_object(${sql.raw(partJson)}) order by bp.position) ${sql.raw(partsOf('= g.id'))})) order by g.position)
        from catalog.bundle_group g where g.variant_id = b.variant_id), '[]') as groups
    from catalog.bundle b join catalog.variant v on v.id = b.variant_id
    where b.store_id = ${ctx.storeId} and b.variant_id = ${variantId}`.execute(ctx.db)
  return rows[0]
}

export async function readBundle(ctx: Ctx, variantId: string): Promise<CatalogBundle> {
  const found = await findBundle(ctx, variantId)
  if (!found) throw NotFound({})
  return found
}
