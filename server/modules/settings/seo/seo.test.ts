/** Bob says what search engines may list, and how the titles of his pages are put together. */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { speak } from '#testing/languages.ts'
import { openShop } from '#testing/shop.ts'
import { create as createChannel } from '../channels/create.ts'
import { storefront } from '../storefront.ts'
import { get } from './get.ts'
import { update } from './update.ts'

const shop = await openShop()
after(() => shop.close())
const { bob } = shop
const guest = shop.guest()
await speak(shop, { de: 'en', 'de-AT': 'de' })

test('a shop is listed until its owner says otherwise; a channel may stay out by itself', async () => {
  assert.equal((await guest.call(storefront, {})).indexed, true)
  await bob.call(createChannel, { code: 'outlet', name: 'Outlet' })
  await bob.call(update, { hiddenChannels: ['outlet'], disallow: ['/pages/press'] })
  const seen = async (channel?: string) => {
    const { indexed, disallow } = await guest.call(storefront, {}, channel ? { channel } : {})
    return [indexed, disallow]
  }
  assert.deepEqual(await seen(), [true, ['/pages/press']])
  assert.deepEqual(await seen('outlet'), [false, ['/pages/press']])
  await bob.call(update, { indexed: false })
  assert.deepEqual(await seen(), [false, ['/pages/press']])
  assert.equal((await bob.call(get, {})).version, 3)
})

test('titles are put together as the reader’s language has it, else as the next one does', async () => {
  await bob.call(update, {
    titles: [
      { kind: 'product', locale: 'en', title: '{title} | {shop}' },
      { kind: 'product', locale: 'de', title: '{title} kaufen bei {shop}' },
      { kind: 'page', locale: 'en', title: '{title}, by {shop}' },
    ],
  })
  const titles = async (locale: string) =>
    Object.fromEntries(
      (await guest.call(storefront, {}, { locale })).titles.map(({ kind, title }) => [kind, title]),
    )
  assert.deepEqual(await titles('en'), { product: '{title} | {shop}', page: '{title}, by {shop}' })
  assert.deepEqual(await titles('de-AT'), {
    product: '{title} kaufen bei {shop}',
    page: '{title}, by {shop}',
  })
})

test('what no title can be made of, or is not there, is refused by name', async () => {
  const template = { kind: 'product', locale: 'en', title: '{title}' } as const
  const before = await bob.call(get, {})
  for (const [given, path, code] of [
    [{ titles: [{ ...template, title: 'Buy now' }] }, 'titles.0.title', 'incomplete'],
    [{ titles: [{ ...template, title: '{title} {price}' }] }, 'titles.0.title', 'unknown'],
    [{ titles: [{ ...template, locale: 'fr' }] }, 'titles.0.locale', 'unknown'],
    [{ titles: [template, template] }, 'titles.1', 'duplicate'],
    [{ hiddenChannels: ['nowhere'] }, 'hiddenChannels.0', 'unknown'],
  ] as const)
    await assert.rejects(
      bob.call(update, given as never),
      (error: { errors?: { path: string; code: string }[] }) =>
        error.errors?.[0]?.path === path && error.errors[0].code === code,
      path,
    )
  assert.deepEqual(await bob.call(get, {}), before)
  await assert.rejects(bob.call(update, { indexed: true, expectedVersion: 1 }), { code: 'stale_version' })
})
