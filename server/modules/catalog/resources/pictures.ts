/**
 * Pictures in bulk: a row for each picture of a product or a variant, in their order. A picture is known by where it
 * came from, so an address is fetched once, and the same file makes the same pictures in another store. New ones come
 * behind those that are there.
 */
import type { Ctx } from '#kit/context.ts'
import { faultAt, type Column, type Fault, type Item, type Resource, type Row } from '#kit/resource.ts'
import { Int, Slug, Text, Type } from '#kit/types.ts'
import { isElsewhere, picturesNamed } from '../../media/index.ts'
import { MOST_PICTURES } from '../limits.ts'
import { Sku } from '../products/product.ts'
import { fetchPictures } from './fetch-pictures.ts'
import { productsAt, said } from './handles.ts'
import { FILE, pageOfPictures, rowsOfPictures, variantsOf } from './picture-rows.ts'
import { localesIn } from './product-columns.ts'
import { PRODUCT } from './product-rows.ts'
import { writePictures } from './picture-write.ts'

const permille = Int(0, 1000)

export const pictures: Resource = {
  name: 'pictures',
  summary: 'Pictures of products and variants, by the addresses that they come from',
  permissions: { read: 'catalog.read', write: 'catalog.write' },
  key: ['product', 'sku', 'picture'],
  group: 'product',
  groupId: PRODUCT,
  chunk: 20,
  narrow: Type.Object({}, { additionalProperties: false }),
  async columns(ctx): Promise<Column[]> {
    const locales = await localesIn(ctx)
    return [
      { name: 'product', shape: Slug, required: true },
      { name: 'sku', shape: Sku, normal: (text) => text.trim() },
      { name: 'picture', shape: Text(2000), required: true, normal: (text) => text.trim() },
      ...locales.map((locale) => ({ name: `alt.${locale}`, shape: Text(500) })),
      { name: 'focusX', shape: permille },
      { name: 'focusY', shape: permille },
    ]
  },
  page: pageOfPictures,
  find: rowsOfPictures,
  fetch: fetchPictures,
  check,
  write: writePictures,
}

async function check(ctx: Ctx, items: Item[], known: Row[]): Promise<Fault[]> {
  const rows = items.map(({ row }) => row)
  const products = await productsAt(ctx, said(rows, 'product'))
  const variants = await variantsOf(ctx, [...products.values()])
  const files = await picturesNamed(ctx, said(rows, 'picture'))
  const faults: Fault[] = []
  for (const [handle, group] of Map.groupBy(items, ({ row }) => row['product'])) {
    const there = known.filter((row) => row['product'] === handle)
    const count = there.length + group.filter(({ was }) => was === null).length
    const shown = new Set(there.map((row) => `${String(row['sku'])} ${String(row[FILE])}`))
    for (const item of group) {
      const say = (...fault: [column: string, code: string, message: string]) =>
        void faults.push(faultAt(item, ...fault))
      const { product, sku, picture, focusX, focusY } = item.row
      const productId = products.get(String(product))
      if (!productId) say('product', 'unknown', 'There is no product at this address.')
      else if (sku !== null && !variants.has(`${productId} ${String(sku)}`))
        say('sku', 'unknown', 'The product has no variant of this article number.')
      if ((focusX === null) !== (focusY === null))
        say(focusX === null ? 'focusX' : 'focusY', 'required', 'A focus has two coordinates.')
      if (count > MOST_PICTURES)
        say('picture', 'too_many', `A product has at most ${MOST_PICTURES} pictures.`)
      const file = files.get(String(picture))
      if (file === undefined && !isElsewhere(ctx.app, String(picture)))
        say('picture', 'unknown', 'This is not a public picture of the store.')
      const place = `${String(sku)} ${file ?? String(picture)}`
      if (item.was === null && shown.has(place))
        say('picture', 'duplicate', 'This picture is there already, for the same variant.')
      shown.add(place)
    }
  }
  return faults
}
