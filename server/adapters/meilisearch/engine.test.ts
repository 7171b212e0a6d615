/** Meilisearch finds for a shop, and whatever happens to it, the shop searches on. */
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { after, before, describe, test } from 'node:test'
import { seconds } from '#kit/clock.ts'
import { searchContract } from '#testing/search-contract.ts'
import { openShop, type Shop } from '#testing/shop.ts'
import { why } from '../../modules/browse/admin/why.ts'
import { get } from '../../modules/browse/engine/get.ts'
import { rebuild } from '../../modules/browse/engine/rebuild.ts'
import { reconcile } from '../../modules/browse/engine/reconcile.ts'
import { search } from '../../modules/browse/search.ts'
import { archive } from '../../modules/catalog/products/archive.ts'
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

  test('an engine that lost everything is searched around, and made anew', async () => {
    twin.indexes.clear()
    assert.deepEqual(await find('cup'), ['Blue ceramic cup'])
    await shop.bob.call(rebuild, {})
    await fed()
    await well()
  })
})
