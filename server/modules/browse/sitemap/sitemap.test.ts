/** Search engines ask Bob's shop what there is: every page, in each language that it is written in, and what is new. */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { gunzipSync } from 'node:zlib'
import { sql } from 'kysely'
import { minutes, seconds } from '#kit/clock.ts'
import type { Port } from '#kit/port.ts'
import { speak } from '#testing/languages.ts'
import { openShop } from '#testing/shop.ts'
import { createHttp } from '../../../surfaces/http.ts'
import { create as createCategory } from '../../catalog/categories/create.ts'
import { unpublish } from '../../catalog/products/unpublish.ts'
import { update } from '../../catalog/products/update.ts'
import { pageOf } from '../../content/testing.ts'
import { create as createChannel } from '../../settings/channels/create.ts'
import { update as updateSeo } from '../../settings/seo/update.ts'
import { sitemapSource, type SitemapSource } from './source.ts'

const shop = await openShop()
const http = await createHttp(shop.app)
after(async () => {
  await http.close()
  await shop.close()
})
const { bob } = shop
const origin = shop.app.config.publicUrl
const ask = (url: string, headers: Record<string, string> = {}) => http.inject({ url, headers })
const valuesIn = (xml: string, name: string) =>
  [...xml.matchAll(new RegExp(`<${name}>([^<]*)</${name}>`, 'g'))].map(([, value]) => value!)
const index = async () => valuesIn((await ask('/sitemap.xml')).body, 'loc')
const addresses = async (part: string) => valuesIn((await ask(`/sitemap/${part}.xml`)).body, 'loc')
/** What is known of the parts grows old. */
const later = () => shop.clock.forward(minutes(1))

await speak(shop, { de: 'en', ar: 'en' })
const bowl = await shop.goods({ name: 'Blue bowl' })
const cup = await shop.goods({ name: 'Cup & saucer' })
await bob.call(update, {
  productId: bowl.productId,
  texts: [{ locale: 'ar', name: 'وعاء أزرق', slug: 'وعاء-أزرق', description: 'أزرق.' }],
})
await bob.call(createCategory, { texts: [{ locale: 'en', name: 'Kitchen' }] })
await pageOf(shop, 'Our story')
await shop.settle()

test('the index names a part for each kind and language, and each part its pages', async () => {
  const parts = (await index()).map((url) => url.replace(`${origin}/sitemap/`, ''))
  assert.deepEqual(parts.sort(), [
    'categories-en-1.xml',
    'lists-ar-1.xml',
    'lists-de-1.xml',
    'lists-en-1.xml',
    'pages-en-1.xml',
    'products-ar-1.xml',
    'products-en-1.xml',
  ])
  assert.deepEqual(await addresses('products-en-1'), [`${origin}/p/${bowl.slug}`, `${origin}/p/${cup.slug}`])
  assert.deepEqual(await addresses('lists-de-1'), [`${origin}/de`, `${origin}/de/products`])
  assert.deepEqual(await addresses('pages-en-1'), [`${origin}/pages/our-story`])
  assert.deepEqual(await addresses('categories-en-1'), [`${origin}/c/kitchen`])
})

test('a page names itself in its other languages, and not in one that it is not written in', async () => {
  const arabic = `${origin}/ar/p/${encodeURIComponent('وعاء-أزرق')}`
  const answer = await ask('/sitemap/products-ar-1.xml')
  assert.equal(answer.headers['content-type'], 'application/xml; charset=utf-8')
  assert.deepEqual(valuesIn(answer.body, 'loc'), [arabic])
  assert.deepEqual(
    [...answer.body.matchAll(/<xhtml:link rel="alternate" hreflang="([^"]+)" href="([^"]+)"\/>/g)].map(
      ([, locale, href]) => [locale, href],
    ),
    [
      ['en', `${origin}/p/${bowl.slug}`],
      ['ar', arabic],
      ['x-default', `${origin}/p/${bowl.slug}`],
    ],
  )
  assert.equal((await ask('/sitemap/products-de-1.xml')).statusCode, 404, 'nothing is written in German')
})

