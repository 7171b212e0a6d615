/** What Alice is shown beside a product: Bob's choice first, then what others bought with it, then its shelf. */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { minutes } from '#kit/clock.ts'
import { paid } from '#testing/orders.ts'
import { openShop, type Goods } from '#testing/shop.ts'
import { create as createCategory } from '../catalog/categories/create.ts'
import { archive } from '../catalog/products/archive.ts'
import { unpublish } from '../catalog/products/unpublish.ts'
import { update } from '../catalog/products/update.ts'
import { list } from '../catalog/related/list.ts'
import { set } from '../catalog/related/set.ts'
import { related } from './related.ts'

const shop = await openShop()
after(() => shop.close())
const { bob, alice } = shop
const guest = shop.guest()
const goods = async (name: string, stock = 100) => ({ ...(await shop.goods({ name, stock })), name })
type Named = Goods & { name: string }
const beside = async ({ slug }: Goods) =>
  (await guest.call(related, { slug })).items.map(({ reason, product }) => `${reason} ${product.name}`)
const say = ({ productId }: Goods, links: [Named, 'accessory' | 'alternative' | 'related'][]) =>
  bob.call(set, { productId, items: links.map(([each, kind]) => ({ productId: each.productId, kind })) })
const count = async () => {
  shop.clock.forward(minutes(10))
  await shop.job('catalog.countTogether')
}

const [pot, cup, tray, mug, tea] = [
  await goods('Pot'),
  await goods('Cup'),
  await goods('Tray'),
  await goods('Mug'),
  await goods('Tea'),
]

test('staff say what goes with a product, what could stand in for it and what is like it, in their order', async () => {
  assert.deepEqual(await beside(pot), [])
  await say(pot, [
    [mug, 'related'],
    [tray, 'accessory'],
    [cup, 'accessory'],
    [cup, 'alternative'],
  ])
  // Each is shown once, for the best of its reasons.
  assert.deepEqual(await beside(pot), ['accessory Tray', 'accessory Cup', 'related Mug'])
  assert.deepEqual(await beside(cup), [], 'it holds in one direction')
  const { items } = await bob.call(list, { productId: pot.productId })
  assert.deepEqual(
    items.map(({ kind, name }) => `${kind} ${name}`),
    ['accessory Tray', 'accessory Cup', 'alternative Cup', 'related Mug'],
  )
  await bob.call(unpublish, { productId: tray.productId })
  assert.deepEqual(await beside(pot), ['accessory Cup', 'related Mug'], 'only what is for sale')
  await say(pot, [[mug, 'accessory']])
  assert.deepEqual(await beside(pot), ['accessory Mug'])
})

test('what two orders had together is shown, the more often the earlier; one order alone tells nothing', async () => {
  const order = (...wanted: Named[]) => paid(shop, alice, ...wanted.map((of) => ({ of })))
  await order(tea, cup)
  await count()
  assert.deepEqual(await beside(tea), [])
  await order(tea, cup, mug)
  await order(tea, mug)
  await order(tea, cup)
  await count()
  assert.deepEqual(await beside(tea), ['bought_together Cup', 'bought_together Mug'])
  assert.deepEqual(await beside(mug), ['bought_together Tea'])
  await count()
  await order(tea, mug)
  await order(tea, mug)
  await count()
  assert.deepEqual(await beside(tea), ['bought_together Mug', 'bought_together Cup'], 'counted once, and on')
  await say(tea, [[cup, 'alternative']])
  assert.deepEqual(await beside(tea), ['alternative Cup', 'bought_together Mug'])
})

test('the shelf fills what is left, in one statement, and at most eight of a reason', async () => {
  const { id } = await bob.call(createCategory, { texts: [{ locale: 'en', name: 'Bowls' }] })
  const bowls: Named[] = []
  for (const letter of 'abcdefghijkl') bowls.push(await goods(`Bowl ${letter}`))
  for (const { productId } of bowls) await bob.call(update, { productId, categoryIds: [id] })
  const shown = await beside(bowls[3]!)
  assert.equal(shown.length, 8)
  assert.ok(shown.every((each) => each.startsWith('same_shelf Bowl') && each !== 'same_shelf Bowl d'))
  const statements = { count: 0 }
  await guest.call(related, { slug: bowls[0]!.slug }, { statements })
  assert.equal(statements.count, 1)
})

test('nothing stands beside what is not there, and no product beside itself, twice or out of nowhere', async () => {
  await assert.rejects(guest.call(related, { slug: 'nothing-of-the-kind' }), { code: 'not_found' })
  const kind = 'related' as const
  for (const [items, fault] of [
    [[{ productId: cup.productId, kind }], 'items.0.productId itself'],
    [[{ productId: shop.storeId, kind }], 'items.0.productId unknown'],
    [[mug, mug].map(({ productId }) => ({ productId, kind })), 'items.1.productId duplicate'],
  ] as const)
    await assert.rejects(bob.call(set, { productId: cup.productId, items: [...items] }), (error: any) => {
      assert.equal(`${error.errors[0].path} ${error.errors[0].code}`, fault)
      return true
    })
  const gone = await goods('Gone')
  await bob.call(archive, { productId: gone.productId })
  await assert.rejects(bob.call(set, { productId: gone.productId, items: [] }), { code: 'catalog.archived' })
  await assert.rejects(bob.call(list, { productId: shop.storeId }), { code: 'not_found' })
  await assert.rejects(alice.call(list, { productId: cup.productId }), { code: 'forbidden' })
  await assert.rejects(beside(gone), { code: 'not_found' })
})
