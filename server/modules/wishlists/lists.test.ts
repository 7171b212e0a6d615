/** Alice keeps lists, shares one, and nobody else comes near them. */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { days } from '#kit/clock.ts'
import { newId } from '#kit/id.ts'
import { openShop, type Person } from '#testing/shop.ts'
import { unpublish } from '../catalog/products/unpublish.ts'
import { signedIn } from '../identity/index.ts'
import { set as setPrices } from '../pricing/prices/set.ts'
import { add } from './items/add.ts'
import { forget } from './items/forget.ts'
import { move } from './items/move.ts'
import { remove as removeItem } from './items/remove.ts'
import { create } from './lists/create.ts'
import { get } from './lists/get.ts'
import { list } from './lists/list.ts'
import { remove } from './lists/remove.ts'
import { share } from './lists/share.ts'
import { unshare } from './lists/unshare.ts'
import { update } from './lists/update.ts'
import { marks } from './marks.ts'
import { shared } from './shared.ts'
import { MOST_ITEMS, MOST_LISTS } from './wishlist.ts'

const shop = await openShop()
after(() => shop.close())
const { bob, charlie } = shop
const someone = () => shop.person(`p-${newId()}`, [])
const listsOf = async (who: Person) => (await who.call(list, {})).items
const namesOf = async (who: Person) => (await listsOf(who)).map(({ name }) => name)
const thingsOn = async (who: Person, listId: string) =>
  (await who.call(get, { listId })).items.map(({ productId }) => productId)
const logIn = (guestId: string, personId: string) =>
  shop.inside(async (ctx) => {
    for (const follow of ctx.ports(signedIn)) await follow({ guestId, personId }, ctx)
  })

test('a thing that is liked goes to the usual list, once; the newest comes first', async () => {
  const [ann, tea, cup] = [await someone(), await shop.goods({ price: 450 }), await shop.goods()]
  const usual = await ann.call(add, { productId: tea.productId })
  assert.deepEqual([usual.kind, usual.isDefault, usual.itemCount, usual.shareToken], ['wish', true, 1, null])
  await ann.call(add, { productId: cup.productId })
  shop.clock.forward(1_000)
  const again = await ann.call(add, { productId: tea.productId })
  assert.deepEqual([again.id, again.itemCount], [usual.id, 2])
  const { items } = await ann.call(get, { listId: usual.id })
  assert.deepEqual(
    items.map((item) => item.productId),
    [tea.productId, cup.productId],
  )
  assert.deepEqual(items[0]!.product?.id, tea.productId)
  assert.deepEqual(
    [items[0]!.price, items[0]!.seenPrice, items[0]!.isAvailable],
    [{ amount: 450, currency: 'EUR' }, { amount: 450, currency: 'EUR' }, true],
  )
  assert.deepEqual(new Set((await ann.call(marks, {})).productIds), new Set([tea.productId, cup.productId]))
})

test('what became cheaper shows what it was; what is taken off the shop stays on the list and says so', async () => {
  const [ann, tea] = [await someone(), await shop.goods({ price: 450 })]
  const { id: listId } = await ann.call(add, { productId: tea.productId, variantId: tea.variantId })
  const price = { amount: 400, currency: 'EUR' }
  await bob.call(setPrices, { prices: [{ variantId: tea.variantId, price }] })
  const [cheaper] = (await ann.call(get, { listId })).items
  assert.deepEqual(
    [cheaper!.price, cheaper!.seenPrice?.amount, cheaper!.variantId],
    [price, 450, tea.variantId],
  )
  await bob.call(unpublish, { productId: tea.productId })
  const [gone] = (await ann.call(get, { listId })).items
  assert.deepEqual([gone!.product, gone!.price, gone!.isAvailable], [null, null, false])
  await assert.rejects(ann.call(add, { productId: tea.productId }), { code: 'not_found' })
})

