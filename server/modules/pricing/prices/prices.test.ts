/** Bob sets prices; what things cost before is not forgotten. */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { sql } from 'kysely'
import { minutes } from '#kit/clock.ts'
import { openShop } from '#testing/shop.ts'
import { archive } from '../../catalog/products/archive.ts'
import { product } from '../../browse/product.ts'
import { history } from './history.ts'
import { list } from './list.ts'
import { set } from './set.ts'

const shop = await openShop()
after(() => shop.close())
const { bob } = shop
const eur = (amount: number) => ({ amount, currency: 'EUR' })
const tea = await shop.goods({ price: 1000 })
const { variantId } = tea
const faults = (work: Promise<unknown>) =>
  work.then(
    () => [],
    (error: { errors: { path: string; code: string }[] }) =>
      error.errors.map(({ path, code }) => `${path} ${code}`),
  )

test('a new price holds at once, and the old one stays in the history', async () => {
  shop.clock.forward(minutes(1))
  const { items } = await bob.call(set, { prices: [{ variantId, price: eur(850), compareAt: eur(1000) }] })
  assert.deepEqual(
    items.map(({ price, compareAt, version }) => ({ price, compareAt, version })),
    [{ price: eur(850), compareAt: eur(1000), version: 2 }],
  )
  assert.deepEqual(await bob.call(list, { variantIds: [variantId] }), { items })
  const shown = await shop.guest().call(product, { slug: tea.slug })
  assert.deepEqual([shown.price, shown.compareAt], [eur(850), eur(1000)])

  shop.clock.forward(minutes(1))
  await bob.call(set, { prices: [{ variantId, price: eur(850), compareAt: eur(1000) }] })
  await bob.call(set, { prices: [{ variantId, price: eur(900) }] })
  const first = await bob.call(history, { variantId, limit: 2, withTotal: true })
  assert.deepEqual(
    first.items.map(({ price, compareAt, actor }) => [price.amount, compareAt?.amount ?? null, actor]),
    [
      [900, null, bob.id],
      [850, 1000, bob.id],
    ],
  )
  assert.equal(first.total!.count, 3)
  const rest = await bob.call(history, { variantId, limit: 2, after: first.next!, currency: 'EUR' })
  assert.deepEqual([rest.items.map(({ price }) => price.amount), rest.next], [[1000], null])
  await shop.invariants()
})

test('a struck-through price is above the price, and every fault is named by its place', async () => {
  const good = { variantId, price: eur(1000) }
  const other = (await shop.goods()).variantId
  const away = await shop.goods()
  await bob.call(archive, { productId: away.productId })
  const refused: [string, Record<string, unknown>][] = [
    ['prices.1.compareAt.amount too_small', { variantId: other, price: eur(1000), compareAt: eur(1000) }],
    [
      'prices.1.compareAt.currency currency',
      { variantId: other, price: eur(10), compareAt: { amount: 20, currency: 'USD' } },
    ],
    ['prices.1.price.amount too_small', { variantId: other, price: eur(-1) }],
    ['prices.1.price.currency unknown', { variantId: other, price: { amount: 1, currency: 'JPY' } }],
    ['prices.1.variantId duplicate', { variantId, price: eur(5) }],
    ['prices.1.variantId unknown', { variantId: shop.storeId, price: eur(5) }],
    ['prices.1.variantId unknown', { variantId: away.variantId, price: eur(5) }],
  ]
  for (const [fault, bad] of refused)
    assert.deepEqual(await faults(bob.call(set, { prices: [good, bad as never] })), [fault])
  assert.deepEqual(
    (await bob.call(list, { variantIds: [variantId] })).items.map(({ price }) => price),
    [eur(900)],
  )
  const free = await bob.call(set, { prices: [{ variantId: other, price: eur(0) }] })
  assert.deepEqual(free.items[0]!.price, eur(0))
})

test('a price that somebody changed meanwhile is not overwritten', async () => {
  const version = (await bob.call(list, { variantIds: [variantId] })).items[0]!.version
  await bob.call(set, { prices: [{ variantId, price: eur(950), expectedVersion: version }] })
  await assert.rejects(
    bob.call(set, { prices: [{ variantId, price: eur(960), expectedVersion: version }] }),
    { code: 'stale_version', status: 412, details: { currentVersion: version + 1 } },
  )
})

test('of several changes to the same version one wins', async () => {
  const { variantId: contested } = await shop.goods()
  const change = (amount: number) =>
    bob.call(set, { prices: [{ variantId: contested, price: eur(amount), expectedVersion: 1 }] })
  const results = await Promise.allSettled([1, 2, 3, 4, 5].map(change))
  assert.equal(results.filter(({ status }) => status === 'fulfilled').length, 1)
  await shop.invariants()
})

test('two lists of the same prices in opposite order both end', async () => {
  const ids = await Promise.all(Array.from({ length: 20 }, async () => (await shop.goods()).variantId))
  const prices = (amount: number) => ids.map((id) => ({ variantId: id, price: eur(amount) }))
  await Promise.all([
    bob.call(set, { prices: prices(100) }),
    bob.call(set, { prices: prices(200).toReversed() }),
  ])
  const { items } = await bob.call(list, { variantIds: ids })
  assert.equal(new Set(items.map(({ price }) => price.amount)).size, 1)
  await shop.invariants()
})

test('a price past its history, or below nothing, is found by the proof', async () => {
  await sql`update pricing.price set amount = amount + 1 where variant_id = ${variantId}`.execute(
    shop.app.pool.db,
  )
  await assert.rejects(shop.invariants(), /I20\.history/)
  await sql`update pricing.price set amount = amount - 1 where variant_id = ${variantId}`.execute(
    shop.app.pool.db,
  )
  await shop.invariants()
  await sql`alter table pricing.price drop constraint price_amount_check`.execute(shop.app.pool.db)
  await sql`update pricing.price set amount = -1 where variant_id = ${variantId}`.execute(shop.app.pool.db)
  await assert.rejects(shop.invariants(), /I20\.amount/)
  await bob.call(set, { prices: [{ variantId, price: eur(1) }] })
})

test('a hundred prices take as many statements as one', async () => {
  const ids = await Promise.all(Array.from({ length: 100 }, async () => (await shop.goods()).variantId))
  const counted = async (prices: { variantId: string; price: ReturnType<typeof eur> }[]) => {
    const statements = { count: 0 }
    await bob.call(set, { prices }, { statements })
    return statements.count
  }
  const one = await counted([{ variantId: ids[0]!, price: eur(1) }])
  assert.equal(await counted(ids.map((id) => ({ variantId: id, price: eur(2) }))), one)
  assert.ok(one <= 10, `${one} statements`)
  const statements = { count: 0 }
  await bob.call(list, { variantIds: ids }, { statements })
  await bob.call(history, { variantId }, { statements })
  assert.equal(statements.count, 2)
})

test('only staff with the right', async () => {
  const reader = shop.staff('pricing.read')
  await reader.call(list, { variantIds: [variantId] })
  await reader.call(history, { variantId })
  await assert.rejects(reader.call(set, { prices: [{ variantId, price: eur(1) }] }), { code: 'forbidden' })
  await assert.rejects(shop.alice.call(history, { variantId }), { code: 'forbidden' })
  await assert.rejects(shop.guest().call(list, { variantIds: [variantId] }), { code: 'unauthenticated' })
})
