/** Alice sets a cup aside for later, and thinks better of it. */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { newId } from '#kit/id.ts'
import { cartOf } from '#testing/carts.ts'
import { openShop, type Person } from '#testing/shop.ts'
import { signedIn } from '../../identity/index.ts'
import { get as getCart } from '../../cart/get.ts'
import { marks } from '../marks.ts'
import { back } from './back.ts'
import { list } from './list.ts'
import { put } from './put.ts'

const shop = await openShop()
after(() => shop.close())

const saved = async (who: Person) => (await who.call(list, {})).items
const inCart = async (who: Person, cartId: string) =>
  (await who.call(getCart, { cartId })).lines.map(({ variantId, quantity }) => [variantId, quantity])

test('a line goes aside with its quantity and comes back as it was', async () => {
  const [ann, cup] = [await shop.person(`p-${newId()}`, []), await shop.goods({ stock: 9 })]
  const cart = await cartOf(ann, { of: cup, quantity: 3 })
  const emptied = await ann.call(put, { cartId: cart.id, lineId: cart.lines[0]!.id })
  assert.deepEqual([emptied.lines, emptied.version], [[], cart.version + 1])
  const [item] = await saved(ann)
  assert.deepEqual([item!.variantId, item!.quantity, item!.isAvailable], [cup.variantId, 3, true])
  assert.deepEqual((await ann.call(marks, {})).productIds, [], 'it is not a thing that is liked')
  const again = await ann.call(back, { cartId: cart.id, itemId: item!.id })
  assert.deepEqual(
    again.lines.map(({ variantId, quantity }) => [variantId, quantity]),
    [[cup.variantId, 3]],
  )
  assert.deepEqual(await saved(ann), [])
})

test('what cannot be had any more stays aside, and the cart as it is', async () => {
  const [ann, cup] = [await shop.person(`p-${newId()}`, []), await shop.goods({ stock: 2 })]
  const cart = await cartOf(ann, { of: cup, quantity: 2 })
  await ann.call(put, { cartId: cart.id, lineId: cart.lines[0]!.id })
  const [item] = await saved(ann)
  await shop.app.pool.pg.query(
    `update inventory.level l set on_hand = 1 from inventory.variant_item vi where vi.item_id = l.item_id and vi.variant_id = $1`,
    [cup.variantId],
  )
  await assert.rejects(ann.call(back, { cartId: cart.id, itemId: item!.id }), { code: 'cart.out_of_stock' })
  assert.equal((await saved(ann)).length, 1)
  assert.deepEqual(await inCart(ann, cart.id), [])
})

test('nobody sets another’s line aside, or takes what another set aside', async () => {
  const [ann, cup] = [await shop.person(`p-${newId()}`, []), await shop.goods()]
  const cart = await cartOf(ann, { of: cup })
  const lineId = cart.lines[0]!.id
  await assert.rejects(shop.charlie.call(put, { cartId: cart.id, lineId }), { code: 'not_found' })
  await ann.call(put, { cartId: cart.id, lineId })
  const [item] = await saved(ann)
  const { id: ownCart } = await cartOf(shop.charlie, { of: await shop.goods() })
  await assert.rejects(shop.charlie.call(back, { cartId: ownCart, itemId: item!.id }), { code: 'not_found' })
  assert.deepEqual(await saved(shop.charlie), [])
})

test('what a guest set aside is the account’s from the log-in on', async () => {
  const [ann, guest] = [await shop.person(`p-${newId()}`, []), shop.guest()]
  const cart = await cartOf(guest, { of: await shop.goods() })
  await guest.call(put, { cartId: cart.id, lineId: cart.lines[0]!.id })
  await shop.inside(async (ctx) => {
    for (const follow of ctx.ports(signedIn)) await follow({ guestId: guest.id, personId: ann.id }, ctx)
  })
  assert.deepEqual([(await saved(ann)).length, (await saved(guest)).length], [1, 0])
})
