/**
 * What every search does for a shopper, whoever finds: one story, told to the store's own search and to each engine outside, or its
 * faithful twin over the wire.
 */
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { speak } from './languages.ts'
import { openShop, type Goods, type Shop } from './shop.ts'
import { unpublish } from '../modules/catalog/products/unpublish.ts'
import { update as updateProduct } from '../modules/catalog/products/update.ts'
import { create as createChannel } from '../modules/settings/channels/create.ts'
import { set as setPrices } from '../modules/pricing/prices/set.ts'
import { why } from '../modules/browse/admin/why.ts'
import { set as place } from '../modules/browse/placements/set.ts'
import { search } from '../modules/browse/search.ts'
import { suggest } from '../modules/browse/suggest.ts'
import { create as createSynonym } from '../modules/browse/synonyms/create.ts'
import { remove as removeSynonym } from '../modules/browse/synonyms/remove.ts'

export interface EngineAtHand {
  /** Settings that name the engine; none: the store's own search. */
  adapters: Record<string, string>
  close(): Promise<void>
}

export function searchContract(name: string, open: () => Promise<EngineAtHand>): void {
  describe(`${name} keeps the contract of searches`, () => {
    let hand: EngineAtHand
    let shop: Shop
    let cup: Goods
    let bowl: Goods
    before(async () => {
      hand = await open()
      shop = await openShop({ adapters: hand.adapters })
      cup = await shop.goods({ name: 'Blue ceramic cup', price: 1200 })
      bowl = await shop.goods({ name: 'Blue café bowl', price: 2500, stock: 0 })
      await shop.goods({ name: 'Standing lamp', price: 9900 })
      await caughtUp()
    })
    after(async () => {
      await shop?.close()
      await hand?.close()
    })

    /** Until everybody knows what happened. */
    const caughtUp = async () => {
      await shop.settle()
      await shop.job('browse.keepUp')
      await shop.job('browse.feedEngine')
    }
    const find = async (q: string) => (await shop.guest().call(search, { q })).items.map((item) => item.name)

    test('words are found in any order, in any case and accent, and the last one only begun', async () => {
      for (const q of ['ceramic blue', 'CERAMIC', 'Cerámic cup', 'blue cer'])
        assert.deepEqual(await find(q), ['Blue ceramic cup'], q)
      for (const q of ['cafe', 'CAFÉ bo']) assert.deepEqual(await find(q), ['Blue café bowl'], q)
      assert.deepEqual(await find('ceramic bowl'), [], 'every word must be there')
    })

    test('a mistyped word finds what was meant; what is near nothing finds nothing', async () => {
      for (const q of ['ceramc', 'ceramik cup', 'standin lamp']) assert.equal((await find(q)).length, 1, q)
      assert.deepEqual(await find('zeppelin'), [])
      for (const q of ['!?', '"', "a' | b & !c", '-cup -blue', 'кружка', '青い茶碗', 'ceramic"'])
        await find(q)
    })

    test('a synonym finds the thing, until it is taken back', async () => {
      assert.deepEqual(await find('mug'), [])
      const { id } = await shop.bob.call(createSynonym, {
        locale: 'en',
        words: ['cup', 'mug', 'drinking vessel'],
      })
      await caughtUp()
      assert.deepEqual(await find('mug'), ['Blue ceramic cup'])
      await shop.bob.call(removeSynonym, { synonymId: id })
      await caughtUp()
      assert.deepEqual(await find('mug'), [])
    })

    test('what is found is narrowed, counted, ordered and paged exactly', async () => {
      const guest = shop.guest()
      const { items, facets, total } = await guest.call(search, {
        q: 'blue',
        facets: true,
        withTotal: true,
        filter: { available: { eq: true } },
      })
      assert.deepEqual([items.length, total!.count, facets!.total, facets!.available], [1, 1, 1, 1])
      assert.deepEqual([facets!.price!.lowest.amount, facets!.price!.highest.amount], [1200, 1200])
      const dear = await guest.call(search, { q: 'blue', filter: { price: { gte: 2000 } } })
      assert.deepEqual(
        dear.items.map((item) => item.name),
        ['Blue café bowl'],
      )
      const first = await guest.call(search, { q: 'blue', sort: { by: 'price', desc: true }, limit: 1 })
      const second = await guest.call(search, {
        q: 'blue',
        sort: { by: 'price', desc: true },
        limit: 1,
        after: first.next!,
      })
      assert.deepEqual(
        [...first.items, ...second.items].map((item) => item.name),
        ['Blue café bowl', 'Blue ceramic cup'],
      )
      assert.equal(second.next, null)
    })

    test('it is shown where the words stand, also a begun one', async () => {
      const { highlights } = await shop.guest().call(search, { q: 'ceramic cu', highlights: true })
      assert.deepEqual(
        highlights.map(({ productId, name }) => [productId, name.map(({ text }) => text).join('')]),
        [[cup.productId, 'Blue ceramic cup']],
      )
      const hits = highlights[0]!.name.filter(({ hit }) => hit).map(({ text }) => text)
      assert.deepEqual([hits[0], hits.at(-1)!.startsWith('cu')], ['ceramic', true])
    })

    test('what staff pin stands first, found or not; what they bury stands last; why says so', async () => {
      const lamp = (await shop.guest().call(search, { q: 'lamp' })).items[0]!
      await shop.bob.call(place, { q: 'blue', pinned: [lamp.id], buried: [cup.productId] })
      assert.deepEqual(await find('blue'), ['Standing lamp', 'Blue café bowl', 'Blue ceramic cup'])
      const told = await shop.bob.call(why, { q: 'blue', productId: cup.productId })
      assert.deepEqual([told.found, told.place], [true, 3])
      assert.equal(
        told.parts.reduce((sum, { points }) => sum + points, 0),
        told.score,
      )
      await shop.bob.call(place, { q: 'blue', pinned: [], buried: [] })
      assert.equal((await find('blue')).length, 2)
    })

    test('while one types, products are shown', async () => {
      const { products } = await shop.guest().call(suggest, { q: 'blue cer' })
      assert.deepEqual(
        products.map((item) => item.name),
        ['Blue ceramic cup'],
      )
    })

    test('prices are those of this moment, and what was taken off is gone at once', async () => {
      const { variantId, productId } = await shop.goods({ name: 'Copper kettle', price: 4000 })
      await caughtUp()
      await shop.bob.call(setPrices, { prices: [{ variantId, price: { amount: 4500, currency: 'EUR' } }] })
      const { items } = await shop.guest().call(search, { q: 'kettle' })
      assert.equal(items[0]!.price.amount, 4500)
      await shop.bob.call(updateProduct, {
        productId,
        texts: [{ locale: 'en', name: 'Iron kettle', description: 'Iron.' }],
      })
      await caughtUp()
      assert.deepEqual([await find('copper kettle'), await find('iron kettle')], [[], ['Iron kettle']])
      await shop.bob.call(unpublish, { productId })
      assert.deepEqual(await find('kettle'), [])
      await caughtUp()
      assert.deepEqual(await find('kettle'), [])
    })

    test('what is sold elsewhere alone is found there alone', async () => {
      const { id } = await shop.bob.call(createChannel, { code: 'club', name: 'Club' })
      const { productId } = await shop.goods({ name: 'Silver spoon' })
      await shop.bob.call(updateProduct, { productId, channelIds: [id] })
      await caughtUp()
      const there = await shop.guest().call(search, { q: 'silver', withTotal: true }, { channel: 'club' })
      assert.deepEqual([there.items.length, there.total!.count, await find('silver')], [1, 1, []])
      assert.equal((await shop.guest().call(search, { q: 'blue' }, { channel: 'club' })).items.length, 2)
    })

    test('each language is searched by its own words, and what is not translated by those it falls back to', async () => {
      await speak(shop, { de: 'en' })
      const names = async (q: string) =>
        (await shop.guest().call(search, { q }, { locale: 'de' })).items.map((item) => item.name)
      await shop.bob.call(updateProduct, {
        productId: cup.productId,
        texts: [{ locale: 'de', name: 'Blaue Tasse', slug: 'blaue-tasse', description: 'Aus Ton.' }],
      })
      await caughtUp()
      await shop.job('browse.feedEngine')
      assert.deepEqual([await names('tasse'), await find('tasse')], [['Blaue Tasse'], []])
      assert.deepEqual([await names('lamp'), await names('ceramic')], [['Standing lamp'], []])
      assert.deepEqual(await find('ceramic'), ['Blue ceramic cup'])
    })

    test('a page, and the ones behind it, have each product once while others arrive', async () => {
      for (let n = 0; n < 5; n++) await shop.goods({ name: `Lantern ${n}` })
      await caughtUp()
      const seen: string[] = []
      for (let after: string | undefined, round = 0; ; round++) {
        const page = await shop.guest().call(search, { q: 'lantern', limit: 2, ...(after && { after }) })
        seen.push(...page.items.map(({ id }) => id))
        if (!page.next) break
        after = page.next
        if (round > 1) continue
        await shop.goods({ name: 'Lantern' })
        await caughtUp()
      }
      assert.equal(new Set(seen).size, seen.length)
      assert.ok(seen.length >= 5)
    })

    test('what was out of stock says so, whoever found it', async () => {
      const { items } = await shop.guest().call(search, { q: 'bowl' })
      assert.deepEqual([items[0]!.id, items[0]!.availability], [bowl.productId, 'out_of_stock'])
    })
  })
}
