import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { sql } from 'kysely'
import { newId } from '#kit/id.ts'
import { openShop } from '#testing/shop.ts'
import { setQuantity } from './set-quantity.ts'
import { cartOf } from '#testing/carts.ts'

const shop = await openShop()
after(() => shop.close())

test('a quantity is set, not added; none takes the line out', async () => {
  const guest = shop.guest()
  const cart = await cartOf(guest, { of: await shop.goods({ stock: 5 }), quantity: 4 })
  const lineId = cart.lines[0]!.id
  const two = await guest.call(setQuantity, { cartId: cart.id, lineId, quantity: 2 })
  assert.equal(two.itemCount, 2)
  const none = await guest.call(setQuantity, { cartId: cart.id, lineId, quantity: 0 })
  assert.deepEqual(none.lines, [])
})

test('more than there is, or of what is no longer for sale, is refused', async () => {
  const guest = shop.guest()
  const tea = await shop.goods({ stock: 2 })
  const cart = await cartOf(guest, { of: tea })
  const ask = (quantity: number) =>
    guest.call(setQuantity, { cartId: cart.id, lineId: cart.lines[0]!.id, quantity })
  await assert.rejects(ask(3), { code: 'cart.out_of_stock' })
  await shop.inside((ctx) =>
    sql`update catalog.variant set archived_at = ${ctx.now()} where id = ${tea.variantId}`.execute(ctx.db),
  )
  await assert.rejects(ask(2), { code: 'cart.not_for_sale' })
  assert.deepEqual((await ask(0)).lines, [], 'but it can be taken out')
})

test('a line of another cart is not there', async () => {
  const [guest, other] = [shop.guest(), shop.guest()]
  const [mine, theirs] = [await cartOf(guest), await cartOf(other, { of: await shop.goods() })]
  const lineId = theirs.lines[0]!.id
  for (const quantity of [0, 1]) {
    await assert.rejects(guest.call(setQuantity, { cartId: mine.id, lineId, quantity }), {
      code: 'not_found',
    })
    await assert.rejects(guest.call(setQuantity, { cartId: theirs.id, lineId, quantity }), {
      code: 'not_found',
    })
  }
  await assert.rejects(guest.call(setQuantity, { cartId: mine.id, lineId: newId(), quantity: 1 }), {
    code: 'not_found',
  })
  for (const quantity of [-1, 1000]) {
    await assert.rejects(guest.call(setQuantity, { cartId: mine.id, lineId, quantity }), {
      code: 'invalid_input',
    })
  }
})

test('an ordered cart keeps its quantities', async () => {
  const guest = shop.guest()
  const cart = await cartOf(guest, { of: await shop.goods() })
  await shop.inside((ctx) =>
    sql`update cart.cart set state = 'completed' where id = ${cart.id}`.execute(ctx.db),
  )
  await assert.rejects(guest.call(setQuantity, { cartId: cart.id, lineId: cart.lines[0]!.id, quantity: 2 }), {
    code: 'cart.closed',
  })
})
