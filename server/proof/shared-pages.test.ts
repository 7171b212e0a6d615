/**
 * Strangers are answered by a cache before the shop, without reaching it; what changed is told there, and nobody sees another's page.
 *
 * The shop's own pages as they are built, over HTTP, with a proxy before them that keeps what it may keep.
 */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { minutes } from '#kit/clock.ts'
import { createTelling } from '#kit/shared-cache.ts'
import { CDN_SECRET, openCachingProxy } from '#testing/caching-proxy.ts'
import { openShop } from '#testing/shop.ts'
import { create as createList } from '../modules/pricing/lists/create.ts'
import { set as setPrices } from '../modules/pricing/prices/set.ts'
import { createHttp } from '../surfaces/http.ts'
import { mountStorefront } from '../surfaces/storefront.ts'

const proxy = await openCachingProxy()
const shop = await openShop({
  poolSize: 20,
  adapters: { CDN_PURGE_URL: proxy.purgeUrl, CDN_PURGE_SECRET: CDN_SECRET },
})
const http = await createHttp(shop.app)
await mountStorefront(http, shop.app, { development: false, formOrigins: [] })
proxy.to(await http.listen({ port: 0, host: '127.0.0.1' }))
const telling = createTelling(shop.app, 0)!
telling.start()
after(async () => {
  await telling.stop()
  await http.close()
  proxy.close()
  await shop.close()
})
const { bob } = shop
const here = shop.app.config.publicUrl
const eur = (amount: number) => ({ amount, currency: 'EUR' })

interface Seen {
  status: number
  headers: Headers
  text: string
  isHit: boolean
}

async function look(path: string, headers: Record<string, string> = {}): Promise<Seen> {
  const answer = await fetch(proxy.url + path, { headers: { 'accept-language': 'en', ...headers } })
  const text = await answer.text()
  return {
    status: answer.status,
    headers: answer.headers,
    text,
    isHit: answer.headers.get('x-cache') === 'hit',
  }
}

function send(path: string, body: Record<string, string>, headers: Record<string, string> = {}) {
  return fetch(proxy.url + path, {
    method: 'POST',
    redirect: 'manual',
    headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
    body: new URLSearchParams(body),
  })
}

const cookiesOf = ({ headers }: { headers: Headers }) =>
  headers
    .getSetCookie()
    .map((line) => line.split(';')[0]!)
    .join('; ')

/** Once the shop has said all that has happened. */
async function forgotten(path: string): Promise<void> {
  while (proxy.stored().includes(path)) await sleep(20)
}

/** No other purge is on its way that would take what is looked at now. */
async function quiet(): Promise<void> {
  const place = () =>
    shop.app.pool.query<{ open: boolean }>(
      `select exists (select from kit.cursor c, kit.events_after(c.tx, c.event_id, 1) where c.name = 'shared cache') as open`,
      [],
    )
  while ((await place())[0]?.open !== false) await sleep(20)
}

test('the second stranger is answered by the cache, until the price changes', async () => {
  const tea = await shop.goods({ price: 450 })
  const path = `/p/${tea.slug}`
  await quiet()
  await look(path, { cookie: 'theme=dark' }) // what the first page of a process takes is nobody's measure
  const first = await look(path)
  assert.equal(first.status, 200)
  assert.match(first.headers.get('cache-control')!, /^public, max-age=0, s-maxage=300$/)
  assert.match(first.headers.get('cdn-cache-control')!, /stale-while-revalidate=60/)
  assert.equal(first.headers.get('cache-tag'), first.headers.get('surrogate-key')!.replaceAll(' ', ','))
  assert.deepEqual(first.headers.getSetCookie(), [])
  const second = await look(path)
  assert.ok(second.isHit)
  assert.match(second.text, /€4\.50/)

  await bob.call(setPrices, { prices: [{ variantId: tea.variantId, price: eur(500) }] })
  await forgotten(path)
  const third = await look(path)
  assert.equal(third.isHit, false)
  assert.match(third.text, /€5\.00/)
  assert.doesNotMatch(third.text, /€4\.50/)
})

