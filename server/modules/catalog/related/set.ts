/** Says as a whole what is shown beside a product; of each kind in the order given. It holds in this direction only. */
import { sql } from 'kysely'
import type { Ctx } from '#kit/context.ts'
import { invalid } from '#kit/failure.ts'
import { command } from '#kit/operation.ts'
import { permission } from '#kit/policy.ts'
import { Id, Type, Version, type Static } from '#kit/types.ts'
import { Archived } from '../failures.ts'
import { lockProduct, touchProduct } from '../products/product.ts'
import { CatalogRelated, RelatedLinks, readRelated } from './related.ts'

export const set = command({
  id: 'catalog.related.set',
  summary: 'Set what is shown beside a product',
  rest: 'PUT /products/:productId/related',
  audience: 'staff',
  access: permission('catalog.write'),
  input: Type.Object({ productId: Id, expectedVersion: Type.Optional(Version), items: RelatedLinks }),
  output: CatalogRelated,
  failures: [Archived],
  async run({ productId, expectedVersion, items }, ctx) {
    await lockProduct(ctx, productId, expectedVersion)
    await check(ctx, productId, items)
    const before = await readRelated(ctx, productId)
    await sql`delete from catalog.related_product where store_id = ${ctx.storeId} and product_id = ${productId}`.execute(
      ctx.db,
    )
    await sql`insert into catalog.related_product (store_id, product_id, related_id, kind, position)
      select ${ctx.storeId}, ${productId}, "productId", kind, place - 1
      from rows from (json_to_recordset(${JSON.stringify(items)}) as ("productId" uuid, kind text)) with ordinality as r("productId", kind, place)`.execute(
      ctx.db,
    )
    await touchProduct(ctx, productId)
    const after = await readRelated(ctx, productId)
    ctx.audit({ subject: 'catalog.product', subjectId: productId, before, after })
    return after
  },
})

async function check(ctx: Ctx, productId: string, items: Static<typeof RelatedLinks>): Promise<void> {
  const { rows } = await sql<{ id: string }>`
    select id from catalog.product where store_id = ${ctx.storeId} and id = any(${items.map((each) => each.productId)}::uuid[]) and archived_at is null`.execute(
    ctx.db,
  )
  const there = new Set(rows.map(({ id }) => id))
  const seen = new Set<string>()
  items.forEach((item, index) => {
    const path = `items.${index}.productId`
    if (item.productId === productId) throw invalid(path, 'itself', 'A product is not shown beside itself.')
    if (!there.has(item.productId)) throw invalid(path, 'unknown', 'There is no such product.')
    if (seen.has(`${item.kind} ${item.productId}`))
      throw invalid(path, 'duplicate', 'This product is named twice.')
    seen.add(`${item.kind} ${item.productId}`)
  })
}
