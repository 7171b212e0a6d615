/** A larger demo shop: the right size, whole, findable, the same at every run, and made in bounded memory. */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import type { App } from '#kit/app.ts'
import { openDemoShop } from '#testing/demo-shop.ts'
import { idOf } from './factory/chance.ts'
import { madeProduct } from './factory/product.ts'
import { seedSize, sizes } from './sizes.ts'

const call = { actor: { kind: 'system', name: 'test' } as const }
const MOST_GROWTH_BYTES = 150e6 // of ten thousand products after the first thousand; each is some 4 KB of rows

const shop = await openDemoShop()
const { app } = shop
after(() => shop.close())

const count = async (table: string) =>
  (await app.pool.query<{ count: number }>(`select count(*) as count from ${table}`, []))[0]!.count

/** The app, of which the nth chunk of a seed breaks off. */
function breakingAt(chunk: number): App {
  let chunks = -1 // the first transaction only reads
  return {
    ...app,
    inTransaction: (given, work) =>
      app.inTransaction(given, async (ctx) => {
        const done = await work(ctx)
        if (++chunks === chunk) throw new Error('The power is gone.')
        return done
      }),
  }
}

test('a seed that was cut off goes on where it stopped, and ends at the size asked for', async (t) => {
  await assert.rejects(seedSize(breakingAt(5), call, { size: '10k', shop: 1 }), /power/)
  const there = await count('catalog.product')
  assert.ok(there > sizes.demo && there < sizes['10k'], `${there}`)

  let most = 0
  let atFirst = 0
  const watch = setInterval(() => {
    const { rss } = process.memoryUsage()
    most = Math.max(most, rss)
    atFirst ||= rss
  }, 20).unref()
  const seeded = await seedSize(app, call, { size: '10k', shop: 1 })
  clearInterval(watch)
  assert.equal(seeded.written, sizes['10k'] - there)
  t.diagnostic(
    `${seeded.written} products in ${seeded.seconds} s, memory grew by ${Math.round((most - atFirst) / 1e6)} MB`,
  )
  assert.ok(most - atFirst < MOST_GROWTH_BYTES, `memory grew by ${Math.round((most - atFirst) / 1e6)} MB`)
  assert.equal(await count('catalog.product'), sizes['10k'])

  const again = await seedSize(app, call, { size: '10k', shop: 1 })
  assert.equal(again.written, 0)
  assert.equal(await count('catalog.product'), sizes['10k'])
})

test('every invariant holds, and each variant has its price and its stock', async () => {
  for (const { id, sql } of app.modules.flatMap((module) => module.invariants))
    assert.deepEqual((await app.pool.pg.query(sql)).rows.slice(0, 3), [], id)
  const variants = await count('catalog.variant')
  for (const currency of ['EUR', 'USD', 'JPY'])
    assert.equal(await count(`pricing.price where min_quantity = 1 and currency = '${currency}'`), variants)
  const bundles = await count('catalog.bundle')
  assert.equal(await count('inventory.level'), variants - bundles, 'a bundle has the stock of what is in it')
})

test('a made product is sold under the name, price and stock that its numbers say', async () => {
  const made = madeProduct(1, 9_000)
  const id = idOf(1, 9_000, 'product')
  const product = (await app.invoke(app.operations.get('browse.product')!, { slug: made.slug }, call)) as {
    id: string
    name: string
    variants: { sku: string; price: { amount: number } }[]
    pictures?: unknown[]
  }
  assert.equal(product.id, id)
  assert.equal(product.name, made.name)
  assert.deepEqual(
    product.variants.map(({ sku, price }) => [sku, price.amount]),
    made.variants.map(({ sku, price }) => [sku, price]),
  )
  const [stock] = await app.pool.query<{ pieces: number }>(
    `select sum(l.on_hand) as pieces from inventory.level l join inventory.item i on i.id = l.item_id where i.sku like $1`,
    [`${made.variants[0].sku.slice(0, -1)}%`],
  )
  assert.equal(
    stock!.pieces,
    made.variants.reduce((sum, variant) => sum + variant.stock, 0),
  )
})

test('a shop that is not the demo shop is left alone', async () => {
  const [{ id }] = (await app.pool.query<{ id: string }>(
    `update inventory.location set key = 'elsewhere' where key = 'main' returning id`,
    [],
  )) as [{ id: string }]
  await assert.rejects(seedSize(app, call, { size: '100k', shop: 1 }), /Only the demo shop/)
  await app.pool.query(`update inventory.location set key = 'main' where id = $1`, [id])
})
