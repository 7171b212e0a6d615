import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { sql } from 'kysely'
import type { Actor } from '#kit/policy.ts'
import { placed } from '#testing/orders.ts'
import { openShop, type Person } from '#testing/shop.ts'
import { signUp } from '../identity/sign-up.ts'
import { adjust } from '../inventory/stock/adjust.ts'
import { writePrices } from '../pricing/index.ts'
import { addItem } from './add-item.ts'
import { current } from './current.ts'
import { get } from './get.ts'
import { mergeCarts } from './merge.ts'
import { setDetails } from './set-details.ts'
import { update as updateSettings } from './settings/update.ts'
import { bundleOf } from '#testing/bundles.ts'
import { ADDRESS, cartOf } from '#testing/carts.ts'

const shop = await openShop()
after(() => shop.close())

const logIn = (guest: Person, person: Person) =>
  shop.inside((ctx) => mergeCarts({ guestId: guest.id, personId: person.id }, ctx))

test('who signs up keeps their cart', async () => {
  const guest = shop.guest()
  const cart = await cartOf(guest, { of: await shop.goods(), quantity: 2 })
  const { person } = await guest.call(signUp, {
    email: 'dora@example.com',
    password: 'a long and good one',
    name: 'Dora',
  })
  const actor: Actor = { kind: 'person', sessionId: guest.id, personId: person!.id, permissions: new Set() }
  const mine = await shop.app.invoke(current, {}, { actor, hint: { storeId: shop.storeId } })
  assert.equal(mine.cart?.id, cart.id)
  assert.equal(mine.cart?.itemCount, 2)
  assert.equal(mine.cart?.email, 'dora@example.com')
  await assert.rejects(
    guest.call(get, { cartId: cart.id }),
    { code: 'not_found' },
    'the guest it was is gone',
  )
})

test('two carts become one: quantities summed as far as stock goes, the newer details win', async () => {
  const guest = shop.guest()
  const [tea, mug] = [await shop.goods({ stock: 5 }), await shop.goods()]
  const old = await cartOf(shop.alice, { of: tea, quantity: 3 })
  await shop.alice.call(setDetails, { cartId: old.id, email: 'old@example.com', shippingAddress: ADDRESS })
  shop.clock.forward(1000)
  const young = await cartOf(guest, { of: tea, quantity: 4 }, { of: mug })
  await guest.call(setDetails, { cartId: young.id, email: 'new@example.com' })
  await logIn(guest, shop.alice)

  const { cart } = await shop.alice.call(current, {})
  assert.equal(cart?.id, old.id)
  assert.deepEqual(
    new Map(cart?.lines.map((line) => [line.variantId, line.quantity])),
    new Map([
      [tea.variantId, 5],
      [mug.variantId, 1],
    ]),
  )
  assert.equal(cart?.email, 'new@example.com')
  assert.equal(cart?.shippingAddress?.city, 'Hamburg')
  assert.deepEqual(cart?.problems, [])
  await logIn(guest, shop.alice)
  assert.deepEqual((await shop.alice.call(current, {})).cart, cart, 'once is enough')
})

test('a log-in never makes a quantity smaller, nor larger than stock and one cart bear', async () => {
  const guest = shop.guest()
  const bea = await shop.person('Bea', [])
  const [scarce, plenty] = [await shop.goods({ stock: 6 }), await shop.goods({ stock: 5000 })]
  await cartOf(bea, { of: scarce, quantity: 4 }, { of: plenty, quantity: 600 })
  await cartOf(guest, { of: scarce, quantity: 2 }, { of: plenty, quantity: 700 })
  await shop.bob.call(adjust, {
    variantId: scarce.variantId,
    locationId: shop.locationId,
    delta: -3,
    reason: 'damaged',
  })
  await logIn(guest, bea)
  const { cart } = await bea.call(current, {})
  assert.deepEqual(
    cart!.lines.map((line) => line.quantity),
    [4, 999],
  )
  assert.deepEqual(
    cart!.problems.map((problem) => [problem.kind, problem.available]),
    [['less_left', 3]],
    'what is missing is told as of every cart',
  )
})

test('a cart that is full takes of the guest’s things what it has already, and the newest of the rest', async () => {
  const guest = shop.guest()
  const bea = await shop.person('Full', [])
  const [both, older, newer] = [
    await shop.goods({ stock: 9 }),
    await shop.goods({ name: 'older' }),
    await shop.goods({ name: 'newer' }),
  ]
  const { id: cartId } = await cartOf(bea, { of: both })
  await shop.inside((ctx) =>
    sql`insert into cart.line (id, store_id, cart_id, variant_id, quantity, seen_amount, custom, created_at)
      select gen_random_uuid(), store_id, cart_id, variant_id, 1, seen_amount, json_build_object('n', n), created_at
      from cart.line, generate_series(1, 198) n where cart_id = ${cartId}`.execute(ctx.db),
  )
  await cartOf(guest, { of: older })
  shop.clock.forward(1000)
  await cartOf(guest, { of: both }, { of: newer })
  await logIn(guest, bea)
  const { cart } = await bea.call(current, {})
  assert.equal(cart!.lines.length, 200)
  assert.deepEqual(
    [both, older, newer].map(
      ({ variantId }) => cart!.lines.filter((line) => line.variantId === variantId).length,
    ),
    [199, 0, 1],
  )
  assert.deepEqual(
    cart!.lines.filter((line) => line.quantity !== 1).map((line) => [line.variantId, line.quantity]),
    [[both.variantId, 2]],
  )
})

