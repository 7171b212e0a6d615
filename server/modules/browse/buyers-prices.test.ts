/** What narrows, orders and counts is the price that each shopper would pay, beside the same worked out from their product pages. */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { hours } from '#kit/clock.ts'
import { newId } from '#kit/id.ts'
import type { Typed } from '#kit/operation.ts'
import { randomFrom, seed } from '#testing/random.ts'
import { openShop, type Person } from '#testing/shop.ts'
import { writeProducts } from '../catalog/index.ts'
import { changeMembers } from '../customers/groups/change-members.ts'
import { create as createGroup } from '../customers/groups/create.ts'
import { update as updateProfile } from '../customers/profile/update.ts'
import { writeStock } from '../inventory/index.ts'
import { writePrices } from '../pricing/index.ts'
import { archive } from '../pricing/lists/archive.ts'
import { create as createList } from '../pricing/lists/create.ts'
import { remove as removePrice } from '../pricing/prices/remove.ts'
import { list as listPrices } from '../pricing/prices/list.ts'
import { set as setPrices } from '../pricing/prices/set.ts'
import { product } from './product.ts'
import { products } from './products.ts'
import { search } from './search.ts'

const PRODUCTS = 40

const shop = await openShop()
after(() => shop.close())
const { alice, bob, charlie } = shop
const guest = shop.guest()
const random = randomFrom(seed)
const drawn = (below: number) => Math.floor(random() * below)
const at = (forward: number) => new Date(shop.clock.now.getTime() + forward).toISOString()

const goods: { slug: string; variants: string[] }[] = []
const template = await shop.goods({ name: 'Model' })
const { rows: model } = await shop.app.pool.pg.query<{ tax: string }>(
  'select tax_category_id as tax from catalog.product where id = $1',
  [template.productId],
)
for (let n = 0; n < PRODUCTS; n++) {
  const variants = Array.from({ length: 1 + drawn(3) }, (_, position) => ({
    id: newId(),
    sku: `V-${n}-${position}`,
    position,
    weightGrams: 1,
    values: [],
  }))
  goods.push({ slug: `mug-${n}`, variants: variants.map(({ id }) => id) })
  await shop.inside(async (ctx) => {
    await writeProducts(
      [
        {
          id: newId(),
          taxCategoryId: model[0]!.tax,
          position: n,
          featured: false,
          categoryIds: [],
          optionIds: [],
          media: [],
          texts: [
            { locale: 'en', name: `Mug ${n}`, slug: `mug-${n}`, subtitle: null, description: '', facts: [] },
          ],
          variants,
        },
      ],
      ctx,
    )
    // Some are for sale by a list alone.
    const based = variants.filter(() => random() < 0.9)
    await writePrices(
      based.map(({ id }) => ({ variantId: id, currency: 'EUR', amount: 1000 + drawn(40) * 50 })),
      ctx,
    )
    await writeStock(
      variants.map(({ id, sku }) => ({ variantId: id, sku, locationId: shop.locationId, onHand: 5 })),
      ctx,
    )
  })
}

await alice.call(updateProfile, {})
await charlie.call(updateProfile, {})
const regulars = await bob.call(createGroup, { key: 'regulars', name: 'Regulars' })
const staff = await bob.call(createGroup, { key: 'staff', name: 'Staff' })
await bob.call(changeMembers, { groupId: regulars.id, add: [alice.id, charlie.id] })
await bob.call(changeMembers, { groupId: staff.id, add: [alice.id] })

async function listOf(key: string, part: number, given: object): Promise<string> {
  const { id } = await bob.call(createList, { key, name: key, priority: 10, ...given })
  const priced = goods.flatMap(({ variants }) => variants).filter(() => random() < part)
  await bob.call(setPrices, {
    prices: priced.slice(0, 100).map((variantId) => ({
      variantId,
      listId: id,
      price: { amount: 500 + drawn(50) * 50, currency: 'EUR' },
    })),
  })
  return id
}
await listOf('sale', 0.3, { priority: 10, startsAt: at(hours(2)), endsAt: at(hours(4)) })
await listOf('regulars', 0.5, { priority: 20, groupIds: [regulars.id] })
const forStaff = await listOf('staff', 0.5, { priority: 30, groupIds: [staff.id] })
await shop.settle()

interface Priced {
  slug: string
  lowest: number
  highest: number
}

/** From the pages of all products: what is for sale to them, and for how much. */
async function pricesFor(who: Person): Promise<Priced[]> {
  const found: Priced[] = []
  for (const { slug } of goods) {
    const page = await who.call(product, { slug }).catch(() => null)
    if (!page) continue
    const amounts = page.variants.map(({ price }) => price.amount)
    found.push({ slug, lowest: Math.min(...amounts), highest: Math.max(...amounts) })
  }
  return found
}

type Ask = { limit: number; sort: { by: 'price'; desc: boolean }; q?: string; after?: string }
type Cards = { items: { slug: string; price: { amount: number } }[]; next: string | null }

