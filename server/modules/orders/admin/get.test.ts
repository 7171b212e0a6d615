import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { newId } from '#kit/id.ts'
import { openShop } from '#testing/shop.ts'
import { paid } from '#testing/orders.ts'
import { get } from './get.ts'

const shop = await openShop()
after(() => shop.close())

test('staff see whose order it is and every step with who took it', async () => {
  const order = await paid(shop, shop.alice, { of: await shop.goods() })
  const seen = await shop.staff('orders.read').call(get, { orderId: order.id })
  assert.equal(seen.customerId, shop.alice.id)
  assert.deepEqual(
    seen.history
      .filter((entry) => entry.toState)
      .map((entry) => [entry.fromState, entry.toState, entry.cause]),
    [
      [null, 'pending', 'orders.place'],
      ['pending', 'confirmed', 'payments.secured'],
    ],
  )
  assert.equal(seen.history[0]!.actor, shop.alice.id)
})

test('only who may; and what is not there is not there', async () => {
  await assert.rejects(shop.alice.call(get, { orderId: newId() }), { code: 'forbidden' })
  await assert.rejects(shop.bob.call(get, { orderId: newId() }), { code: 'not_found' })
})
