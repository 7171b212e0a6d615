import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { openShop } from '#testing/shop.ts'
import { paid, placed } from '#testing/orders.ts'
import { list } from './list.ts'

const shop = await openShop()
after(() => shop.close())

test('all orders, found by number, by e-mail and by state', async () => {
  const guest = shop.guest()
  const done = await paid(shop, guest, { of: await shop.goods() })
  shop.clock.forward(1000)
  const { order: open } = await placed(shop, shop.alice, { of: await shop.goods(), quantity: 2 })
  const ids = async (input: object) => (await shop.bob.call(list, input)).items.map((card) => card.id)
  assert.deepEqual(await ids({}), [open.id, done.id])
  assert.deepEqual(await ids({ q: done.number! }), [done.id])
  assert.deepEqual(await ids({ q: guest.email.toUpperCase() }), [done.id])
  assert.deepEqual(await ids({ state: 'pending' }), [open.id])
  assert.deepEqual(await ids({ q: "' or 1=1 --" }), [])
  const [card] = (await shop.bob.call(list, { state: 'pending' })).items
  assert.deepEqual(
    [card!.email, card!.customerId, card!.itemCount, card!.status],
    [shop.alice.email, shop.alice.id, 2, 'pending'],
  )
})

test('only who may', async () => {
  await assert.rejects(shop.alice.call(list, {}), { code: 'forbidden' })
  await assert.rejects(shop.guest().call(list, {}), { code: 'unauthenticated' })
})
