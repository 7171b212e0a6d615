/**
 * Products in bulk: a row for each variant, rows of a product next to each other, what is the product's in the first.
 *
 * The product is known by its address in the store's language, a variant by its SKU. What names other products has
 * files of its own, so that all are there by then: `related` and `bundles`; so have `pictures`.
 */
import type { Resource, Row } from '#kit/resource.ts'
import { OneOf, Slug, Type } from '#kit/types.ts'
import { checkProducts } from './product-check.ts'
import { columnsOf } from './product-columns.ts'
import { PRODUCT, pageOfProducts, rowsOfProducts } from './product-rows.ts'
import { writeRows } from './product-write.ts'

export const products: Resource = {
  name: 'products',
  summary: 'Products with their texts, attributes, categories and variants',
  permissions: { read: 'catalog.read', write: 'catalog.write' },
  key: ['product', 'sku'],
  group: 'product',
  groupId: PRODUCT,
  narrow: Type.Object(
    { state: Type.Optional(OneOf('draft', 'published')), category: Type.Optional(Slug) },
    { additionalProperties: false },
  ),
  columns: columnsOf,
  tidy: (row) => ({ ...row, ...inOrder(row, 'categories'), ...inOrder(row, 'channels') }),
  page: pageOfProducts,
  find: (ctx, rows) => rowsOfProducts(ctx, [...new Set(rows.map((row) => String(row['product'])))]),
  check: checkProducts,
  write: writeRows,
}

/** Lists in which the order says nothing. */
function inOrder(row: Row, column: string): Row {
  const list = row[column]
  return Array.isArray(list) ? { [column]: list.toSorted() } : {}
}
