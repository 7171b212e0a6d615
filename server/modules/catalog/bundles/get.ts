import { query } from '#kit/operation.ts'
import { permission } from '#kit/policy.ts'
import { Id, Type } from '#kit/types.ts'
import { CatalogBundle, readBundle } from './bundle.ts'

export const get = query({
  id: 'catalog.bundles.get',
  summary: 'What a bundle is made of',
  rest: 'GET /variants/:variantId/bundle',
  audience: 'staff',
  access: permission('catalog.read'),
  input: Type.Object({ variantId: Id }),
  output: CatalogBundle,
  run: ({ variantId }, ctx) => readBundle(ctx, variantId),
})
