import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { sql } from 'kysely'
import { newId } from '#kit/id.ts'
import { openShop } from '#testing/shop.ts'
import { addItem } from './add-item.ts'
import { get } from './get.ts'
import { cartOf } from '#testing/carts.ts'

const shop = await openShop()
after(() => shop.close())

test('adding a variant twice makes one line with the sum', async () => {
  const guest = shop.guest()
  const tea = await shop.goods({ price: 450, stock: 5 })
  const cart = await cartOf(guest, { of: tea, quantity: 2 })
  const after = await guest.call(addItem, { cartId: cart.id, variantId: tea.variantId, quantity: 1 })
  assert.deepEqual(
    after.lines.map((line) => [line.variantId, line.quantity, line.unitPrice.amount]),
    [[tea.variantId, 3, 450]],
  )
  assert.deepEqual(after.totals.total, { amount: 1350, currency: 'EUR' })
  assert.equal(after.version, cart.version + 1)
})

test('asking for more than there is changes nothing', async () => {
  const guest = shop.guest()
  const tea = await shop.goods({ stock: 2 })
  const cart = await cartOf(guest)
  await assert.rejects(
    guest.call(addItem, { cartId: cart.id, variantId: tea.variantId, quantity: 3 }),
    (error: any) => {
      assert.equal(error.code, 'cart.out_of_stock')
      assert.equal(error.details.available, 2)
      return true
    },
  )
  assert.deepEqual((await guest.call(get, { cartId: cart.id })).lines, [])
})

test('nobody fills another person’s cart', async () => {
  const cart = await cartOf(shop.alice)
  const { variantId } = await shop.goods()
  for (const stranger of [shop.charlie, shop.bob, shop.guest()]) {
    await assert.rejects(stranger.call(addItem, { cartId: cart.id, variantId, quantity: 1 }), {
      code: 'not_found',
    })
  }
})

test('what is not for sale does not get in', async () => {
  const guest = shop.guest()
  const cart = await cartOf(guest)
  const [draft, unpriced] = [await shop.goods(), await shop.goods()]
  await shop.inside((ctx) =>
    sql`update catalog.product set state = 'draft' where id = ${draft.productId}`.execute(ctx.db),
  )
  await shop.inside((ctx) =>
    sql`delete from pricing.price where variant_id = ${unpriced.variantId}`.execute(ctx.db),
  )
  for (const { variantId } of [draft, unpriced]) {
    await assert.rejects(guest.call(addItem, { cartId: cart.id, variantId, quantity: 1 }), {
      code: 'cart.not_for_sale',
    })
  }
  await assert.rejects(guest.call(addItem, { cartId: cart.id, variantId: newId(), quantity: 1 }), {
    code: 'not_found',
  })
})

test('a quantity below one, a price in the body, a stale version: refused', async () => {
  const guest = shop.guest()
  const tea = await shop.goods({ stock: 5000 })
  const { id: cartId } = await cartOf(guest)
  const { variantId } = tea
  for (const quantity of [0, -1, 1.5, 1000]) {
    await assert.rejects(guest.call(addItem, { cartId, variantId, quantity }), { code: 'invalid_input' })
  }
  await assert.rejects(guest.call(addItem, { cartId, variantId, quantity: 1, unitPrice: 1 } as never), {
    code: 'unknown_field',
  })
  await assert.rejects(guest.call(addItem, { cartId, variantId, quantity: 1, expectedVersion: 9 }), {
    code: 'stale_version',
  })
  await guest.call(addItem, { cartId, variantId, quantity: 999, expectedVersion: 1 })
  await assert.rejects(
    guest.call(addItem, { cartId, variantId, quantity: 1 }),
    { code: 'invalid_input' },
    'more than 999 of one',
  )
})

test('of several who saw the same version, one changes the cart', async () => {
  const guest = shop.guest()
  const { variantId } = await shop.goods({ stock: 50 })
  const { id: cartId, version } = await cartOf(guest)
  const one = () => guest.call(addItem, { cartId, variantId, quantity: 1, expectedVersion: version })
  const results = await Promise.allSettled(Array.from({ length: 8 }, one))
  assert.equal(results.filter((result) => result.status === 'fulfilled').length, 1)
  assert.equal((await guest.call(get, { cartId })).itemCount, 1)
})

test('an ordered cart takes nothing more', async () => {
  const guest = shop.guest()
  const cart = await cartOf(guest)
  const { variantId } = await shop.goods()
  for (const state of ['completed', 'merged']) {
    await shop.inside((ctx) =>
      sql`update cart.cart set state = ${state} where id = ${cart.id}`.execute(ctx.db),
    )
    await assert.rejects(guest.call(addItem, { cartId: cart.id, variantId, quantity: 1 }), {
      code: 'cart.closed',
    })
  }
})

test('a cart holds at most 200 different things', async () => {
  const guest = shop.guest()
  const cart = await cartOf(guest, { of: await shop.goods() })
  const { variantId } = await shop.goods()
  await shop.inside((ctx) =>
    sql`insert into cart.line (id, store_id, cart_id, variant_id, quantity, seen_amount, custom, created_at)
      select gen_random_uuid(), store_id, cart_id, variant_id, 1, 1, json_build_object('n', n), created_at from cart.line, generate_series(1, 199) n
      where cart_id = ${cart.id}`.execute(ctx.db),
  )
  await assert.rejects(guest.call(addItem, { cartId: cart.id, variantId, quantity: 1 }), {
    code: 'invalid_input',
  })
})

test('adding costs at most 7 statements, the session’s one not counted', async () => {
  const guest = shop.guest()
  const cart = await cartOf(guest, { of: await shop.goods() })
  const { variantId } = await shop.goods()
  const statements = { count: 0 }
  await guest.call(addItem, { cartId: cart.id, variantId, quantity: 1 }, { statements })
  assert.ok(statements.count <= 7, `${statements.count} statements`)
})
