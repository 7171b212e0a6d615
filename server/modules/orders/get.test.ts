import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { newId } from '#kit/id.ts'
import { openShop } from '#testing/shop.ts'
import { get } from './get.ts'
import { placed } from '#testing/orders.ts'

const shop = await openShop()
after(() => shop.close())

test('an order is there for its buyer and for whoever has its link, and for nobody else', async () => {
  const { order, accessToken } = await placed(shop, shop.alice, { of: await shop.goods() })
  const other = await placed(shop, shop.guest(), { of: await shop.goods() })
  assert.deepEqual(await shop.alice.call(get, { orderId: order.id }), order)
  assert.deepEqual(await shop.guest().call(get, { orderId: order.id, token: accessToken }), order)
  for (const stranger of [shop.charlie, shop.bob, shop.guest()]) {
    await assert.rejects(stranger.call(get, { orderId: order.id }), { code: 'not_found' })
    await assert.rejects(stranger.call(get, { orderId: order.id, token: other.accessToken }), {
      code: 'not_found',
    })
  }
  await assert.rejects(shop.alice.call(get, { orderId: newId() }), { code: 'not_found' })
})

test('an order keeps what was bought, whatever becomes of the catalogue', async () => {
  const guest = shop.guest()
  const tea = await shop.goods({ name: 'Green tea' })
  const { order } = await placed(shop, guest, { of: tea })
  await shop.app.pool.pg.query(
    "update catalog.product_text set name = 'Black tea', slug = 'black-tea' where product_id = $1",
    [tea.productId],
  )
  await shop.app.pool.pg.query('update catalog.product set archived_at = now() where id = $1', [
    tea.productId,
  ])
  const kept = await guest.call(get, { orderId: order.id })
  assert.deepEqual([kept.lines[0]!.name, kept.lines[0]!.slug], ['Green tea', tea.slug])
})

test('the token is not kept, only its hash', async () => {
  const { accessToken } = await placed(shop, shop.guest(), { of: await shop.goods() })
  const { rows } = await shop.app.pool.pg.query(
    'select o::text as text from orders.order o union all select i::text from kit.idempotency i',
  )
  for (const { text } of rows) assert.ok(!text.includes(accessToken))
})

test('reading an order is one statement', async () => {
  const { order } = await placed(shop, shop.alice, { of: await shop.goods() })
  const statements = { count: 0 }
  await shop.alice.call(get, { orderId: order.id }, { statements })
  assert.equal(statements.count, 1)
})
