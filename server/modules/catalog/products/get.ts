import { query } from '#kit/operation.ts'
import { permission } from '#kit/policy.ts'
import { Id, Type } from '#kit/types.ts'
import { CatalogProduct, readProduct } from './product.ts'

export const get = query({
  id: 'catalog.products.get',
  summary: 'One product with all its texts, variants and pictures',
  rest: 'GET /products/:productId',
  audience: 'staff',
  access: permission('catalog.read'),
  input: Type.Object({ productId: Id }),
  output: CatalogProduct,
  run: ({ productId }, ctx) => readProduct(ctx, productId),
})
