/** Changes a variant; what is left out stays. Orders keep what was bought. */
import { sql } from 'kysely'
import { withCustom } from '#kit/custom.ts'
import { command } from '#kit/operation.ts'
import { permission } from '#kit/policy.ts'
import { Id, Type, Version } from '#kit/types.ts'
import { Archived, CombinationTaken } from '../failures.ts'
import { CatalogVariant, lockProduct, touchProduct } from '../products/product.ts'
import { checkVariants, readVariant, retryClash, siblingsOf, variantPatch } from './variant.ts'

export const update = command({
  id: 'catalog.variants.update',
  summary: 'Change a variant',
  description: '`expectedVersion` is that of the product.',
  rest: 'PATCH /products/:productId/variants/:variantId',
  audience: 'staff',
  access: permission('catalog.write'),
  input: Type.Object({
    productId: Id,
    variantId: Id,
    ...variantPatch,
    expectedVersion: Type.Optional(Version),
  }),
  output: CatalogVariant,
  failures: [Archived, CombinationTaken],
  async run({ productId, variantId, expectedVersion, choices, ...given }, ctx) {
    await lockProduct(ctx, productId, expectedVersion)
    const before = await readVariant(ctx, productId, variantId)
    const { optionIds, known } = await siblingsOf(ctx, productId)
    const rule = given.quantityRule ?? before.quantityRule
    const content = given.content === undefined ? before.content : given.content
    const sku = given.sku?.trim() ?? before.sku
    await checkVariants(ctx, {
      optionIds,
      known: known.filter(({ id }) => id !== variantId),
      variants: [
        { sku, quantityRule: rule, content, custom: given.custom ?? {}, choices: choices ?? before.choices },
      ],
      path: () => '',
      ownId: variantId,
    })
    await retryClash(
      sql`update catalog.variant set sku = ${sku}, position = ${given.position ?? before.position},
        weight_grams = ${given.weightGrams ?? before.weightGrams},
        min_quantity = ${rule.minimum}, max_quantity = ${rule.maximum}, quantity_step = ${rule.step},
        content_size = ${content?.amount ?? null}, content_unit = ${content?.unit ?? null}, per_size = ${content?.perAmount ?? null}, per_unit = ${content?.perUnit ?? null},
        custom = ${withCustom(given.custom ?? {}, sql`custom`)}, updated_at = ${ctx.now()}
      where store_id = ${ctx.storeId} and id = ${variantId}`.execute(ctx.db),
    )
    if (choices)
      await sql`
        insert into catalog.variant_value (store_id, product_id, variant_id, option_id, value_id)
        select ${ctx.storeId}, ${productId}, ${variantId}, "optionId", "valueId"
        from json_to_recordset(${JSON.stringify(choices)}) as c("optionId" uuid, "valueId" uuid)
        on conflict (variant_id, option_id) do update set value_id = excluded.value_id`.execute(ctx.db)
    await touchProduct(ctx, productId)
    const after = await readVariant(ctx, productId, variantId)
    ctx.audit({ subject: 'catalog.variant', subjectId: variantId, before, after })
    return after
  },
})
