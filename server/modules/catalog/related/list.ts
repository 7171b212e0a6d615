import { query } from '#kit/operation.ts'
import { permission } from '#kit/policy.ts'
import { Id, Type } from '#kit/types.ts'
import { mustBeThere } from '../products/product.ts'
import { CatalogRelated, readRelated } from './related.ts'

export const list = query({
  id: 'catalog.related.list',
  summary: 'What is shown beside a product by hand',
  rest: 'GET /products/:productId/related',
  audience: 'staff',
  access: permission('catalog.read'),
  input: Type.Object({ productId: Id }),
  output: CatalogRelated,
  async run({ productId }, ctx) {
    await mustBeThere(ctx, productId)
    return readRelated(ctx, productId)
  },
})
