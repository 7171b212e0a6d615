/** What Bob agreed with a company is for its people alone: on every road everybody else finds the price of everybody. */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { days } from '#kit/clock.ts'
import { openShop, type Goods, type Person } from '#testing/shop.ts'
import { paid } from '#testing/orders.ts'
import { product } from '../../browse/product.ts'
import { products } from '../../browse/products.ts'
import { addItem } from '../../cart/add-item.ts'
import { clear } from '../../cart/clear.ts'
import { create as createCart } from '../../cart/create.ts'
import { archive as archiveCompany } from '../../customers/companies/archive.ts'
import { changeMembers } from '../../customers/companies/change-members.ts'
import { create as createCompany } from '../../customers/companies/create.ts'
import { changeMembers as changeGroup } from '../../customers/groups/change-members.ts'
import { create as createGroup } from '../../customers/groups/create.ts'
import { update as updateProfile } from '../../customers/profile/update.ts'
import { set } from '../prices/set.ts'
import { why } from '../prices/why.ts'
import { create } from './create.ts'
import { list } from './list.ts'
import { update } from './update.ts'

const shop = await openShop()
after(() => shop.close())
const { alice, bob, charlie } = shop
for (const customer of [alice, charlie]) await customer.call(updateProfile, {})
const eur = (amount: number) => ({ amount, currency: 'EUR' })
const at = (forward: number) => new Date(shop.clock.now.getTime() + forward).toISOString()
let count = 0
const newList = (given: object) =>
  bob.call(create, { key: `agreed-${++count}`, name: 'As agreed', priority: 10, ...given })
const companyOf = async (name: string, ...members: Person[]) => {
  const { id } = await bob.call(createCompany, { name })
  if (members.length > 0)
    await bob.call(changeMembers, { companyId: id, add: members.map((member) => member.id) })
  return id
}

/** All that somebody is told of a thing's price, wherever it is told. */
async function toldTo(person: Person, goods: Goods): Promise<number[]> {
  const page = await person.call(product, { slug: goods.slug })
  const cards = await person.call(products, { limit: 100 })
  const card = cards.items.find(({ id }) => id === goods.productId)!
  const { id: cartId } = await person.call(createCart, {})
  const { lines } = await person.call(addItem, { cartId, variantId: goods.variantId, quantity: 1 })
  const line = lines.find(({ variantId }) => variantId === goods.variantId)!
  await person.call(clear, { cartId })
  return [page.price, page.variants[0]!.price, card.price, line.unitPrice].map(({ amount }) => amount)
}
const everywhere = (amount: number) => [amount, amount, amount, amount]

test('a list for a company is for its members alone; another company, a stranger and a guest learn nothing of it', async () => {
  const coffee = await shop.goods({ name: 'Coffee', price: 1000, stock: 500 })
  const [ours, theirs] = [await companyOf('Ours', alice), await companyOf('Theirs', charlie)]
  const own = await newList({ companyIds: [ours] })
  const other = await newList({ companyIds: [theirs], priority: 99 })
  await bob.call(set, {
    prices: [
      { variantId: coffee.variantId, listId: own.id, price: eur(700) },
      { variantId: coffee.variantId, listId: other.id, price: eur(600) },
    ],
  })
  assert.deepEqual(await toldTo(alice, coffee), everywhere(700))
  assert.deepEqual(await toldTo(charlie, coffee), everywhere(600))
  for (const nobody of [shop.guest(), await shop.person('dora', [])])
    assert.deepEqual(await toldTo(nobody, coffee), everywhere(1000))
  const forGuest = await shop.guest().call(product, { slug: coffee.slug })
  assert.deepEqual([forGuest.compareAt, forGuest.lowestIn30Days], [null, null])
  await assert.rejects(alice.call(list, {}), { code: 'forbidden' })

  const order = await paid(shop, alice, { of: coffee, quantity: 2 })
  assert.deepEqual(order.lines[0]!.unitPrice, eur(700))
  await shop.invariants()
})

test('which list won is explained: by priority, and to whom each is closed', async () => {
  const cup = await shop.goods({ price: 900 })
  const [mine, other] = [await companyOf('Mine', alice), await companyOf('Other', charlie)]
  const { id: groupId } = await bob.call(createGroup, { key: 'friends', name: 'Friends' })
  await bob.call(changeGroup, { groupId, add: [alice.id] })
  const [low, high, closed] = [
    await newList({ companyIds: [mine], priority: 20 }),
    await newList({ groupIds: [groupId], companyIds: [other], priority: 30 }),
    await newList({ companyIds: [other], priority: 40 }),
  ]
  await bob.call(set, {
    prices: [low, high, closed].map(({ id }, index) => ({
      variantId: cup.variantId,
      listId: id,
      price: eur(800 - index * 100),
    })),
  })
  const told = async (customerId?: string) => {
    const { price, steps } = await bob.call(why, {
      variantId: cup.variantId,
      ...(customerId && { customerId }),
    })
    const ours = [closed, high, low].map(({ id }) => steps.find(({ listId }) => listId === id)!)
    return [price!.amount, ...ours.map(({ outcome, priority }) => `${outcome} ${priority}`)]
  }
  assert.deepEqual(await told(alice.id), [700, 'other_company 40', 'won 30', 'outranked 20'])
  assert.deepEqual(await told(charlie.id), [600, 'won 40', 'outranked 30', 'other_company 20'])
  assert.deepEqual(await told(), [900, 'other_company 40', 'other_group 30', 'other_company 20'])
  assert.deepEqual(await toldTo(alice, cup), everywhere(700))
})

test('who leaves a company, and whose company ends, pays as everybody does; so it is before the list begins', async () => {
  const pot = await shop.goods({ price: 5000 })
  const companyId = await companyOf('For a while', alice)
  const later = await newList({ companyIds: [companyId], startsAt: at(days(1)), priority: 50 })
  await bob.call(set, { prices: [{ variantId: pot.variantId, listId: later.id, price: eur(1) }] })
  assert.deepEqual(await toldTo(alice, pot), everywhere(5000))
  shop.clock.forward(days(1))
  assert.deepEqual(await toldTo(alice, pot), everywhere(1))
  await bob.call(changeMembers, { companyId, remove: [alice.id] })
  assert.deepEqual(await toldTo(alice, pot), everywhere(5000))
  await bob.call(changeMembers, { companyId, add: [alice.id] })
  await bob.call(archiveCompany, { companyId })
  assert.deepEqual(await toldTo(alice, pot), everywhere(5000))
})

test('companies of a list are set as a whole until it begins, and an unknown one is named', async () => {
  const [one, two] = [await companyOf('One'), await companyOf('Two')]
  const later = await newList({ companyIds: [one, one], startsAt: at(days(1)) })
  assert.deepEqual(later.companyIds, [one])
  const moved = await bob.call(update, { listId: later.id, companyIds: [two] })
  assert.deepEqual([moved.companyIds, moved.version], [[two], 2])
  const shown = (await bob.call(list, {})).items.find(({ id }) => id === later.id)!
  assert.deepEqual(shown, moved)
  const begun = await newList({ companyIds: [one] })
  await assert.rejects(bob.call(update, { listId: begun.id, companyIds: [two] }), /has begun/)
  await assert.rejects(
    newList({ companyIds: [one, shop.storeId] }),
    (error: { errors: { path: string }[] }) => {
      assert.equal(error.errors[0]!.path, 'companyIds.1')
      return true
    },
  )
})
