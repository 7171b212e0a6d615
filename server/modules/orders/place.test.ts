import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { sql } from 'kysely'
import { newId } from '#kit/id.ts'
import { openShop, type Person } from '#testing/shop.ts'
import { current } from '../cart/current.ts'
import { get as getCart } from '../cart/get.ts'
import { setDetails } from '../cart/set-details.ts'
import { ADDRESS, cartOf, readyCart } from '#testing/carts.ts'
import { writePrices } from '../pricing/index.ts'
import { place } from './place.ts'
import { BACK, mailsTo, orderWhen, payNow, placed } from '#testing/orders.ts'

const shop = await openShop({ poolSize: 20 })
after(() => shop.close())

const ask = (buyer: Person, cartId: string, more: object = {}, key = newId()) =>
  buyer.call(place, { cartId, ...BACK, ...more }, { key })

test('a guest orders and pays: one order, one number, one mail, the right stock', async () => {
  const guest = shop.guest()
  const tea = await shop.goods({ name: 'Green tea', price: 1000, stock: 10 })
  const cart = await readyCart(shop, guest, { of: tea, quantity: 2 })
  const placement = await ask(guest, cart.id, { expectedTotal: cart.totals.total })

  const { order } = placement
  assert.deepEqual(order.totals, cart.totals, 'cart and order say the same')
  assert.deepEqual(
    [order.state, order.number, order.status, order.paymentStanding, order.canPay, order.canCancel],
    ['pending', null, 'pending', 'pending', true, true],
  )
  assert.equal(placement.next.kind, 'redirect')
  assert.deepEqual(await shop.onHand(tea.variantId), { onHand: 10, reserved: 2, available: 8 })
  assert.equal((await guest.call(getCart, { cartId: cart.id })).state, 'completing')

  const paid = await payNow(shop, placement)
  assert.deepEqual([paid.state, paid.status, paid.paymentStanding], ['confirmed', 'paid', 'paid'])
  assert.match(paid.number!, /^\d+$/)
  assert.deepEqual(
    paid.timeline.map((entry) => entry.kind),
    ['placed', 'paid', 'confirmed'],
  )
  assert.equal(paid.timeline.at(-1)!.text, `Your order is confirmed under the number ${paid.number}.`)
  assert.equal((await guest.call(getCart, { cartId: cart.id })).state, 'completed')
  assert.equal((await guest.call(current, {})).cart, null)
  assert.deepEqual(await shop.onHand(tea.variantId), { onHand: 10, reserved: 2, available: 8 })
  const mails = await mailsTo(shop, guest.email)
  assert.deepEqual(
    mails.map((mail) => mail.subject),
    [`Your order ${paid.number} at Test shop`],
  )
  assert.match(mails[0]!.text, /2 × Green tea: €20\.00/)
  await shop.invariants()
})

test('asked again with the same key, the answer is the same order and the same token', async () => {
  const guest = shop.guest()
  const cart = await readyCart(shop, guest, { of: await shop.goods() })
  const key = newId()
  const first = await ask(guest, cart.id, {}, key)
  const again = await ask(guest, cart.id, {}, key)
  assert.deepEqual(again, first)
  await assert.rejects(ask(guest, cart.id, { cancelUrl: '/elsewhere' }, key), {
    code: 'idempotency_key_reused',
  })
  await assert.rejects(guest.call(place, { cartId: cart.id, ...BACK }), { code: 'idempotency_key_needed' })
})

test('a cart asked for by twelve tabs at once becomes one order with one payment', async () => {
  for (let round = 0; round < 5; round++) {
    const guest = shop.guest()
    const tea = await shop.goods({ stock: 50 })
    const cart = await readyCart(shop, guest, { of: tea, quantity: 3 })
    const answers = await Promise.all(Array.from({ length: 12 }, () => ask(guest, cart.id)))
    assert.equal(new Set(answers.map((answer) => answer.order.id)).size, 1)
    assert.equal(new Set(answers.map((answer) => answer.accessToken)).size, 1)
    const order = await orderWhen(shop, answers[0]!.order.id, () => true)
    assert.equal(order.payments.length, 1)
    assert.equal((await shop.onHand(tea.variantId)).reserved, 3)
  }
  await shop.invariants()
})

