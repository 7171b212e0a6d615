import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { openShop } from '#testing/shop.ts'
import { claimOrders } from './claim.ts'
import { get } from './get.ts'
import { list } from './list.ts'
import { placed } from '#testing/orders.ts'

const shop = await openShop()
after(() => shop.close())

test('who logs in keeps what they ordered as a guest', async () => {
  const guest = shop.guest()
  const { order, accessToken } = await placed(shop, guest, { of: await shop.goods() })
  const elsewhere = await placed(shop, shop.guest(), { of: await shop.goods() })
  await shop.inside((ctx) => claimOrders({ guestId: guest.id, personId: shop.alice.id }, ctx))
  assert.deepEqual(
    (await shop.alice.call(list, {})).items.map((card) => card.id),
    [order.id],
  )
  await assert.rejects(
    guest.call(get, { orderId: order.id }),
    { code: 'not_found' },
    'the guest it was is gone',
  )
  await guest.call(get, { orderId: order.id, token: accessToken })
  await assert.rejects(shop.alice.call(get, { orderId: elsewhere.order.id }), { code: 'not_found' })
  await shop.invariants()
})
