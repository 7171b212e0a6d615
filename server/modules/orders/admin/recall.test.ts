/** Bob calls a lot back and knows who got some of it. */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { newId } from '#kit/id.ts'
import { paid } from '#testing/orders.ts'
import { openShop } from '#testing/shop.ts'
import { lotOf, tracked } from '#testing/supply.ts'
import { create as ship } from '../../fulfilment/shipments/create.ts'
import { recall } from './recall.ts'
import { refund } from './refund.ts'

const shop = await openShop()
after(() => shop.close())
const { bob } = shop

test('the list of a lot has every order that got some of it, and no other; what came back is not with its buyer', async () => {
  const tea = await tracked(shop)
  const bad = await lotOf(shop, tea.itemId, 'bad', 3, '2027-01-01')
  const good = await lotOf(shop, tea.itemId, 'good', 5, '2027-02-01')
  const buyers = [shop.guest(), shop.guest(), shop.guest()]
  const orders: Awaited<ReturnType<typeof paid>>[] = []
  for (const buyer of buyers) {
    const order = await paid(shop, buyer, { of: tea, quantity: 2 })
    await bob.call(ship, { orderId: order.id })
    orders.push(order)
  }
  const got = async (lotId: string) =>
    (await bob.call(recall, { lotId })).items.map(({ orderId, number, email, quantity }) => [
      orderId,
      number,
      email,
      quantity,
    ])
  const row = (n: number, quantity: number) => [orders[n]!.id, orders[n]!.number, buyers[n]!.email, quantity]
  assert.deepEqual(await got(bad), [row(0, 2), row(1, 1)])
  assert.deepEqual(await got(good), [row(1, 1), row(2, 2)])

  const orderLineId = orders[0]!.lines[0]!.id
  await bob.call(
    refund,
    {
      orderId: orders[0]!.id,
      reason: 'Chipped',
      lines: [{ orderLineId, quantity: 2, restock: 'return' }],
    },
    { key: newId() },
  )
  assert.deepEqual(await got(bad), [row(1, 1)])
  await assert.rejects(bob.call(recall, { lotId: newId() }), { code: 'not_found' })
  await assert.rejects(shop.staff('stock.read').call(recall, { lotId: bad }), { code: 'forbidden' })
  await shop.invariants()
})

test('whoever packs names the pieces that go', async () => {
  const pot = await tracked(shop, 'serial')
  await lotOf(shop, pot.itemId, 'SN-1', 1)
  const second = await lotOf(shop, pot.itemId, 'SN-2', 1)
  const order = await paid(shop, shop.guest(), { of: pot })
  await assert.rejects(bob.call(ship, { orderId: order.id, lotIds: [newId()] }), { code: 'invalid_input' })
  await bob.call(ship, { orderId: order.id, lotIds: [second] })
  assert.deepEqual(
    (await bob.call(recall, { lotId: second })).items.map(({ orderId }) => orderId),
    [order.id],
  )
})
