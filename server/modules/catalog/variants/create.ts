/** Adds a variant to a product. */
import { sql } from 'kysely'
import { withCustom } from '#kit/custom.ts'
import { newId } from '#kit/id.ts'
import { command } from '#kit/operation.ts'
import { permission } from '#kit/policy.ts'
import { Id, Type, Version } from '#kit/types.ts'
import { Archived, CombinationTaken, Full } from '../failures.ts'
import { ANY_QUANTITY } from '../quantity.ts'
import { MOST_VARIANTS, Position } from '../limits.ts'
import { CatalogVariant, lockProduct, touchProduct } from '../products/product.ts'
import { NewVariant, checkVariants, readVariant, retryClash, siblingsOf } from './variant.ts'

export const create = command({
  id: 'catalog.variants.create',
  summary: 'Add a variant to a product',
  rest: 'POST /products/:productId/variants',
  audience: 'staff',
  access: permission('catalog.write'),
  status: 201,
  input: Type.Object({
    productId: Id,
    ...NewVariant.properties,
    position: Type.Optional(Position),
    expectedVersion: Type.Optional(Version),
  }),
  output: CatalogVariant,
  failures: [Archived, CombinationTaken, Full],
  async run({ productId, expectedVersion, position, ...given }, ctx) {
    const { quantityRule: rule = ANY_QUANTITY, content } = given
    await lockProduct(ctx, productId, expectedVersion)
    const { optionIds, known, lastPosition } = await siblingsOf(ctx, productId)
    if (known.length >= MOST_VARIANTS) throw Full({ limit: MOST_VARIANTS })
    await checkVariants(ctx, { optionIds, known, variants: [given], path: () => '' })
    const id = given.id ?? newId()
    await retryClash(
      sql`
      with made as (
        insert into catalog.variant (id, store_id, product_id, sku, position, weight_grams, min_quantity, max_quantity, quantity_step,
          content_size, content_unit, per_size, per_unit, custom, created_at, updated_at)
        values (${id}, ${ctx.storeId}, ${productId}, ${given.sku.trim()}, ${position ?? lastPosition + 1}, ${given.weightGrams ?? 0},
          ${rule.minimum}, ${rule.maximum}, ${rule.step}, ${content?.amount ?? null}, ${content?.unit ?? null}, ${content?.perAmount ?? null}, ${content?.perUnit ?? null},
          ${withCustom(given.custom ?? {})}, ${ctx.now()}, ${ctx.now()})
      )
      insert into catalog.variant_value (store_id, product_id, variant_id, option_id, value_id)
      select ${ctx.storeId}, ${productId}, ${id}, "optionId", "valueId"
      from json_to_recordset(${JSON.stringify(given.choices ?? [])}) as c("optionId" uuid, "valueId" uuid)`.execute(
        ctx.db,
      ),
    )
    await touchProduct(ctx, productId)
    const after = await readVariant(ctx, productId, id)
    ctx.audit({ subject: 'catalog.variant', subjectId: id, before: null, after })
    return after
  },
})
