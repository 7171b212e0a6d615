/** Bob tells search engines of a page in words of their own, in one language and not in another. */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { speak } from '#testing/languages.ts'
import { openShop } from '#testing/shop.ts'
import { create as createCategory } from '../catalog/categories/create.ts'
import { update as updateCategory } from '../catalog/categories/update.ts'
import { create as createCollection } from '../catalog/collections/create.ts'
import { update as updateCollection } from '../catalog/collections/update.ts'
import { update as updateProduct } from '../catalog/products/update.ts'
import { update as updateDocument } from '../content/documents/update.ts'
import { publish } from '../content/documents/publish.ts'
import { page } from '../content/page.ts'
import { pageOf } from '../content/testing.ts'
import { category } from './category.ts'
import { collection } from './collection.ts'
import { product } from './product.ts'

const shop = await openShop()
after(() => shop.close())
const { bob } = shop
const guest = shop.guest()
await speak(shop, { de: 'en' })

const meta = { metaTitle: 'Mugs for life', metaDescription: 'Thrown by hand, glazed twice.' }
const none = { metaTitle: null, metaDescription: null }
const metaOf = ({ metaTitle, metaDescription }: Record<keyof typeof meta, string | null>) => ({
  metaTitle,
  metaDescription,
})

test('a product has them by language, keeps them, and loses them when they are taken away', async () => {
  const { productId, slug } = await shop.goods({ name: 'Mug' })
  await bob.call(updateProduct, {
    productId,
    texts: [
      { locale: 'en', ...meta },
      { locale: 'de', name: 'Krug' },
    ],
  })
  assert.deepEqual(metaOf(await guest.call(product, { slug })), meta)
  assert.deepEqual(metaOf(await guest.call(product, { slug: 'krug' }, { locale: 'de' })), none)
  await bob.call(updateProduct, { productId, texts: [{ locale: 'en', subtitle: 'With a handle' }] })
  assert.deepEqual(metaOf(await guest.call(product, { slug })), meta)
  await bob.call(updateProduct, { productId, texts: [{ locale: 'en', ...none }] })
  assert.deepEqual(metaOf(await guest.call(product, { slug })), none)
})

test('so have a category and a collection', async () => {
  const shelf = await bob.call(createCategory, { texts: [{ locale: 'en', name: 'Mugs', ...meta }] })
  assert.deepEqual(metaOf(await guest.call(category, { slug: 'mugs' })), meta)
  await bob.call(updateCategory, { categoryId: shelf.id, texts: [{ locale: 'en', metaTitle: null }] })
  assert.deepEqual(metaOf(await guest.call(category, { slug: 'mugs' })), { ...meta, metaTitle: null })

  const { id } = await bob.call(createCollection, { texts: [{ locale: 'en', name: 'Gifts' }] })
  assert.deepEqual(metaOf(await guest.call(collection, { slug: 'gifts' })), none)
  await bob.call(updateCollection, { collectionId: id, texts: [{ locale: 'en', ...meta }] })
  assert.deepEqual(metaOf(await guest.call(collection, { slug: 'gifts' })), meta)
})

test('and a page, once it is published', async () => {
  const { id } = await pageOf(shop, 'Care')
  await bob.call(updateDocument, { documentId: id, texts: [{ locale: 'en', title: 'Care', ...meta }] })
  assert.deepEqual(metaOf(await guest.call(page, { slug: 'care' })), none)
  await bob.call(publish, { documentId: id })
  assert.deepEqual(metaOf(await guest.call(page, { slug: 'care' })), meta)
})
