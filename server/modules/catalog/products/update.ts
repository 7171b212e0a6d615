/**
 * Changes a product; what is left out stays.
 *
 * A new name leaves the address as it is. A new address is asked for with `slug`; the
 * old one goes on leading to the product.
 */
import { sql } from 'kysely'
import type { Ctx } from '#kit/context.ts'
import { checkCustom, withCustom } from '#kit/custom.ts'
import { command } from '#kit/operation.ts'
import { patch } from '#kit/patch.ts'
import { permission } from '#kit/policy.ts'
import { Flag, Id, List, Nullable, Type, Version } from '#kit/types.ts'
import { NewProductAttributes, missingAttributes, setType } from '../attributes/values.ts'
import { CUSTOM, ProductCustom } from '../custom.ts'
import { Archived, NotReady, OptionsInUse } from '../failures.ts'
import { MOST_CATEGORIES_OF_ONE, MOST_LOCALES, MOST_OPTIONS, Position } from '../limits.ts'
import { ChannelIds, checkChannels } from './channels.ts'
import { CatalogProduct, auditProduct, lockProduct, readProduct, touchProduct } from './product.ts'
import { checkReferences } from './references.ts'
import { ProductTextChange, textsOf, writeTexts } from './texts.ts'

export const update = command({
  id: 'catalog.products.update',
  summary: 'Change a product',
  rest: 'PATCH /products/:productId',
  audience: 'staff',
  access: permission('catalog.write'),
  input: Type.Object({
    productId: Id,
    expectedVersion: Type.Optional(Version),
    ...patch({
      taxCategoryId: Id,
      typeId: Nullable(Id),
      attributes: NewProductAttributes,
      custom: ProductCustom,
      texts: List(ProductTextChange, MOST_LOCALES),
      categoryIds: List(Id, MOST_CATEGORIES_OF_ONE),
      optionIds: List(Id, MOST_OPTIONS),
      channelIds: ChannelIds,
      shippable: Flag,
      featured: Flag,
      position: Position,
    }),
  }),
  output: CatalogProduct,
  failures: [Archived, NotReady, OptionsInUse],
  async run(
    { productId, expectedVersion, texts = [], categoryIds, optionIds, typeId, attributes, ...given },
    ctx,
  ) {
    const { state } = await lockProduct(ctx, productId, expectedVersion)
    const before = await readProduct(ctx, productId)
    await checkChannels(ctx, given.channelIds)
    const custom = checkCustom(ctx, CUSTOM.product, given.custom)
    await checkReferences(ctx, { taxCategoryId: given.taxCategoryId, categoryIds, optionIds })
    if (optionIds) await setOptions(ctx, productId, optionIds)
    if (categoryIds) await setCategories(ctx, productId, categoryIds, given.position ?? before.position)
    if (typeId !== undefined || attributes) {
      await setType(ctx, productId, typeId === undefined ? before.typeId : typeId, attributes)
      const missing = state === 'published' ? await missingAttributes(ctx, productId) : []
      if (missing.length > 0) throw NotReady({ missing: ['attribute'], attributes: missing })
    }
    await writeTexts(ctx, productId, await textsOf(ctx, productId, texts, before.texts))
    await touchProduct(
      ctx,
      productId,
      sql`, tax_category_id = ${given.taxCategoryId ?? before.taxCategoryId}, shippable = ${given.shippable ?? before.shippable},
        featured = ${given.featured ?? before.featured},
        custom = ${withCustom(custom, sql`custom`)}, channel_ids = nullif(${given.channelIds ?? before.channelIds}::uuid[], '{}'), position = ${given.position ?? before.position}`,
    )
    const after = await readProduct(ctx, productId)
    auditProduct(ctx, before, after)
    return after
  },
})

async function setCategories(ctx: Ctx, productId: string, ids: string[], position: number): Promise<void> {
  await sql`
    with gone as (
      delete from catalog.product_category where store_id = ${ctx.storeId} and product_id = ${productId} and category_id <> all(${ids}::uuid[])
    )
    insert into catalog.product_category (store_id, product_id, category_id, position)
    select ${ctx.storeId}, ${productId}, id, ${position}::int from unnest(${ids}::uuid[]) as id
    on conflict do nothing`.execute(ctx.db)
}

/** The order may always change; which ones only while no variant chooses among them, archived ones included. */
async function setOptions(ctx: Ctx, productId: string, ids: string[]): Promise<void> {
  const { rows } = await sql<{ same: boolean; used: boolean }>`
    select not exists (
        (select option_id from catalog.product_option where product_id = ${productId} except select unnest(${ids}::uuid[]))
        union all (select unnest(${ids}::uuid[]) except select option_id from catalog.product_option where product_id = ${productId})) as same,
      exists (select from catalog.variant v where v.store_id = ${ctx.storeId} and v.product_id = ${productId}
        and (v.archived_at is null or exists (select from catalog.variant_value vv where vv.variant_id = v.id))) as used`.execute(
    ctx.db,
  )
  const [now] = rows
  if (!now!.same && now!.used) throw OptionsInUse({})
  await sql`
    with gone as (
      delete from catalog.product_option where store_id = ${ctx.storeId} and product_id = ${productId} and option_id <> all(${ids}::uuid[])
    )
    insert into catalog.product_option (store_id, product_id, option_id, position)
    select ${ctx.storeId}, ${productId}, o.id, o.place - 1 from unnest(${ids}::uuid[]) with ordinality as o(id, place)
    on conflict (product_id, option_id) do update set position = excluded.position`.execute(ctx.db)
}
