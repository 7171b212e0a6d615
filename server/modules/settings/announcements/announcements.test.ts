/** Bob tells shoppers something for a time, and closes the shop for an evening; his staff and whoever has the link go on. */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { hours, minutes } from '#kit/clock.ts'
import { placed, payNow } from '#testing/orders.ts'
import { openShop } from '#testing/shop.ts'
import { createHttp } from '../../../surfaces/http.ts'
import { products } from '../../browse/products.ts'
import { create as createChannel } from '../channels/create.ts'
import { putLocales } from '../locales/put.ts'
import { storefront } from '../storefront.ts'
import { archive } from './archive.ts'
import { create } from './create.ts'
import { list } from './list.ts'

const shop = await openShop()
const http = await createHttp(shop.app)
after(async () => {
  await http.close()
  await shop.close()
})
const { alice, bob } = shop
await shop.inside((ctx) =>
  putLocales(ctx, [
    { code: 'en', fallback: null },
    { code: 'de', fallback: 'en' },
  ]),
)
const inHours = (count: number) => new Date(shop.clock.now.getTime() + hours(count)).toISOString()
const texts = [
  { locale: 'en', text: 'Free delivery this week' },
  { locale: 'de', text: 'Diese Woche ohne Versandkosten' },
]
const told = async (options: { locale?: string; channel?: string } = {}) =>
  (await alice.call(storefront, {}, options)).announcements.map(({ text }) => text)
const asked = async (path: string, headers: Record<string, string> = {}) =>
  http.inject({ url: path, headers: { 'quayside-store': shop.storeId, ...headers } })

test('a bar is told from its beginning to its end, in the reader’s language and in its channel alone', async () => {
  await bob.call(createChannel, { code: 'fair', name: 'At the fair', holdMinutes: 15 })
  const { announcement } = await bob.call(create, {
    kind: 'bar',
    startsAt: inHours(1),
    endsAt: inHours(3),
    link: '/collections/winter',
    texts,
  })
  assert.deepEqual(await told(), [])
  shop.clock.forward(hours(1))
  assert.deepEqual(await told(), ['Free delivery this week'])
  assert.deepEqual(await told({ locale: 'de' }), ['Diese Woche ohne Versandkosten'])
  const { id: channelId } = await bob.call(createChannel, { code: 'stall', name: 'Stall', holdMinutes: 15 })
  await bob.call(create, { kind: 'bar', channelId, texts: [{ locale: 'en', text: 'Come round the back' }] })
  assert.deepEqual((await told({ channel: 'stall' })).sort(), [
    'Come round the back',
    'Free delivery this week',
  ])
  assert.deepEqual(await told(), ['Free delivery this week'])
  shop.clock.forward(hours(2))
  assert.deepEqual(await told(), [])
  assert.ok((await bob.call(list, {})).items.some(({ id }) => id === announcement.id))
})

test('what makes no sense is refused by its field', async () => {
  const refused: [string, object][] = [
    ['endsAt', { endsAt: inHours(-1) }],
    ['link', { link: '//evil.example' }],
    ['link', { link: 'javascript:alert(1)' }],
    ['channelId', { channelId: '0199aaaa-0000-7000-8000-000000000000' }],
    ['texts.0.locale', { texts: [{ locale: 'fr', text: 'Bonjour' }] }],
    ['texts.1.locale', { texts: [texts[0], texts[0]] }],
  ]
  for (const [field, wrong] of refused)
    await assert.rejects(
      bob.call(create, { kind: 'bar', texts, ...wrong }),
      (error: { errors: { path: string }[] }) => {
        assert.deepEqual(
          error.errors.map(({ path }) => path),
          [field],
        )
        return true
      },
    )
})

test('planned maintenance closes the shop to shoppers, with when to come again, and to nobody else', async () => {
  const { announcement, bypassToken } = await bob.call(create, {
    kind: 'maintenance',
    startsAt: inHours(1),
    endsAt: inHours(2),
    texts: [{ locale: 'en', text: 'We are moving house' }],
  })
  assert.equal((await asked('/v1/products')).statusCode, 200)
  shop.clock.forward(hours(1) + minutes(30))
  const closed = await asked('/v1/search?q=tea')
  assert.deepEqual(
    [closed.statusCode, closed.headers['retry-after'], closed.json<{ code: string }>().code],
    [503, '1800', 'unavailable'],
  )
  assert.match(closed.headers['content-type'] as string, /problem\+json/)
  await assert.rejects(alice.call(products, {}), { status: 503 })
  assert.ok(await bob.call(products, {}), 'staff see the shop')
  assert.ok(await bob.call(list, {}), 'and their own operations')
  const bypass = { 'quayside-bypass': bypassToken! }
  assert.equal((await asked('/v1/search?q=tea', bypass)).statusCode, 200)
  assert.equal((await asked('/v1/search?q=tea', { 'quayside-bypass': `${bypassToken}x` })).statusCode, 503)
  assert.equal(
    (await asked('/v1/search?q=tea')).statusCode,
    503,
    'what was kept for those let in is not for all',
  )
  assert.equal((await alice.call(storefront, {})).name, 'Test shop')
  await bob.call(archive, { announcementId: announcement.id })
  assert.equal((await asked('/v1/search?q=tea')).statusCode, 200)
  await assert.rejects(bob.call(archive, { announcementId: announcement.id }), { status: 404 })
})

test('who was paying when the shop closed has their order: webhooks and jobs go on', async () => {
  const tea = await shop.goods({ stock: 5 })
  const placement = await placed(shop, alice, { of: tea })
  const { announcement } = await bob.call(create, { kind: 'maintenance', texts })
  const order = await payNow(shop, placement)
  assert.equal(order.state, 'confirmed')
  await bob.call(archive, { announcementId: announcement.id })
  await shop.invariants()
})
