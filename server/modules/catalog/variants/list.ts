/** The variants of a product page by page, in its own order. */
import { sql } from 'kysely'
import { customFilter } from '#kit/custom.ts'
import { query } from '#kit/operation.ts'
import { pageInput, pageOf, readPage } from '#kit/page.ts'
import { permission } from '#kit/policy.ts'
import { sorts } from '#kit/sort.ts'
import { Custom, Id, Type } from '#kit/types.ts'
import { CUSTOM } from '../custom.ts'
import { CatalogVariant, localesOf, mustBeThere, variantJson } from '../products/product.ts'

const order = sorts(
  'CatalogVariantSort',
  { position: { column: 'v.position', type: 'int' } },
  { id: 'v.id', first: 'position' },
)

export const list = query({
  id: 'catalog.variants.list',
  summary: 'The variants of a product',
  rest: 'GET /products/:productId/variants',
  audience: 'staff',
  access: permission('catalog.read'),
  input: Type.Object({ productId: Id, custom: Type.Optional(Custom), ...pageInput }),
  output: pageOf(CatalogVariant),
  async run({ productId, custom, ...page }, ctx) {
    await mustBeThere(ctx, productId)
    const found = ctx.db
      .selectFrom(sql`catalog.variant`.as('v'))
      .innerJoin(sql`catalog.product`.as('p'), (on) =>
        on.onRef('p.id' as never, '=', 'v.product_id' as never),
      )
      .select(variantJson(ctx, await localesOf(ctx)).as('variant'))
      .where(
        sql<boolean>`v.store_id = ${ctx.storeId} and v.product_id = ${productId} and v.archived_at is null`,
      )
      .where(customFilter(ctx, CUSTOM.variant, 'v', custom))
    const { rows, ...rest } = await readPage(found as never, page, order, ctx.db)
    return { items: (rows as { variant: CatalogVariant }[]).map(({ variant }) => variant), ...rest }
  },
})
