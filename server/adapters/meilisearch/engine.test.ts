/** Meilisearch finds for a shop, and whatever happens to it, the shop searches on. */
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { after, before, describe, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import { seconds } from '#kit/clock.ts'
import { newId } from '#kit/id.ts'
import { searchContract } from '#testing/search-contract.ts'
import { openShop, type Shop } from '#testing/shop.ts'
import { why } from '../../modules/browse/admin/why.ts'
import { get } from '../../modules/browse/engine/get.ts'
import { rebuild } from '../../modules/browse/engine/rebuild.ts'
import { reconcile } from '../../modules/browse/engine/reconcile.ts'
import { MOST_HITS } from '../../modules/browse/index.ts'
import { search } from '../../modules/browse/search.ts'
import { writeProducts } from '../../modules/catalog/index.ts'
import { archive } from '../../modules/catalog/products/archive.ts'
import { update as updateProduct } from '../../modules/catalog/products/update.ts'
import { writePrices } from '../../modules/pricing/index.ts'
import { judgeBy, type Published } from '../../proof/published.ts'
import { TWIN_KEY, openMeilisearchTwin, type MeilisearchTwin, type TwinFault } from './twin/twin.ts'

const published = JSON.parse(
  readFileSync(new URL('twin/open-api.json', import.meta.url), 'utf8'),
) as Published
const judge = judgeBy(published)

/** What was said over the wire and is not in what the vendor publishes. */
function strayed({ exchanges }: MeilisearchTwin): string[] {
  const json = { 'content-type': 'application/json' }
  return exchanges.flatMap((each) => judge({ ...each, headers: json, headersSent: ['authorization'] }))
}

const adaptersOf = ({ url }: MeilisearchTwin) => ({ MEILISEARCH_URL: url, MEILISEARCH_KEY: TWIN_KEY })

searchContract('Meilisearch', async () => {
  const twin = await openMeilisearchTwin()
  return {
    adapters: adaptersOf(twin),
    async close() {
      await twin.close()
      assert.ok(twin.exchanges.length > 0)
      assert.deepEqual(strayed(twin), [], 'as Meilisearch publishes it')
    },
  }
})

describe('a shop with Meilisearch', () => {
  let twin: MeilisearchTwin
  let shop: Shop
  before(async () => {
    twin = await openMeilisearchTwin()
    shop = await openShop({ adapters: adaptersOf(twin) })
    await shop.goods({ name: 'Blue ceramic cup' })
    await fed()
  })
  after(async () => {
    await shop?.close()
    await twin?.close()
    assert.deepEqual(strayed(twin), [], 'as Meilisearch publishes it')
  })

  const fed = async () => {
    await shop.settle()
    await shop.job('browse.feedEngine')
  }
  const find = async (q: string) => (await shop.guest().call(search, { q })).items.map(({ name }) => name)
  const state = () => shop.bob.call(get, {})
  const outcome = async (q: string) => {
    const productId = (await shop.guest().call(search, {})).items[0]!.id
    return (await shop.bob.call(why, { q, productId })).engine
  }
  /** Rested, and answering again. */
  const well = async () => {
    twin.fault = null
    const real = performance.now.bind(performance)
    performance.now = () => real() + seconds(11)
    try {
      assert.equal(await outcome('cup'), 'found')
    } finally {
      performance.now = real
    }
  }

  test('it is filled by itself, and says how it stands', async () => {
    const { engine, ready, filling, due, trouble } = await state()
    assert.deepEqual([ready, filling, due, trouble], [true, false, 0, null])
    assert.equal(engine, `meilisearch at ${new URL(twin.url).host}`)
    assert.equal(await outcome('ceramc'), 'found')
    const { parts } = await shop.bob.call(why, {
      q: 'ceramic',
      productId: (await shop.guest().call(search, { q: 'cup' })).items[0]!.id,
    })
    assert.ok(parts.some(({ rule, points }) => rule === 'engine' && points > 1000))
  })

  test('what it marks is shown, also of a mistyped word', async () => {
    const { highlights } = await shop.guest().call(search, { q: 'ceramc', highlights: true })
    assert.deepEqual(highlights[0]!.name, [
      { text: 'Blue ', hit: false },
      { text: 'ceramic', hit: true },
      { text: ' cup', hit: false },
    ])
  })

  test('however it fails, the shop finds by itself, and soon does not wait for it', async () => {
    for (const fault of ['broken', 'garbage', 'huge', 'silent'] as TwinFault[]) {
      twin.fault = fault
      assert.deepEqual(await find('cerami'), ['Blue ceramic cup'], fault)
      assert.equal(await outcome('cup'), 'failed', fault)
      assert.deepEqual(await find('cup'), ['Blue ceramic cup'], fault)
      const began = performance.now()
      assert.equal(await outcome('cup'), 'resting', fault)
      assert.ok(performance.now() - began < 350, 'it is not waited for')
      await well()
    }
    const figures = await shop.app.metrics.text()
    assert.match(figures, /quayside_search_engine_total\{outcome="failed"\} \d/)
    assert.match(figures, /quayside_search_engine_total\{outcome="resting"\} \d/)
  })

  test('what changed while it was away is told once it is back', async () => {
    for (const fault of ['silent', 'full'] as TwinFault[]) {
      twin.fault = fault === 'silent' ? 'broken' : fault
      await shop.goods({ name: `Vase of ${fault} times` })
      await fed()
      const away = await state()
      assert.equal(away.due, 1)
      assert.ok(away.trouble, fault)
      twin.fault = null
      await fed()
      assert.deepEqual([(await state()).due, (await state()).trouble], [0, null])
      assert.deepEqual(await find(`vase of ${fault} times`), [`Vase of ${fault} times`])
    }
    await well()
  })

  test('what changes while it is being told is told again', async () => {
    const { productId } = await shop.goods({ name: 'Copper pan' })
    await shop.settle()
    const [told, usual] = [twin.exchanges.length, twin.takes]
    twin.takes = 500
    const feeding = shop.job('browse.feedEngine')
    while (!twin.exchanges.slice(told).some(({ url }) => url.includes('/documents?'))) await sleep(5)
    await shop.bob.call(updateProduct, {
      productId,
      texts: [{ locale: 'en', name: 'Iron pan', description: 'Iron.' }],
    })
    await shop.settle()
    twin.takes = usual
    await feeding
    await fed()
    assert.deepEqual([await find('copper pan'), await find('iron pan')], [[], ['Iron pan']])
    assert.equal((await state()).due, 0)
  })

  test('filled anew it is searched all the while, and what changes meanwhile is not lost', async () => {
    const before = [...twin.indexes.keys()]
    await shop.bob.call(rebuild, {})
    assert.equal((await state()).filling, true)
    assert.equal(await outcome('cup'), 'found', 'in the one that was')
    const { productId } = await shop.goods({ name: 'Rush mat' })
    await fed()
    assert.deepEqual(await find('rush'), ['Rush mat'])
    const both = [...twin.indexes.keys()]
    assert.ok(both.length > before.length, 'the one before stays while others may still search in it')
    await shop.bob.call(archive, { productId })
    await fed()
    assert.equal([...twin.indexes.keys()].length, before.length)
    assert.notDeepEqual([...twin.indexes.keys()], before)
    assert.deepEqual(await find('rush'), [])
  })

  test('a process that dies while it fills leaves what the next one goes on from', async () => {
    await shop.bob.call(rebuild, {})
    twin.fault = 'full'
    await fed()
    assert.equal((await state()).filling, true)
    twin.fault = null
    const before = [...twin.indexes.keys()]
    // It held the feeding when it died: for two minutes nobody else takes it.
    await shop.app.pool.pg.query("update browse.engine_state set held_until = now() + interval '100 years'")
    await fed()
    assert.deepEqual([...twin.indexes.keys()], before)
    await shop.app.pool.pg.query('update browse.engine_state set held_until = null')
    await fed()
    assert.deepEqual([(await state()).filling, (await state()).trouble], [false, null])
    assert.equal(await outcome('cup'), 'found')
  })

  test('what a hand changed in the engine is found by comparing, and mended', async () => {
    await fed()
    const shelf = [...twin.indexes.values()].at(-1)!
    const [cup] = [...shelf.documents.values()].filter(({ name }) => name === 'Blue ceramic cup')
    shelf.documents.set(cup!.id, { ...cup!, name: 'Red ceramic cup', stamp: 'other' })
    shelf.documents.set('stranger', { id: 'stranger', name: 'Blue stranger', stamp: 'none' })
    shelf.documents.delete([...shelf.documents.values()].find(({ name }) => name !== 'Red ceramic cup')!.id)
    await find('blue stranger') // not ours: nothing to show
    await shop.bob.call(reconcile, {})
    assert.equal((await state()).comparing, true)
    await fed()
    const { comparing, mended, comparedAt } = await state()
    assert.deepEqual([comparing, mended], [false, 3])
    assert.ok(comparedAt)
    assert.deepEqual(await find('blue cup'), ['Blue ceramic cup'])
    assert.equal(shelf.documents.has('stranger'), false)
    await shop.bob.call(reconcile, {})
    await fed()
    assert.equal((await state()).mended, 0)
  })

  test('of more than it names, its best stand first, and what the shop finds by itself follows; all are counted', async () => {
    const goods = Array.from({ length: MOST_HITS + 20 }, (_, n) => ({ id: newId(), variantId: newId(), n }))
    await shop.inside(async (ctx) => {
      const tax = await sql<{ id: string }>`select id from tax.category limit 1`.execute(ctx.db)
      await writeProducts(
        goods.map(({ id, variantId, n }) => ({
          id,
          taxCategoryId: tax.rows[0]!.id,
          position: n,
          featured: false,
          categoryIds: [],
          optionIds: [],
          media: [],
          texts: [
            {
              locale: 'en',
              name: `Tile ${n}`,
              slug: `tile-${n}`,
              subtitle: null,
              description: '',
              facts: [],
            },
          ],
          variants: [{ id: variantId, sku: `T-${n}`, position: 0, weightGrams: 1, values: [] }],
        })),
        ctx,
      )
      await writePrices(
        goods.map(({ variantId }) => ({ variantId, currency: 'EUR', amount: 100 })),
        ctx,
      )
    })
    await shop.settle()
    await shop.job('browse.keepUp')
    await fed()
    const ask = (page: number) =>
      shop.guest().call(search, { q: 'tile', facets: true, withTotal: true, limit: 100, page })
    const first = await ask(1)
    assert.deepEqual([first.total!.count, first.facets!.total], [goods.length, goods.length])
    const ids = first.items.map(({ id }) => id)
    for (let page = 2; page <= 11; page++) ids.push(...(await ask(page)).items.map(({ id }) => id))
    assert.deepEqual([ids.length, new Set(ids).size], [goods.length, goods.length])
    const best = [...twin.indexes.values()].at(-1)!.search({ q: 'tile', limit: MOST_HITS }).hits as {
      id: string
    }[]
    assert.deepEqual(ids.slice(0, MOST_HITS).toSorted(), best.map(({ id }) => id).toSorted())
  })

  test('an engine that lost everything is searched around, and filled anew by itself', async () => {
    twin.indexes.clear()
    assert.deepEqual(await find('cup'), ['Blue ceramic cup'])
    await shop.goods({ name: 'Oak shelf' })
    await fed()
    assert.deepEqual([(await state()).ready, (await state()).due], [true, 0])
    assert.deepEqual([await find('cup'), await find('oak')], [['Blue ceramic cup'], ['Oak shelf']])
    await well()
  })
})