async function walked(who: Person, operation: Typed<Ask, Cards>, desc: boolean, q?: string) {
  const cards: { slug: string; amount: number }[] = []
  let next: string | undefined
  do {
    const page = await who.call(operation, {
      limit: 7,
      sort: { by: 'price', desc },
      ...(q ? { q } : {}),
      ...(next ? { after: next } : {}),
    })
    cards.push(...page.items.map(({ slug, price }) => ({ slug, amount: price.amount })))
    next = page.next ?? undefined
  } while (next)
  return cards.filter(({ slug }) => slug.startsWith('mug-'))
}

async function holdsFor(who: Person, says: string) {
  const all = await pricesFor(who)
  assert.ok(all.length > PRODUCTS / 2, says)
  for (const desc of [false, true])
    for (const [operation, q] of [[products], [search], [search, 'mug']] as const) {
      const cards = await walked(who, operation as Typed<Ask, Cards>, desc, q)
      const amounts = cards.map(({ amount }) => amount)
      assert.deepEqual(cards.map(({ slug }) => slug).toSorted(), all.map(({ slug }) => slug).toSorted(), says)
      assert.deepEqual(
        amounts,
        amounts.toSorted((a, b) => (desc ? b - a : a - b)),
        `${says}, ${operation.id} ${q}`,
      )
    }
  for (let n = 0; n < 6; n++) {
    const gte = 500 + drawn(40) * 50
    const lte = gte + drawn(30) * 50
    const within = all.filter(({ lowest, highest }) => highest >= gte && lowest <= lte)
    for (const q of [undefined, 'mug']) {
      const { items, facets, total } = await who.call(search, {
        ...(q ? { q } : {}),
        filter: { price: { gte, lte } },
        limit: 100,
        facets: true,
        withTotal: true,
      })
      const found = items.map(({ slug }) => slug).filter((slug) => slug.startsWith('mug-'))
      assert.deepEqual(
        found.toSorted(),
        within.map(({ slug }) => slug).toSorted(),
        `${says}: ${gte} to ${lte}`,
      )
      assert.equal(facets!.total, items.length, says)
      assert.equal(total!.count, items.length, says)
      if (q)
        assert.deepEqual(
          [facets!.price!.lowest.amount, facets!.price!.highest.amount],
          [Math.min(...all.map(({ lowest }) => lowest)), Math.max(...all.map(({ highest }) => highest))],
          says,
        )
    }
  }
}

const everybody: [string, Person][] = [
  ['a guest', guest],
  ['a regular', charlie],
  ['a regular of the staff', alice],
]

test(`price filter, order and range are those of each shopper’s own lists (seed ${seed})`, async () => {
  for (const [says, who] of everybody) await holdsFor(who, says)
})

test('a sale that begins and ends by the clock narrows and orders at once, and nothing has to run for it', async () => {
  shop.clock.forward(hours(3))
  for (const [says, who] of everybody) await holdsFor(who, `${says}, in the sale`)
  shop.clock.forward(hours(2))
  for (const [says, who] of everybody) await holdsFor(who, `${says}, after the sale`)
})

test('prices that are set and taken away, and a list that is archived, are followed', async () => {
  for (const { variants } of goods.slice(0, 10)) {
    const { items } = await bob.call(listPrices, { variantIds: variants, listId: forStaff })
    if (items.length > 0) await bob.call(removePrice, { priceIds: items.map(({ id }) => id) })
    else
      await bob.call(setPrices, {
        prices: [{ variantId: variants[0]!, listId: forStaff, price: { amount: 300, currency: 'EUR' } }],
      })
  }
  await shop.settle()
  for (const [says, who] of everybody) await holdsFor(who, `${says}, after changes`)
  await bob.call(archive, { listId: forStaff })
  await shop.settle()
  for (const [says, who] of everybody) await holdsFor(who, `${says}, after a list has gone`)
  const { rows } = await shop.app.pool.pg.query('select from browse.list_price where list_id = $1', [
    forStaff,
  ])
  assert.equal(rows.length, 0)
})

test('a shopper of other lists asks no more statements for it', async () => {
  const statements = { count: 0 }
  await guest.call(search, { q: 'mug', filter: { price: { gte: 1 } }, facets: true }, { statements })
  assert.equal(statements.count, 1)
})

test('a product says until when its reduction holds, where the list that reduces it ends', async () => {
  const tea = await shop.goods({ name: 'Tea', price: 900 })
  const endsAt = at(hours(3))
  const reduced = async () => (await guest.call(product, { slug: tea.slug })).variants[0]!.reducedUntil
  assert.equal(await reduced(), null)
  const { id: listId } = await bob.call(createList, {
    key: 'tea-week',
    name: 'Tea week',
    priority: 90,
    endsAt,
  })
  await bob.call(setPrices, {
    prices: [{ variantId: tea.variantId, listId, price: { amount: 700, currency: 'EUR' } }],
  })
  await shop.settle()
  assert.equal(await reduced(), endsAt)
  shop.clock.forward(hours(3))
  assert.equal(await reduced(), null)
})