test('a cart in another currency is priced anew, and what has no price there is left out', async () => {
  const guest = shop.guest()
  const bea = await shop.person('Dollar', [])
  const [both, euro] = [await shop.goods({ price: 500 }), await shop.goods({ price: 300 })]
  await cartOf(guest, { of: both }, { of: euro })
  const { id: cartId } = await cartOf(bea)
  await shop.inside(async (ctx) => {
    await sql`update cart.cart set currency = 'USD' where id = ${cartId}`.execute(ctx.db)
    await writePrices([{ variantId: both.variantId, currency: 'USD', amount: 560 }], ctx)
  })
  await logIn(guest, bea)
  const cart = await bea.call(get, { cartId })
  assert.deepEqual(
    cart.lines.map((line) => [line.variantId, line.unitPrice]),
    [[both.variantId, { amount: 560, currency: 'USD' }]],
  )
  assert.deepEqual(cart.problems, [])
})

test('a cart that is being paid for stays as it is, and becomes the account’s', async () => {
  const guest = shop.guest()
  const bea = await shop.person('Payer', [])
  const tea = await shop.goods({ stock: 9 })
  const open = await cartOf(bea, { of: tea, quantity: 1 })
  const { order } = await placed(shop, guest, { of: tea, quantity: 2 })
  await logIn(guest, bea)
  const paying = await bea.call(get, { cartId: order.cartId })
  assert.deepEqual([paying.state, paying.itemCount], ['completing', 2])
  assert.equal((await bea.call(get, { cartId: open.id })).itemCount, 1)
  await shop.invariants()
})

test('two guests who become one person at the same moment leave one cart', async () => {
  const guests = [shop.guest(), shop.guest()]
  const bea = await shop.person('Both', [])
  const tea = await shop.goods({ stock: 9 })
  for (const guest of guests) await cartOf(guest, { of: tea, quantity: 2 })
  await Promise.all(guests.map((guest) => logIn(guest, bea)))
  const { rows } = await shop.app.pool.pg.query(
    `select sum(l.quantity)::int as quantity from cart.cart c join cart.line l on l.cart_id = c.id
      where c.customer_id = $1 and c.state = 'open' group by c.id`,
    [bea.id],
  )
  assert.deepEqual(rows, [{ quantity: 4 }])
})

test('what is already merged is closed, and says where its things are', async () => {
  const guest = shop.guest()
  const bea = await shop.person('Closed', [])
  const tea = await shop.goods()
  await cartOf(bea, { of: tea })
  const { id: cartId } = await cartOf(guest, { of: tea })
  await logIn(guest, bea)
  await assert.rejects(
    guest.call(addItem, { cartId, variantId: tea.variantId, quantity: 1 }),
    (error: any) => {
      assert.deepEqual([error.code, error.details.state], ['cart.closed', 'merged'])
      return true
    },
  )
})

test('bundles come along whole, and the same ones are summed', async () => {
  const [guest, dora] = [shop.guest(), await shop.person('bundles', [])]
  const [cup, tea] = [await shop.goods({ stock: 50 }), await shop.goods({ stock: 50 })]
  const [both, cups] = [
    await bundleOf(shop, [
      [cup, 2],
      [tea, 1],
    ]),
    await bundleOf(shop, [[cup, 3]]),
  ]
  await cartOf(dora, { of: both, quantity: 2 }, { of: cup })
  await cartOf(guest, { of: cups }, { of: both }, { of: cup, quantity: 4 })
  await logIn(guest, dora)
  const { cart } = await dora.call(current, {})
  assert.deepEqual(
    cart!.bundles.map((each) => [
      each.variantId,
      each.quantity,
      cart!.lines.filter((line) => line.bundleId === each.id).map((line) => line.quantity),
    ]),
    [
      [both.variantId, 3, [6, 3]],
      [cups.variantId, 1, [3]],
    ],
  )
  assert.deepEqual(
    cart!.lines.filter((line) => line.bundleId === null).map((line) => line.quantity),
    [5],
  )
})

test('of a thing in both carts the store’s rule says what is kept', async () => {
  const [cup, jug] = [await shop.goods({ stock: 50 }), await shop.goods({ stock: 50 })]
  const set = await bundleOf(shop, [[await shop.goods({ stock: 50 }), 1]])
  const keeps = async (mergeRule: 'sum' | 'larger' | 'newest') => {
    await shop.bob.call(updateSettings, { mergeRule })
    const [guest, member] = [shop.guest(), await shop.person(`rule-${mergeRule}`, [])]
    await cartOf(member, { of: cup, quantity: 5 }, { of: jug, quantity: 1 }, { of: set, quantity: 3 })
    shop.clock.forward(1000)
    await cartOf(guest, { of: cup, quantity: 2 }, { of: jug, quantity: 4 }, { of: set, quantity: 2 })
    await logIn(guest, member)
    const { cart } = await member.call(current, {})
    const of = (variantId: string) => cart!.lines.find((line) => line.variantId === variantId)!.quantity
    return [of(cup.variantId), of(jug.variantId), cart!.bundles[0]!.quantity]
  }
  assert.deepEqual(await keeps('larger'), [5, 4, 3])
  assert.deepEqual(await keeps('newest'), [2, 4, 2])
  assert.deepEqual(await keeps('sum'), [7, 5, 5])
})
