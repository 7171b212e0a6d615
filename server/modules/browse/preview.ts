/** The product page of what is not in the shop, for whoever was given a link to it. */
import { query } from '#kit/operation.ts'
import { anyone } from '#kit/policy.ts'
import { Token, Type } from '#kit/types.ts'
import { PreviewOver, previewedProduct } from '../catalog/index.ts'
import { readAnyProduct } from './product.ts'
import { Product } from './shapes.ts'

export const preview = query({
  id: 'browse.preview',
  summary: 'A product as its page will be, by a link that staff gave',
  rest: 'GET /previews/:token',
  audience: 'shop',
  access: anyone,
  input: Type.Object({ token: Token }),
  output: Product,
  failures: [PreviewOver],
  run: ({ token }, ctx) => readAnyProduct(previewedProduct(ctx, token), ctx),
})