test('lists have names, things move between them, and the usual one goes last', async () => {
  const [ann, tea] = [await someone(), await shop.goods()]
  const kitchen = await ann.call(create, { name: 'Kitchen' })
  assert.equal(kitchen.isDefault, true)
  const gifts = await ann.call(create, { name: 'Gifts' })
  await ann.call(add, { productId: tea.productId, listId: gifts.id })
  const [item] = (await ann.call(get, { listId: gifts.id })).items
  const moved = await ann.call(move, { listId: gifts.id, itemId: item!.id, toListId: kitchen.id })
  assert.deepEqual([moved.id, moved.itemCount], [kitchen.id, 1])
  assert.deepEqual(await thingsOn(ann, gifts.id), [])
  await assert.rejects(ann.call(remove, { listId: kitchen.id }), { code: 'wishlists.always_there' })
  await ann.call(update, { listId: gifts.id, name: 'Presents', becomes: 'usual', expectedVersion: 3 })
  assert.deepEqual(await namesOf(ann), ['Presents', 'Kitchen'])
  await assert.rejects(ann.call(update, { listId: gifts.id, name: 'Late', expectedVersion: 3 }), {
    code: 'stale_version',
  })
  await ann.call(remove, { listId: kitchen.id })
  await ann.call(remove, { listId: gifts.id })
  assert.deepEqual(await namesOf(ann), [])
})

test('taking a product off takes it off every list', async () => {
  const [ann, tea] = [await someone(), await shop.goods()]
  const other = [await ann.call(create, { name: 'One' }), await ann.call(create, { name: 'Two' })]
  for (const { id: listId } of other) await ann.call(add, { productId: tea.productId, listId })
  await ann.call(add, { productId: tea.productId, variantId: tea.variantId })
  await ann.call(forget, { productId: tea.productId })
  assert.deepEqual((await ann.call(marks, {})).productIds, [])
  for (const { id } of other) assert.deepEqual(await thingsOn(ann, id), [])
})

test('a stranger finds no list of another, and changes none', async () => {
  const [ann, tea] = [await someone(), await shop.goods()]
  const { id: listId } = await ann.call(add, { productId: tea.productId })
  const [item] = (await ann.call(get, { listId })).items
  const mine = await charlie.call(create, { name: 'Mine' })
  for (const who of [charlie, shop.guest()])
    for (const attempt of [
      () => who.call(get, { listId }),
      () => who.call(update, { listId, name: 'Theirs' }),
      () => who.call(remove, { listId }),
      () => who.call(share, { listId }),
      () => who.call(add, { listId, productId: tea.productId }),
      () => who.call(removeItem, { listId, itemId: item!.id }),
      () => who.call(move, { listId, itemId: item!.id, toListId: mine.id }),
    ])
      await assert.rejects(attempt, { code: 'not_found' })
  await assert.rejects(ann.call(move, { listId, itemId: item!.id, toListId: mine.id }), { code: 'not_found' })
  assert.deepEqual(await thingsOn(ann, listId), [tea.productId])
})

test('a shared list is seen by its link alone, until it is shared no more; then the next link is another', async () => {
  const [ann, tea] = [await someone(), await shop.goods()]
  const { id: listId } = await ann.call(add, { productId: tea.productId })
  const { shareToken: token } = await ann.call(share, { listId })
  assert.equal((await ann.call(share, { listId })).shareToken, token, 'asked twice, the same link')
  const seen = await shop.guest().call(shared, { token: token! })
  assert.deepEqual([seen.name, seen.items.map(({ productId }) => productId)], ['Wish list', [tea.productId]])
  assert.doesNotMatch(JSON.stringify(seen), new RegExp(`${ann.id}|${listId}`))
  const { rows } = await shop.app.pool.pg.query('select 1 from wishlists.list l where l::text like $1', [
    `%${token}%`,
  ])
  assert.deepEqual(rows, [], 'the database has its hash only')
  assert.equal((await ann.call(unshare, { listId })).shareToken, null)
  await assert.rejects(charlie.call(shared, { token: token! }), { code: 'not_found' })
  const { shareToken: next } = await ann.call(share, { listId })
  assert.notEqual(next, token)
  await assert.rejects(charlie.call(shared, { token: token! }), { code: 'not_found' })
})