test('its scripts are known by what they say: no nonce that all would share', async () => {
  const tea = await shop.goods()
  await quiet()
  const { headers, text } = await look(`/p/${tea.slug}`)
  const policy = headers.get('content-security-policy')!
  assert.match(policy, /script-src 'self' 'sha256-/)
  assert.doesNotMatch(policy + text, /nonce/)
  assert.match(text, /name="formToken" value=""/)
})

test('a form of such a page is taken when the browser itself says where it comes from; then the page is this visitor’s', async () => {
  const tea = await shop.goods()
  const path = `/p/${tea.slug}`
  await quiet()
  await look(path)
  const form = { formToken: '', variantId: tea.variantId, sku: tea.sku, quantity: '1' }
  for (const strange of [{}, { origin: 'https://evil.example' }, { 'sec-fetch-site': 'same-site' }])
    assert.equal(
      (await send(path, form, strange as Record<string, string>)).status,
      403,
      JSON.stringify(strange),
    )
  assert.equal((await send(path, { ...form, formToken: 'x'.repeat(43) }, { origin: here })).status, 403)

  const taken = await send(path, form, { origin: here })
  assert.equal(taken.status, 303)
  const cookie = cookiesOf(taken)
  assert.match(cookie, /qs_form=.*qs_session=|qs_session=.*qs_form=/)
  const mine = await look(path, { cookie })
  assert.equal(mine.isHit, false)
  assert.equal(mine.headers.get('cache-control'), 'private, no-cache')
  assert.match(mine.text, /formToken" value="[\w-]{43}"/)
  // In a tab that was open before, whose page has no token.
  assert.equal((await send(path, form, { cookie, 'sec-fetch-site': 'same-origin' })).status, 303)
  assert.equal((await send(path, form, { cookie })).status, 403)
})

test('what belongs to a visitor is kept nowhere, nor is anybody given what another one chose', async () => {
  const tea = await shop.goods()
  const path = `/p/${tea.slug}`
  await quiet()
  const own: Record<string, string>[] = [
    { cookie: 'theme=dark' },
    { authorization: 'Bearer qs_nobody' },
    { 'quayside-market': 'eu' },
    { 'quayside-currency': 'EUR' },
  ]
  for (const headers of own) {
    const { headers: got } = await look(path, headers)
    assert.doesNotMatch(got.get('cache-control')!, /public|s-maxage/, JSON.stringify(headers))
  }
  for (const page of ['/cart', '/login', '/signup', '/checkout', '/account'])
    assert.doesNotMatch((await look(page)).headers.get('cache-control') ?? '', /s-maxage/, page)
  assert.deepEqual(
    proxy.stored().filter((each) => !each.startsWith('/p/')),
    [],
  )
  await look(path)
  for (const headers of own) assert.equal((await look(path, headers)).isHit, false, JSON.stringify(headers))
  assert.equal(
    (await look(path, { 'accept-language': 'de' })).isHit,
    false,
    'another language is offered another one',
  )
  assert.ok((await look(path)).isHit)
})

test('a page ends where a price does, and a page that is not there is nobody’s', async () => {
  const tea = await shop.goods({ price: 900 })
  const startsAt = new Date(shop.clock.now.getTime() + minutes(2)).toISOString()
  const sale = await bob.call(createList, { key: 'shared-sale', name: 'Sale', priority: 9, startsAt })
  await bob.call(setPrices, { prices: [{ variantId: tea.variantId, listId: sale.id, price: eur(700) }] })
  await quiet()
  const { headers } = await look(`/p/${tea.slug}`)
  assert.equal(headers.get('cache-control'), 'public, max-age=0, s-maxage=120')
  assert.match(headers.get('cdn-cache-control')!, /stale-while-revalidate=0/)
  const missing = await look('/p/no-such-thing')
  assert.equal(missing.status, 404)
  assert.doesNotMatch(missing.headers.get('cache-control')!, /public/)
})

test('shelves are shared too; a cache that refuses is told again, in order, until it has heard', async () => {
  const tea = await shop.goods({ price: 1100 })
  await quiet()
  assert.equal((await look('/products')).isHit, false)
  assert.ok((await look('/products')).isHit)
  proxy.refuse = 1
  const before = proxy.told.length
  await bob.call(setPrices, { prices: [{ variantId: tea.variantId, price: eur(1200) }] })
  await forgotten('/products')
  assert.equal(proxy.refuse, 0)
  assert.ok(proxy.told.length > before)
  assert.match((await look('/products')).text, /€12\.00/)
})

test('the journal is followed by its feed, which the page names', async () => {
  await quiet()
  const page = await look('/journal')
  assert.match(page.text, /<link rel="alternate" type="application\/atom\+xml" [^>]*href="\/journal\.atom"/)
  const feed = await look('/journal.atom')
  assert.equal(feed.headers.get('content-type'), 'application/atom+xml; charset=utf-8')
  assert.match(feed.headers.get('cache-control')!, /s-maxage=300/)
  assert.match(feed.text, /<link rel="self" [^>]*href="[^"]+\/journal\.atom"/)
})
