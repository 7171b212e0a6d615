/**
 * Makes a variant a bundle, or says anew what is in it.
 *
 * Carts that hold it as it was are told so, and orders keep what was bought. Stock and prices follow in the same transaction.
 */
import { sql } from 'kysely'
import type { Ctx } from '#kit/context.ts'
import { NotFound, invalid } from '#kit/failure.ts'
import { newId } from '#kit/id.ts'
import { command } from '#kit/operation.ts'
import { permission } from '#kit/policy.ts'
import { Id, List, Type, Version, type Static } from '#kit/types.ts'
import { Archived } from '../failures.ts'
import { lockProduct, touchProduct } from '../products/product.ts'
import { checkTexts } from '../slugs.ts'
import {
  BundlePrice,
  CatalogBundle,
  MOST_GROUPS,
  MOST_PARTS,
  NewBundleGroup,
  NewBundlePart,
  ReductionBasisPoints,
  bundlesFollow,
  findBundle,
  readBundle,
} from './bundle.ts'

export const set = command({
  id: 'catalog.bundles.set',
  summary: 'Say what a bundle is made of',
  description:
    'With the price `own` it costs what is set for it, and never more than its parts; with `sum` what is in it costs, less `reductionBasisPoints`. ' +
    'A bundle is made of variants that are none themselves. `expectedVersion` is that of the product.',
  rest: 'PUT /variants/:variantId/bundle',
  audience: 'staff',
  access: permission('catalog.write'),
  input: Type.Object({
    variantId: Id,
    price: BundlePrice,
    reductionBasisPoints: Type.Optional(ReductionBasisPoints),
    parts: Type.Optional(List(NewBundlePart, MOST_PARTS)),
    groups: Type.Optional(List(NewBundleGroup, MOST_GROUPS)),
    expectedVersion: Type.Optional(Version),
  }),
  output: CatalogBundle,
  failures: [Archived],
  async run({ variantId, expectedVersion, ...given }, ctx) {
    const { before, after } = await putBundle(ctx, variantId, given, expectedVersion)
    ctx.audit({ subject: 'catalog.bundle', subjectId: variantId, before, after })
    return after
  },
})

/** Stock and prices follow at once. */
export async function putBundle(
  ctx: Ctx,
  variantId: string,
  given: Pick<Wanted, 'price'> & Partial<Wanted>,
  expectedVersion?: number,
): Promise<{ before: CatalogBundle | null; after: CatalogBundle }> {
  const wanted = { reductionBasisPoints: 0, parts: [], groups: [], ...given }
  const productId = await productOf(ctx, variantId)
  await lockProduct(ctx, productId, expectedVersion)
  checkShape(wanted)
  await checkParts(ctx, variantId, wanted)
  const before = (await findBundle(ctx, variantId)) ?? null
  await write(ctx, variantId, wanted)
  for (const follow of ctx.ports(bundlesFollow)) await follow(ctx, [variantId])
  await touchProduct(ctx, productId, sql`, is_bundle = true`)
  return { before, after: await readBundle(ctx, variantId) }
}

export interface Wanted {
  price: Static<typeof BundlePrice>
  reductionBasisPoints: number
  parts: Static<typeof NewBundlePart>[]
  groups: Static<typeof NewBundleGroup>[]
}

export async function productOf(ctx: Ctx, variantId: string): Promise<string> {
  const { rows } = await sql<{ productId: string }>`
    select product_id as "productId" from catalog.variant where store_id = ${ctx.storeId} and id = ${variantId} and archived_at is null`.execute(
    ctx.db,
  )
  if (!rows[0]) throw NotFound({})
  return rows[0].productId
}

function checkShape({ price, reductionBasisPoints, parts, groups }: Wanted): void {
  if (price === 'own' && reductionBasisPoints > 0)
    throw invalid(
      'reductionBasisPoints',
      'needs_sum',
      'Only the sum of the parts is reduced. Set the price of the bundle itself instead.',
    )
  if (parts.length === 0 && groups.every(({ minimum }) => minimum === 0))
    throw invalid(
      'parts',
      'required',
      'A bundle has something in it: a part, or a choice of at least one piece.',
    )
  groups.forEach(({ texts, minimum, maximum }, index) => {
    checkTexts(texts, `groups.${index}.texts`)
    if (minimum > maximum)
      throw invalid(`groups.${index}.minimum`, 'too_large', `This must not be above the maximum, ${maximum}.`)
  })
}