test('what is known already is not sent again; a new address is there within a minute', async () => {
  const first = await ask('/sitemap/products-en-1.xml')
  const { etag } = first.headers as { etag: string }
  const again = () => ask('/sitemap/products-en-1.xml', { 'if-none-match': etag })
  assert.deepEqual([(await again()).statusCode, (await again()).body], [304, ''])

  shop.clock.forward(seconds(5))
  await bob.call(update, { productId: bowl.productId, texts: [{ locale: 'en', slug: 'a-blue-bowl' }] })
  await shop.settle()
  later()
  const now = await again()
  assert.equal(now.statusCode, 200)
  assert.ok(valuesIn(now.body, 'loc').includes(`${origin}/p/a-blue-bowl`))
  assert.ok(valuesIn(now.body, 'lastmod')[0]! > valuesIn(first.body, 'lastmod')[0]!)
  const arabic = await ask('/sitemap/products-ar-1.xml')
  assert.match(arabic.body, /href="[^"]*\/p\/a-blue-bowl"/, 'also as another language’s alternate')

  await bob.call(unpublish, { productId: cup.productId })
  await shop.settle()
  later()
  assert.deepEqual(await addresses('products-en-1'), [`${origin}/p/a-blue-bowl`])
})

test('it is sent packed to those who can unpack it', async () => {
  const packed = await ask('/sitemap/products-en-1.xml', { 'accept-encoding': 'br, gzip' })
  assert.equal(packed.headers['content-encoding'], 'gzip')
  assert.equal(gunzipSync(packed.rawPayload).toString(), (await ask('/sitemap/products-en-1.xml')).body)
})

test('twelve thousand pages of a later module are several parts, each within what the protocol allows', async () => {
  const many: SitemapSource = {
    kind: 'recipes',
    pages: () => sql`
      select md5(n::text)::uuid as id, 'en' as locale, '/recipes/' || n as path, null::timestamptz as modified_at from generate_series(1, 12000) n`,
  }
  const ports = <T>(target: Port<T>) =>
    target.name === sitemapSource.name ? ([[many]] as T[]) : shop.app.ports(target)
  const large = await createHttp({ ...shop.app, ports })
  later()
  const parts = valuesIn((await large.inject('/sitemap.xml')).body, 'loc')
  const all = new Set<string>()
  for (const url of parts) {
    const { body } = await large.inject(url.slice(origin.length))
    const found = valuesIn(body, 'loc')
    assert.ok(found.length <= 10_000 && Buffer.byteLength(body) < 50_000_000)
    for (const each of found) {
      assert.ok(!all.has(each), 'each page stands in one part')
      all.add(each)
    }
  }
  assert.deepEqual([parts.length, all.size], [3, 12_000])
  await large.close()
  later()
})

test('a shop that is not to be listed has no sitemap, nor a channel of it', async () => {
  await bob.call(createChannel, { code: 'outlet', name: 'Outlet' })
  await bob.call(updateSeo, { hiddenChannels: ['outlet'] })
  assert.equal((await ask('/sitemap.xml')).statusCode, 200)
  assert.equal((await ask('/sitemap.xml', { 'quayside-channel': 'outlet' })).statusCode, 404)
  await bob.call(updateSeo, { indexed: false })
  assert.equal((await ask('/sitemap.xml')).statusCode, 404)
  assert.equal((await ask('/sitemap/products-en-1.xml')).statusCode, 404)
  await bob.call(updateSeo, { indexed: true })
})

test('what is no part is not found', async () => {
  for (const name of [
    'products-en-9.xml',
    'products-xx-1.xml',
    'orders-en-1.xml',
    'products-en-0.xml',
    'x',
    '%00',
  ])
    assert.equal((await ask(`/sitemap/${name}`)).statusCode, 404, name)
})
