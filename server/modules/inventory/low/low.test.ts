/** Bob is told once when little is left, wherever it lies, and reads what is low until there is more again. */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { mailsTo } from '#testing/orders.ts'
import { openShop, type Goods } from '#testing/shop.ts'
import { itemOf, place } from '#testing/stock.ts'
import { newId } from '#kit/id.ts'
import { lowStock } from '../events.ts'
import { hold } from '../index.ts'
import { list as levels } from '../levels/list.ts'
import { setLimits } from '../levels/set-limits.ts'
import { adjust } from '../stock/adjust.ts'
import { list } from './list.ts'

const shop = await openShop()
after(() => shop.close())
const { bob, locationId } = shop

async function watched(stock: number, lowAt: number) {
  const goods = await shop.goods({ name: 'Tea', stock })
  const itemId = await itemOf(shop, goods)
  await bob.call(setLimits, { itemId, locationId, lowAt })
  return { ...goods, itemId }
}
async function look(): Promise<void> {
  await shop.job('inventory.watchLow')
  await shop.settle()
}
async function sell({ variantId }: Goods, quantity: number): Promise<void> {
  const until = new Date(shop.clock.now.getTime() + 600_000)
  const lines = [{ lineId: newId(), variantId, quantity }]
  await shop.inside((ctx) => hold(ctx, { holder: { kind: 'test', id: newId() }, lines, until }))
}
const alerts = async (itemId: string) => {
  const { rows } = await shop.app.pool.pg.query<{ payload: { ids: string[] } }>(
    'select payload from kit.event where name = $1',
    [lowStock.name],
  )
  return rows.filter(({ payload }) => payload.ids.includes(itemId)).length
}
const mailsAbout = async (email: string, sku: string) =>
  (await mailsTo(shop, email)).filter(({ subject }) => subject.includes(sku))
const lowOf = async (itemId: string) =>
  (await bob.call(list, { limit: 100 })).items.filter((low) => low.itemId === itemId)

test('who may see stock is told once of a fall, not of each sale; again when it had risen', async () => {
  const carol = await shop.person('carol', ['stock.read'])
  const dave = await shop.person('dave', ['orders.read'])
  const tea = await watched(5, 3)
  await look()
  assert.deepEqual([await lowOf(tea.itemId), await alerts(tea.itemId)], [[], 0])

  await sell(tea, 2)
  await look()
  const [low] = await lowOf(tea.itemId)
  assert.deepEqual(
    [low?.left, low?.lowAt, low?.sku, low?.name, low?.locationId],
    [3, 3, tea.sku, 'Tea', locationId],
  )
  await sell(tea, 1)
  await look()
  await look()
  assert.equal(await alerts(tea.itemId), 1)
  assert.deepEqual(
    (await lowOf(tea.itemId)).map(({ left, since }) => [left, since]),
    [[2, low?.since]],
  )
  const [mail, ...others] = await mailsAbout(carol.email, tea.sku)
  assert.deepEqual([mail?.subject, others.length], [`${tea.sku} is running low at Warehouse`, 0])
  assert.match(mail!.text, /3 left/)
  assert.equal((await mailsAbout(bob.email, tea.sku)).length, 1)
  for (const { email } of [dave, shop.alice]) assert.deepEqual(await mailsAbout(email, tea.sku), [])

  await bob.call(adjust, { itemId: tea.itemId, locationId, delta: 5, reason: 'received' })
  assert.deepEqual(await lowOf(tea.itemId), [], 'there is more again: at once it is low no more')
  await look()
  await sell(tea, 4)
  await look()
  assert.equal(await alerts(tea.itemId), 2)
  assert.equal((await mailsAbout(carol.email, tea.sku)).length, 2)
})

test('each place has its own safety stock and its own limit, and what is kept back is not left', async () => {
  const cellar = await place(shop, 'cellar', 1)
  const tea = await watched(10, 2)
  await bob.call(adjust, { itemId: tea.itemId, locationId: cellar, delta: 10, reason: 'received' })
  await bob.call(setLimits, { itemId: tea.itemId, locationId: cellar, lowAt: 6, safetyStock: 4 })
  await look()
  assert.deepEqual(
    (await lowOf(tea.itemId)).map(({ locationId: at, left, lowAt }) => [at, left, lowAt]),
    [[cellar, 6, 6]],
  )
  const { items } = await bob.call(list, { locationId: cellar, limit: 1 })
  assert.equal(items[0]!.itemId, tea.itemId)
  const [stock] = (await bob.call(levels, { variantIds: [tea.variantId] })).items
  assert.deepEqual(
    [
      stock!.available,
      stock!.levels.map(({ available, safetyStock, lowAt }) => [available, safetyStock, lowAt]),
    ],
    [
      16,
      [
        [10, 0, 2],
        [6, 4, 6],
      ],
    ],
  )
  await assert.rejects(sell(tea, 17), { code: 'inventory.out_of_stock' })
  await sell(tea, 16)
})

test('without a limit nothing is low; a limit that goes takes the alert along', async () => {
  const tea = await watched(1, 5)
  await look()
  assert.equal((await lowOf(tea.itemId)).length, 1)
  const free = await bob.call(setLimits, { itemId: tea.itemId, locationId, lowAt: null })
  assert.equal(free.lowAt, null)
  await look()
  assert.deepEqual(await lowOf(tea.itemId), [])
  const kept = await bob.call(setLimits, { itemId: tea.itemId, locationId, safetyStock: 1 })
  assert.equal(kept.lowAt, null)
})

test('what runs low at once is told in one mail, and what has come meanwhile is left out', async () => {
  const three = [await watched(1, 1), await watched(1, 1), await watched(1, 1)]
  await shop.job('inventory.watchLow')
  await bob.call(adjust, { itemId: three[2]!.itemId, locationId, delta: 5, reason: 'received' })
  const mail = (await mailsTo(shop, bob.email)).at(-1)!
  assert.match(mail.subject, /^\d+ items are running low$/)
  assert.deepEqual(
    three.map(({ sku }) => mail.text.includes(sku)),
    [true, true, false],
  )
  for (const each of three.slice(0, 2))
    await bob.call(adjust, { itemId: each.itemId, locationId, delta: 5, reason: 'received' })
})

test('only who may see stock reads what is low', async () => {
  await assert.rejects(shop.staff('orders.read').call(list, {}), { code: 'forbidden' })
  await assert.rejects(shop.alice.call(list, {}), { code: 'forbidden' })
})