/** Each part by the path it stands at. */
const partsIn = ({ parts, groups }: Wanted) => [
  ...parts.map(({ variantId }, index) => ({ variantId, path: `parts.${index}.variantId`, among: 'parts' })),
  ...groups.flatMap(({ variantIds }, group) =>
    variantIds.map((variantId, index) => ({
      variantId,
      path: `groups.${group}.variantIds.${index}`,
      among: `groups.${group}`,
    })),
  ),
]

/** The parts are locked, so that none becomes a bundle meanwhile. */
async function checkParts(ctx: Ctx, variantId: string, wanted: Wanted): Promise<void> {
  const parts = partsIn(wanted)
  const ids = [...new Set([variantId, ...parts.map((part) => part.variantId)])].toSorted()
  const { rows } = await sql<{ id: string; bundle: boolean; part: boolean }>`
    select v.id, exists (select from catalog.bundle b where b.variant_id = v.id) as bundle,
      exists (select from catalog.bundle_part bp where bp.part_variant_id = v.id) as part
    from catalog.variant v where v.store_id = ${ctx.storeId} and v.id = any(${ids}::uuid[]) and v.archived_at is null
    order by v.id for no key update`.execute(ctx.db)
  const known = new Map(rows.map((row) => [row.id, row]))
  if (known.get(variantId)?.part)
    throw invalid('variantId', 'is_part', 'This is in a bundle itself, and bundles are not put into others.')
  parts.forEach(({ variantId: id, path, among }, index) => {
    const found = known.get(id)
    if (!found || id === variantId) throw invalid(path, 'unknown', 'This is not a variant of another thing.')
    if (found.bundle) throw invalid(path, 'is_bundle', 'This is a bundle itself. Name what is in it.')
    if (parts.findIndex((part) => part.variantId === id && part.among === among) < index)
      throw invalid(path, 'duplicate', 'This is named twice.')
  })
}

async function write(ctx: Ctx, variantId: string, wanted: Wanted): Promise<void> {
  await forget(ctx, variantId)
  await sql`
    insert into catalog.bundle as b (variant_id, store_id, price, reduction_basis_points, created_at, updated_at)
    values (${variantId}, ${ctx.storeId}, ${wanted.price}, ${wanted.reductionBasisPoints}, ${ctx.now()}, ${ctx.now()})
    on conflict (variant_id) do update set price = excluded.price, reduction_basis_points = excluded.reduction_basis_points,
      version = b.version + 1, updated_at = excluded.updated_at`.execute(ctx.db)
  const groups = wanted.groups.map((group, position) => ({ ...group, position, id: newId() }))
  const texts = groups.flatMap(({ id, texts: each }) => each.map((text) => ({ ...text, groupId: id })))
  const parts = [
    ...wanted.parts.map((part, position) => ({ ...part, position, groupId: null })),
    ...groups.flatMap(({ id, variantIds }) =>
      variantIds.map((each, position) => ({ variantId: each, quantity: 1, position, groupId: id })),
    ),
  ]
  await sql`
    with groups as (
      insert into catalog.bundle_group (id, store_id, variant_id, position, minimum, maximum)
      select id, ${ctx.storeId}, ${variantId}, position, minimum, maximum
      from json_to_recordset(${JSON.stringify(groups)}) as g(id uuid, position int, minimum int, maximum int)
    ), texts as (
      insert into catalog.bundle_group_text (store_id, group_id, locale, name)
      select ${ctx.storeId}, "groupId", locale, name from json_to_recordset(${JSON.stringify(texts)}) as t("groupId" uuid, locale text, name text)
    )
    insert into catalog.bundle_part (store_id, variant_id, group_id, part_variant_id, quantity, position)
    select ${ctx.storeId}, ${variantId}, "groupId", "variantId", quantity, position
    from json_to_recordset(${JSON.stringify(parts)}) as p("groupId" uuid, "variantId" uuid, quantity int, position int)`.execute(
    ctx.db,
  )
}

/** What was in it; the bundle itself stays. */
export async function forget(ctx: Ctx, variantId: string): Promise<void> {
  const of = sql`store_id = ${ctx.storeId} and variant_id = ${variantId}`
  await sql`delete from catalog.bundle_part where ${of}`.execute(ctx.db)
  await sql`delete from catalog.bundle_group_text where store_id = ${ctx.storeId}
    and group_id in (select id from catalog.bundle_group where ${of})`.execute(ctx.db)
  await sql`delete from catalog.bundle_group where ${of}`.execute(ctx.db)
}
