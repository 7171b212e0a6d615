import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { newId } from '#kit/id.ts'
import { openShop } from '#testing/shop.ts'
import { cancel } from './cancel.ts'
import { list } from './list.ts'
import { paid, placed } from '#testing/orders.ts'

const shop = await openShop()
after(() => shop.close())

test('one’s own orders, newest first, page by page', async () => {
  const ids: string[] = []
  for (let n = 0; n < 3; n++) {
    shop.clock.forward(1000)
    const { order } = await placed(shop, shop.alice, { of: await shop.goods(), quantity: n + 1 })
    ids.unshift(order.id)
    if (n < 2) await shop.alice.call(cancel, { orderId: order.id })
    // The cart is hers again with what was in it; the next order starts from an empty one.
    await shop.app.pool.pg.query("update cart.cart set state = 'abandoned' where state = 'open'")
  }
  await placed(shop, shop.guest(), { of: await shop.goods() })

  const first = await shop.alice.call(list, { limit: 2, withTotal: true })
  assert.deepEqual(
    first.items.map((card) => card.id),
    ids.slice(0, 2),
  )
  assert.deepEqual(
    first.items.map((card) => [card.status, card.itemCount]),
    [
      ['pending', 3],
      ['cancelled', 2],
    ],
  )
  assert.deepEqual(first.total, { count: 3, atLeast: false })
  const second = await shop.alice.call(list, { limit: 2, after: first.next! })
  assert.deepEqual([second.items.map((card) => card.id), second.next], [ids.slice(2), null])
  assert.deepEqual(
    (await shop.alice.call(list, { state: 'pending' })).items.map((card) => card.id),
    ids.slice(0, 1),
  )
})

test('an order is found by its number or by what was in it, and only among one’s own', async () => {
  const ann = await shop.person(`p-${newId()}`, [])
  const cup = await shop.goods({ name: `Moon cup ${newId()}` })
  const order = await paid(shop, ann, { of: cup })
  const other = await paid(shop, ann, { of: await shop.goods() })
  const found = async (q: string, who = ann) => (await who.call(list, { q })).items.map(({ id }) => id)
  assert.deepEqual(await found(order.number!), [order.id])
  assert.deepEqual(await found(`#${other.number}`), [other.id])
  assert.deepEqual(await found('MOON cup'), [order.id])
  assert.deepEqual(await found(order.lines[0]!.sku), [order.id])
  assert.deepEqual(await found('%'), [])
  assert.deepEqual(await found(order.number!, shop.charlie), [])
})

test('a guest sees what this browser ordered, a stranger nothing', async () => {
  const guest = shop.guest()
  const { order } = await placed(shop, guest, { of: await shop.goods() })
  assert.deepEqual(
    (await guest.call(list, {})).items.map((card) => card.id),
    [order.id],
  )
  assert.deepEqual((await shop.charlie.call(list, {})).items, [])
  const nobody = await shop.app.invoke(
    list,
    { withTotal: true },
    { actor: { kind: 'anonymous' }, hint: { storeId: shop.storeId } },
  )
  assert.deepEqual(nobody, { items: [], next: null, total: { count: 0, atLeast: false } })
})
