/** Alice shares her cart with Charlie, who takes what can still be had. */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { sql } from 'kysely'
import { days } from '#kit/clock.ts'
import { bundleOf } from '#testing/bundles.ts'
import { ADDRESS, cartOf } from '#testing/carts.ts'
import { openShop, type Goods, type Person } from '#testing/shop.ts'
import { unpublish } from '../catalog/products/unpublish.ts'
import { addBundle } from './add-bundle.ts'
import { addItem } from './add-item.ts'
import { clear } from './clear.ts'
import type { Cart } from './cart.ts'
import { setDetails } from './set-details.ts'
import { share } from './share.ts'
import { shared } from './shared.ts'
import { takeShared } from './take-shared.ts'

const shop = await openShop()
after(() => shop.close())

const setStock = ({ variantId }: Goods, onHand: number) =>
  shop.inside((ctx) =>
    sql`update inventory.level set on_hand = ${onHand} where item_id in (select item_id from inventory.variant_item where variant_id = ${variantId})`.execute(
      ctx.db,
    ),
  )
const linkOf = async (who: Person, { id: cartId }: { id: string }) =>
  (await who.call(share, { cartId })).token
const quantities = ({ lines }: Cart) => new Map(lines.map((line) => [line.variantId, line.quantity]))

test('the link shows things and nothing of whose they are, and stays as it was made', async () => {
  const [ann, cup] = [await shop.person('sharing', []), await shop.goods({ price: 1200, stock: 9 })]
  const cart = await cartOf(ann, { of: cup, quantity: 3 })
  await ann.call(setDetails, { cartId: cart.id, email: 'ann@secret.example', shippingAddress: ADDRESS })
  const token = await linkOf(ann, cart)
  assert.equal(await linkOf(ann, cart), token, 'the same cart has one link')
  await ann.call(addItem, { cartId: cart.id, variantId: (await shop.goods()).variantId, quantity: 1 })
  assert.notEqual(await linkOf(ann, cart), token, 'another cart has another')
  const seen = await shop.charlie.call(shared, { token })
  assert.deepEqual(
    seen.items.map(({ variantId, quantity, price, isAvailable }) => [
      variantId,
      quantity,
      price?.amount,
      isAvailable,
    ]),
    [[cup.variantId, 3, 1200, true]],
  )
  assert.doesNotMatch(JSON.stringify(seen), /secret|Alice|Kai 1|20457/)
})

test('who takes it gets what can be had, and taking it twice is taking it once', async () => {
  const [cup, few, gone, sold] = [
    await shop.goods({ stock: 9 }),
    await shop.goods({ stock: 9 }),
    await shop.goods(),
    await shop.goods(),
  ]
  const set = await bundleOf(shop, [[await shop.goods({ stock: 9 }), 2]])
  const [part, other] = [await shop.goods({ stock: 9 }), await shop.goods({ stock: 9 })]
  const chosen = await bundleOf(shop, [], { groups: [{ minimum: 1, maximum: 1, of: [part, other] }] })
  const ann = await shop.person('sharing more', [])
  const cart = await cartOf(
    ann,
    { of: cup, quantity: 3 },
    { of: few, quantity: 5 },
    { of: gone },
    { of: sold },
    { of: set },
  )
  const { rows } = await shop.app.pool.pg.query<{ id: string }>(
    'select id from catalog.bundle_group where variant_id = $1',
    [chosen.variantId],
  )
  await ann.call(addBundle, {
    cartId: cart.id,
    variantId: chosen.variantId,
    quantity: 2,
    choices: [{ groupId: rows[0]!.id, variantId: other.variantId, quantity: 1 }],
  })
  const token = await linkOf(ann, cart)
  await ann.call(clear, { cartId: cart.id })
  await setStock(few, 2)
  await setStock(sold, 0)
  await shop.bob.call(unpublish, { productId: gone.productId })

  const guest = shop.guest()
  const { id: cartId } = await cartOf(guest, { of: cup, quantity: 4 })
  const { cart: taken, leftOut } = await guest.call(takeShared, { cartId, token })
  assert.equal(leftOut, 2, 'what is sold out, and what is not for sale')
  const loose = { ...taken, lines: taken.lines.filter(({ bundleId }) => bundleId === null) }
  assert.deepEqual(
    quantities(loose),
    new Map([
      [cup.variantId, 4],
      [few.variantId, 2],
    ]),
  )
  assert.deepEqual(
    new Map(taken.bundles.map(({ variantId, quantity }) => [variantId, quantity])),
    new Map([
      [set.variantId, 1],
      [chosen.variantId, 2],
    ]),
  )
  assert.equal(quantities(taken).get(other.variantId), 2, 'what was chosen into the bundle is chosen again')
  assert.deepEqual(taken.problems, [])
  const again = await guest.call(takeShared, { cartId, token })
  assert.deepEqual(quantities(again.cart), quantities(taken))
})

test('a bundle of which a part is gone stays out, and the rest comes', async () => {
  const [part, cup] = [await shop.goods({ stock: 1 }), await shop.goods()]
  const set = await bundleOf(shop, [[part, 1]])
  const ann = await shop.person('sharing a set', [])
  const token = await linkOf(ann, await cartOf(ann, { of: set }, { of: cup }))
  await setStock(part, 0)
  const guest = shop.guest()
  const { cart, leftOut } = await guest.call(takeShared, { cartId: (await cartOf(guest)).id, token })
  assert.deepEqual([cart.bundles, cart.lines.length, leftOut], [[], 1, 1])
})

test('an empty cart has no link, and a link ends after a month', async () => {
  const [ann, guest] = [await shop.person('sharing nothing', []), shop.guest()]
  const cart = await cartOf(ann)
  await assert.rejects(linkOf(ann, cart), { code: 'cart.incomplete' })
  await ann.call(addItem, { cartId: cart.id, variantId: (await shop.goods()).variantId, quantity: 1 })
  const token = await linkOf(ann, cart)
  await assert.rejects(shop.charlie.call(share, { cartId: cart.id }), { code: 'not_found' })
  await assert.rejects(guest.call(shared, { token: 'x'.repeat(43) }), { code: 'not_found' })
  shop.clock.forward(days(31))
  await assert.rejects(guest.call(shared, { token }), { code: 'not_found' })
  const { id: cartId } = await cartOf(guest)
  await assert.rejects(guest.call(takeShared, { cartId, token }), { code: 'not_found' })
  await shop.job('cart.purge')
  const { rows } = await shop.app.pool.pg.query('select from cart.shared')
  assert.equal(rows.length, 0)
})