test('after the order is paid, its cart answers with the finished order', async () => {
  const guest = shop.guest()
  const placement = await placed(shop, guest, { of: await shop.goods() })
  await payNow(shop, placement)
  const again = await ask(guest, placement.order.cartId)
  assert.equal(again.order.id, placement.order.id)
  assert.deepEqual(again.next, { kind: 'none' })
})

test('two lines on one stock item are counted together, and nothing is held when one is short', async () => {
  const guest = shop.guest()
  const [single, pair] = [await shop.goods({ stock: 3 }), await shop.goods({ stock: 0 })]
  await shop.inside((ctx) =>
    sql`update inventory.variant_item set units = 2, item_id = (select item_id from inventory.variant_item where variant_id = ${single.variantId})
      where variant_id = ${pair.variantId}`.execute(ctx.db),
  )
  const cart = await readyCart(shop, guest, { of: single, quantity: 2 }, { of: pair })
  const lineId = cart.lines.find((line) => line.variantId === pair.variantId)!.id
  await assert.rejects(ask(guest, cart.id), (error: any) => {
    assert.equal(error.code, 'cart.out_of_stock')
    assert.deepEqual(error.details, { available: 0, lines: [{ lineId, available: 0 }] })
    return true
  })
  assert.equal((await shop.onHand(single.variantId)).reserved, 0)
  assert.equal((await guest.call(getCart, { cartId: cart.id })).state, 'open', 'the cart is as it was')
  await shop.invariants()
})

test('what is missing is named', async () => {
  const guest = shop.guest()
  const cart = await cartOf(guest, { of: await shop.goods() })
  await assert.rejects(ask(guest, cart.id), (error: any) => {
    assert.equal(error.code, 'cart.incomplete')
    assert.deepEqual(error.details.missing, ['email', 'shipping_address', 'delivery'])
    return true
  })
})

test('what is no longer for sale is not ordered', async () => {
  const guest = shop.guest()
  const tea = await shop.goods()
  const cart = await readyCart(shop, guest, { of: tea })
  await shop.inside((ctx) =>
    sql`update catalog.product set state = 'draft' where id = ${tea.productId}`.execute(ctx.db),
  )
  await assert.rejects(ask(guest, cart.id), { code: 'cart.not_for_sale' })
})

test('nobody pays another total than the one they saw', async () => {
  const guest = shop.guest()
  const tea = await shop.goods({ price: 1000 })
  const cart = await readyCart(shop, guest, { of: tea })
  const price = (amount: number) =>
    shop.inside((ctx) => writePrices([{ variantId: tea.variantId, currency: 'EUR', amount }], ctx))
  const changed = (total: number) => (error: any) => {
    assert.equal(error.code, 'orders.total_changed')
    assert.deepEqual(error.details, { total: { amount: total, currency: 'EUR' } })
    return true
  }
  await price(1100)
  await assert.rejects(ask(guest, cart.id), changed(1590), 'dearer, and no total was seen')
  await assert.rejects(ask(guest, cart.id, { expectedTotal: cart.totals.total }), changed(1590))
  const yen = { amount: 1590, currency: 'JPY' }
  await assert.rejects(
    ask(guest, cart.id, { expectedTotal: yen }),
    changed(1590),
    'another currency is another total',
  )
  const { order } = await ask(guest, cart.id, { expectedTotal: { amount: 1590, currency: 'EUR' } })
  assert.equal(order.totals.total.amount, 1590)
})

test('rates in memory that another process has changed are not ordered with', async () => {
  const guest = shop.guest()
  const cart = await readyCart(shop, guest, { of: await shop.goods() })
  await shop.app.pool.pg.query("update tax.rate set name = 'VAT of tomorrow' where country = 'DE'")
  assert.ok(
    !JSON.stringify(await guest.call(getCart, { cartId: cart.id })).includes('tomorrow'),
    'this process has not heard of it',
  )
  await shop.app.pool.pg.query("update kit.snapshot set version = version + 1 where name = 'tax'")
  const { order } = await ask(guest, cart.id)
  assert.deepEqual(
    order.totals.taxes.map((tax) => tax.name),
    ['VAT of tomorrow'],
  )
})

