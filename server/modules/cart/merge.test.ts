import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import type { Actor } from '#kit/policy.ts'
import { openShop, type Person } from '#testing/shop.ts'
import { signUp } from '../identity/sign-up.ts'
import { current } from './current.ts'
import { get } from './get.ts'
import { mergeCarts } from './merge.ts'
import { setDetails } from './set-details.ts'
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