test('at the log-in a guest’s lists become the account’s, and what both have is one', async () => {
  const [tea, cup, pot] = [await shop.goods(), await shop.goods(), await shop.goods()]
  const [ann, guest] = [await someone(), shop.guest()]
  const own = await ann.call(add, { productId: tea.productId })
  await guest.call(add, { productId: cup.productId })
  await guest.call(add, { productId: tea.productId })
  const gifts = await guest.call(create, { name: 'Gifts' })
  await guest.call(add, { productId: pot.productId, listId: gifts.id })
  const { shareToken } = await guest.call(share, { listId: gifts.id })
  await logIn(guest.id, ann.id)
  assert.deepEqual(await namesOf(ann), ['Wish list', 'Gifts'])
  assert.deepEqual(new Set(await thingsOn(ann, own.id)), new Set([tea.productId, cup.productId]))
  assert.deepEqual(await thingsOn(ann, gifts.id), [pot.productId])
  assert.equal((await charlie.call(shared, { token: shareToken! })).items.length, 1, 'its link goes on')
  assert.deepEqual(await namesOf(guest), [])
  const other = shop.guest()
  await other.call(create, { name: 'First' })
  const second = await other.call(create, { name: 'Gifts' })
  await other.call(add, { productId: cup.productId, listId: second.id })
  await logIn(other.id, ann.id)
  assert.deepEqual(await namesOf(ann), ['Wish list', 'Gifts'])
  assert.deepEqual(new Set(await thingsOn(ann, gifts.id)), new Set([pot.productId, cup.productId]))
  await shop.invariants()
})

test('an account without lists gets the guest’s as they are', async () => {
  const [ann, guest, tea] = [await someone(), shop.guest(), await shop.goods()]
  const { id } = await guest.call(add, { productId: tea.productId })
  await logIn(guest.id, ann.id)
  assert.deepEqual(await thingsOn(ann, id), [tea.productId])
  shop.clock.forward(days(31))
  await shop.job('wishlists.purge')
  assert.deepEqual(await thingsOn(ann, id), [tea.productId], 'an account’s are kept')
})

test('limits hold, also of ten at once', async () => {
  const [ann, tea] = [await someone(), await shop.goods()]
  const made = await Promise.allSettled(
    Array.from({ length: MOST_LISTS + 5 }, (_, n) => ann.call(create, { name: `List ${n}` })),
  )
  assert.equal(made.filter(({ status }) => status === 'fulfilled').length, MOST_LISTS)
  assert.equal((await listsOf(ann)).filter(({ isDefault }) => isDefault).length, 1)
  await assert.rejects(ann.call(create, { name: 'More' }), { code: 'wishlists.too_many_lists' })
  const { id: listId } = (await listsOf(ann))[0]!
  await shop.app.pool.pg.query(
    `insert into wishlists.item (id, store_id, list_id, product_id, variant_id, currency, created_at)
     select uuidv7(), $1, $2, $3, v.id, 'EUR', now() from catalog.variant v where v.product_id = $3 limit 1`,
    [shop.storeId, listId, tea.productId],
  )
  const others = await Promise.all(Array.from({ length: 3 }, () => shop.goods()))
  await shop.app.pool.pg.query(
    `insert into wishlists.item (id, store_id, list_id, product_id, currency, created_at)
     select uuidv7(), $1, $2, p.id, 'EUR', now() from catalog.product p where p.id <> all($3::uuid[]) limit $4`,
    [shop.storeId, listId, others.map(({ productId }) => productId), MOST_ITEMS],
  )
  const { itemCount } = (await listsOf(ann))[0]!
  await shop.app.pool.pg.query(
    `with more as (insert into catalog.product select (jsonb_populate_record(p, jsonb_build_object('id', uuidv7()))).* from catalog.product p,
       generate_series(1, $2::int) where p.id = $1 returning id)
     insert into wishlists.item (id, store_id, list_id, product_id, currency, created_at) select uuidv7(), $3, $4, id, 'EUR', now() from more`,
    [others[0]!.productId, MOST_ITEMS - itemCount - 1, shop.storeId, listId],
  )
  const last = await Promise.allSettled(others.map(({ productId }) => ann.call(add, { productId, listId })))
  assert.equal(last.filter(({ status }) => status === 'fulfilled').length, 1)
  const refused = last.find((each) => each.status === 'rejected')
  assert.equal(refused!.reason.code, 'wishlists.list_full')
})

test('what guests liked is forgotten after a month', async () => {
  const [guest, tea] = [shop.guest(), await shop.goods()]
  await guest.call(add, { productId: tea.productId })
  shop.clock.forward(days(29))
  await shop.job('wishlists.purge')
  assert.equal((await listsOf(guest)).length, 1)
  shop.clock.forward(days(2))
  await shop.job('wishlists.purge')
  assert.deepEqual(await listsOf(guest), [])
})