test('the way back leads to this shop and nowhere else', async () => {
  const guest = shop.guest()
  const cart = await readyCart(shop, guest, { of: await shop.goods() })
  const foreign = [
    'https://evil.example/',
    `${shop.app.config.publicUrl}@evil.example/`,
    `${shop.app.config.publicUrl}.evil.example/`,
  ]
  for (const returnUrl of foreign) {
    await assert.rejects(ask(guest, cart.id, { returnUrl }), (error: any) => {
      assert.equal(error.code, 'invalid_input')
      assert.equal(error.errors[0].path, 'returnUrl')
      return true
    })
  }
  const { order } = await ask(guest, cart.id, { returnUrl: `${shop.app.config.publicUrl}/back/{orderId}` })
  const { rows } = await sql<{
    return_url: string
  }>`select return_url from payments.payment where payable_id = ${order.id}`.execute(shop.app.pool.db)
  assert.equal(rows[0]!.return_url, `${shop.app.config.publicUrl}/back/${order.id}`)
})

test('a method that does not exist, another’s cart, a cart that is over: refused, nothing held', async () => {
  const guest = shop.guest()
  const tea = await shop.goods()
  const cart = await readyCart(shop, guest, { of: tea })
  await assert.rejects(ask(guest, cart.id, { paymentMethod: 'barter' }), { code: 'payments.method_unknown' })
  for (const stranger of [shop.charlie, shop.bob, shop.guest()]) {
    await assert.rejects(ask(stranger, cart.id), { code: 'not_found' })
  }
  await shop.inside((ctx) => sql`update cart.cart set state = 'merged' where id = ${cart.id}`.execute(ctx.db))
  await assert.rejects(ask(guest, cart.id), { code: 'cart.closed' })
  assert.equal((await shop.onHand(tea.variantId)).reserved, 0)
})

test('an order that costs nothing needs no payment', async () => {
  const guest = shop.guest()
  const gift = await shop.goods({ price: 0 })
  await shop.inside((ctx) =>
    sql`update catalog.product set shippable = false where id = ${gift.productId}`.execute(ctx.db),
  )
  const { id: cartId } = await cartOf(guest, { of: gift })
  await guest.call(setDetails, { cartId, email: guest.email, billingAddress: ADDRESS })
  const { order, next } = await ask(guest, cartId)
  assert.deepEqual([order.state, order.totals.total.amount, next.kind], ['confirmed', 0, 'none'])
  await shop.invariants()
})

test('a change of the cart that is waited for is in the order', async () => {
  const guest = shop.guest()
  const tea = await shop.goods({ price: 100, stock: 50 })
  const cart = await readyCart(shop, guest, { of: tea })
  const { promise: held, resolve: go } = Promise.withResolvers<void>()
  const { promise: inside, resolve: entered } = Promise.withResolvers<void>()
  const changing = shop.app.pool.db.transaction().execute(async (db) => {
    await sql`update cart.cart set version = version + 1 where id = ${cart.id}`.execute(db)
    await sql`update cart.line set quantity = 5 where cart_id = ${cart.id}`.execute(db)
    entered()
    await held
  })
  await inside
  const placing = ask(guest, cart.id)
  setTimeout(go, 150)
  await changing
  assert.equal((await placing).order.lines[0]!.quantity, 5)
  await shop.invariants()
})

test('placing costs at most 20 statements, the session’s among them', async () => {
  const guest = shop.guest()
  const cart = await readyCart(shop, guest, { of: await shop.goods() }, { of: await shop.goods() })
  const statements = { count: 1 }
  await guest.call(place, { cartId: cart.id, ...BACK }, { key: newId(), statements })
  assert.ok(statements.count <= 20, `${statements.count} statements`)
})
