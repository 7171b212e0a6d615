/** Bob lets the shop speak German; each language has its addresses, and a text that is missing comes from the next one. */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { openShop } from '#testing/shop.ts'
import { update as updateProduct } from '../../catalog/products/update.ts'
import { product } from '../../browse/product.ts'
import { storefront } from '../storefront.ts'
import { list } from './list.ts'
import { set } from './set.ts'

const shop = await openShop()
after(() => shop.close())
const { bob } = shop
const guest = shop.guest()

const spoken = [
  { code: 'de-AT', fallback: 'de' },
  { code: 'de', fallback: null },
  { code: 'en', fallback: null },
]

test('the store’s own language comes first and has the addresses without a prefix', async () => {
  await bob.call(set, { locales: spoken })
  assert.deepEqual(
    (await bob.call(list, {})).items.map(({ code }) => code),
    ['en', 'de-AT', 'de'],
  )
  const { locale, locales } = await guest.call(storefront, {}, { locale: 'de-AT,en' })
  assert.equal(locale, 'de-AT')
  assert.deepEqual(locales, [
    { code: 'en', name: 'English', path: '' },
    { code: 'de-AT', name: 'Österreichisches Deutsch', path: '/de-AT' },
    { code: 'de', name: 'Deutsch', path: '/de' },
  ])
})

test('a page says where it is in each language it has a text in', async () => {
  const cup = await shop.goods({ name: 'Cup' })
  await bob.call(updateProduct, {
    productId: cup.productId,
    texts: [{ locale: 'de', name: 'Tasse', slug: 'tasse', description: '' }],
  })
  const read = async (locale: string) => guest.call(product, { slug: cup.slug }, { locale })
  const [english, austrian] = [await read('en'), await read('de-AT')]
  assert.deepEqual([english.slug, austrian.slug, austrian.name], [cup.slug, 'tasse', 'Tasse'])
  assert.deepEqual(austrian.slugs, [
    { locale: 'de', slug: 'tasse' },
    { locale: 'en', slug: cup.slug },
  ])
  assert.deepEqual(english.slugs, austrian.slugs)
})

test('what does not fit is refused with its place, and changes nothing', async () => {
  const refused = async (path: string, locales: { code: string; fallback: string | null }[]) =>
    assert.rejects(
      bob.call(set, { locales }),
      ({ errors }: { errors: { path: string }[] }) => errors[0]?.path === path,
      path,
    )
  await refused('locales', [{ code: 'de', fallback: null }])
  await refused('locales.1.code', [...spoken.slice(2), ...spoken.slice(2)])
  await refused('locales.1.fallback', [spoken[2]!, { code: 'fr', fallback: 'it' }])
  await refused('locales.0.fallback', [
    { code: 'en', fallback: 'de' },
    { code: 'de', fallback: 'en' },
  ])
  await refused('locales.0.fallback', [{ code: 'en', fallback: 'en' }])
  assert.equal((await bob.call(list, {})).items.length, 3)
})
