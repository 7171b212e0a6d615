/** Bob sells some things for less, to some people, for a time; and each price can be explained. */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { sql } from 'kysely'
import { days, minutes } from '#kit/clock.ts'
import { randomFrom } from '#testing/random.ts'
import { openShop, type Person } from '#testing/shop.ts'
import { product } from '../../browse/product.ts'
import { products } from '../../browse/products.ts'
import { addItem } from '../../cart/add-item.ts'
import { create as createCart } from '../../cart/create.ts'
import { get as getCart } from '../../cart/get.ts'
import { setQuantity } from '../../cart/set-quantity.ts'
import { changeMembers as changeCompany } from '../../customers/companies/change-members.ts'
import { create as createCompany } from '../../customers/companies/create.ts'
import { archive as archiveGroup } from '../../customers/groups/archive.ts'
import { changeMembers } from '../../customers/groups/change-members.ts'
import { create as createGroup } from '../../customers/groups/create.ts'
import { update as updateProfile } from '../../customers/profile/update.ts'
import { belongingsOf, isFor, listsNow } from '../lists.ts'
import { history } from '../prices/history.ts'
import { remove } from '../prices/remove.ts'
import { set } from '../prices/set.ts'
import { why } from '../prices/why.ts'
import { candidatesText, priceFor, resolvePrice, type Candidate } from '../resolve.ts'
import { archive } from './archive.ts'
import { create } from './create.ts'
import { list } from './list.ts'
import { update } from './update.ts'

const shop = await openShop()
after(() => shop.close())
const { alice, bob } = shop
const eur = (amount: number) => ({ amount, currency: 'EUR' })
const at = (forward: number) => new Date(shop.clock.now.getTime() + forward).toISOString()
const HOUR = 3_600_000
let count = 0
const newList = (given: object = {}) =>
  bob.call(create, { key: `list-${++count}`, name: 'A list', priority: 10, ...given })

/** What the page says, and what a cart with so many says. */
async function seenBy(person: Person, goods: { slug: string; variantId: string }, quantity = 1) {
  const page = await person.call(product, { slug: goods.slug })
  const cart = await person.call(createCart, {})
  const { lines } = await person.call(addItem, { cartId: cart.id, variantId: goods.variantId, quantity })
  const line = lines.find(({ variantId }) => variantId === goods.variantId)!
  return { page: page.variants[0]!, line }
}

await alice.call(updateProfile, {})
const regulars = await bob.call(createGroup, { key: 'regulars', name: 'Regulars' })
await bob.call(changeMembers, { groupId: regulars.id, add: [alice.id] })

test('regulars pay less from noon on: page and cart agree, guests pay as before, and nothing has to run for it', async () => {
  const tea = await shop.goods({ price: 1000, stock: 500 })
  const noon = await newList({ groupIds: [regulars.id], startsAt: at(HOUR), endsAt: at(3 * HOUR) })
  await bob.call(set, { prices: [{ variantId: tea.variantId, listId: noon.id, price: eur(800) }] })
  const before = await seenBy(alice, tea)
  assert.deepEqual([before.page.price, before.line.unitPrice], [eur(1000), eur(1000)])

  shop.clock.forward(HOUR)
  const cheap = await seenBy(alice, tea)
  assert.deepEqual(
    [cheap.page.price, cheap.page.compareAt, cheap.line.unitPrice],
    [eur(800), eur(1000), eur(800)],
  )
  assert.equal(cheap.page.lowestIn30Days, null, 'no reduction for everybody')
  for (const other of [shop.guest(), shop.charlie]) {
    const seen = await seenBy(other, tea)
    assert.deepEqual(
      [seen.page.price, seen.line.unitPrice, seen.page.compareAt],
      [eur(1000), eur(1000), null],
    )
  }

  const explained = await bob.call(why, { variantId: tea.variantId, customerId: alice.id })
  assert.deepEqual(
    [explained.price, explained.steps.map(({ key, outcome, price }) => [key, outcome, price])],
    [
      eur(800),
      [
        [noon.key, 'won', eur(800)],
        ['base', 'outranked', eur(1000)],
      ],
    ],
  )
  const forGuest = await bob.call(why, { variantId: tea.variantId })
  assert.deepEqual(
    forGuest.steps.map(({ outcome }) => outcome),
    ['other_group', 'won'],
  )

  const cart = await alice.call(createCart, {})
  shop.clock.forward(2 * HOUR)
  const over = await alice.call(getCart, { cartId: cart.id })
  assert.deepEqual(
    [over.lines[0]!.unitPrice, over.problems.map(({ kind }) => kind)],
    [eur(1000), ['price_changed']],
  )
  assert.deepEqual(
    (await bob.call(why, { variantId: tea.variantId, customerId: alice.id })).steps[0]!.outcome,
    'over',
  )
  await shop.invariants()
})

test('a dozen costs less each: shown on the page, applied in the cart as the quantity moves', async () => {
  const mug = await shop.goods({ price: 1200, stock: 500 })
  await bob.call(set, {
    prices: [
      { variantId: mug.variantId, price: eur(1000), minQuantity: 12 },
      { variantId: mug.variantId, price: eur(900), minQuantity: 50 },
    ],
  })
  const guest = shop.guest()
  const { page, line } = await seenBy(guest, mug, 11)
  assert.deepEqual(page.tiers, [
    { minQuantity: 12, price: eur(1000), measurePrice: null },
    { minQuantity: 50, price: eur(900), measurePrice: null },
  ])
  assert.deepEqual([page.price, line.unitPrice], [eur(1200), eur(1200)])
  const { id: cartId } = await guest.call(createCart, {})
  for (const [quantity, unit] of [
    [12, 1000],
    [49, 1000],
    [50, 900],
    [3, 1200],
  ] as const) {
    const { lines, problems } = await guest.call(setQuantity, { cartId, lineId: line.id, quantity })
    assert.deepEqual([lines[0]!.unitPrice, lines[0]!.total, problems], [eur(unit), eur(unit * quantity), []])
  }
  const few = await bob.call(why, { variantId: mug.variantId, quantity: 50 })
  assert.deepEqual([few.price, few.steps.at(-1)!.minQuantity], [eur(900), 50])
  await shop.invariants()
})

test('beside a reduction for everybody stands the lowest price of the 30 days before it', async () => {
  const lamp = await shop.goods({ price: 5000 })
  const page = async () => (await shop.guest().call(product, { slug: lamp.slug })).variants[0]!
  const price = (amount: number, compareAt: number | null = null) =>
    bob.call(set, {
      prices: [
        {
          variantId: lamp.variantId,
          price: eur(amount),
          compareAt: compareAt === null ? null : eur(compareAt),
        },
      ],
    })
  shop.clock.forward(days(40))
  await price(4000)
  shop.clock.forward(days(5))
  await price(4800)
  shop.clock.forward(days(10))
  await price(4500, 4800)
  assert.deepEqual((await page()).lowestIn30Days, eur(4000), 'it was 40 for five days, ten days ago')
  shop.clock.forward(days(31))
  assert.deepEqual((await page()).lowestIn30Days, eur(4000), 'what counts are the days before the reduction')
  await price(4800)
  assert.deepEqual([(await page()).compareAt, (await page()).lowestIn30Days], [null, null])

  const sale = await newList({ startsAt: at(days(2)), endsAt: at(days(3)) })
  await bob.call(set, { prices: [{ variantId: lamp.variantId, listId: sale.id, price: eur(3000) }] })
  assert.deepEqual((await page()).price, eur(4800))
  shop.clock.forward(days(2))
  const during = await page()
  assert.deepEqual([during.price, during.compareAt, during.lowestIn30Days], [eur(3000), eur(4800), eur(4500)])
  const cards = await shop.guest().call(products, { limit: 100 })
  const card = cards.items.find(({ id }) => id === lamp.productId)!
  assert.deepEqual([card.price, card.compareAt, card.lowestIn30Days], [eur(3000), eur(4800), eur(4500)])
  const { line } = await seenBy(shop.guest(), lamp)
  assert.deepEqual([line.unitPrice, line.compareAt, line.lowestIn30Days], [eur(3000), eur(4800), eur(4500)])
  shop.clock.forward(days(1))
  assert.deepEqual((await page()).price, eur(4800))

  const next = await newList()
  await bob.call(set, { prices: [{ variantId: lamp.variantId, listId: next.id, price: eur(2000) }] })
  assert.deepEqual((await page()).lowestIn30Days, eur(3000), 'the sale a day ago counts')
  await bob.call(archive, { listId: next.id })
  const fresh = await shop.goods({ price: 700 })
  await bob.call(set, { prices: [{ variantId: fresh.variantId, price: eur(600), compareAt: eur(700) }] })
  shop.clock.forward(minutes(1))
  const { lowestIn30Days } = (await shop.guest().call(product, { slug: fresh.slug })).variants[0]!
  assert.equal(lowestIn30Days, null, 'it never cost anything else: both were written in one moment')
  await shop.invariants()
})

test('what is taken away is not for sale, and the history says until when it was', async () => {
  const pot = await shop.goods({ price: 1500 })
  const { items } = await bob.call(set, {
    prices: [{ variantId: pot.variantId, price: eur(1100), minQuantity: 5 }],
  })
  const tier = items.find(({ minQuantity }) => minQuantity === 5)!
  shop.clock.forward(minutes(1))
  await bob.call(remove, { priceIds: [tier.id] })
  const past = await bob.call(history, { variantId: pot.variantId })
  assert.deepEqual(
    past.items.map(({ price, minQuantity, removed }) => [price.amount, minQuantity, removed]),
    [
      [1100, 5, true],
      [1100, 5, false],
      [1500, 1, false],
    ],
  )
  assert.deepEqual((await shop.guest().call(product, { slug: pot.slug })).variants[0]!.tiers, [])
  await assert.rejects(bob.call(remove, { priceIds: [tier.id] }), { code: 'invalid_input' })
  await shop.invariants()
})

test('a list that has begun keeps its beginning, its channel and its groups; the base list is for everybody', async () => {
  const { items } = await bob.call(list, {})
  const base = items.at(-1)!
  assert.equal(base.key, 'base')
  await assert.rejects(bob.call(update, { listId: base.id, name: 'Mine' }), /for everybody and always/)
  await assert.rejects(bob.call(archive, { listId: base.id }), /for everybody and always/)
  const begun = await newList({ key: 'begun' })
  for (const change of [{ startsAt: at(HOUR) }, { groupIds: [regulars.id] }, { channelId: await channel() }])
    await assert.rejects(bob.call(update, { listId: begun.id, ...change }), /has begun/)
  const ended = await bob.call(update, {
    listId: begun.id,
    priority: 20,
    endsAt: at(HOUR),
    expectedVersion: 1,
  })
  assert.deepEqual([ended.priority, ended.version], [20, 2])
  await assert.rejects(
    bob.call(update, { listId: begun.id, name: 'x', expectedVersion: 1 }),
    /stale|changed/i,
  )
  const later = await newList({ startsAt: at(days(1)) })
  const moved = await bob.call(update, {
    listId: later.id,
    startsAt: at(days(2)),
    channelId: await channel(),
    groupIds: [regulars.id],
  })
  assert.deepEqual([moved.startsAt, moved.groupIds], [at(days(2)), [regulars.id]])
})

test('every fault is named by its field, and nothing is kept', async () => {
  const refused: [string, Record<string, unknown>][] = [
    ['priority too_small', { priority: 0 }],
    ['endsAt too_early', { startsAt: at(HOUR), endsAt: at(HOUR) }],
    ['endsAt too_early', { endsAt: at(-HOUR) }],
    ['channelId unknown', { channelId: shop.storeId }],
    ['groupIds.1 unknown', { groupIds: [regulars.id, shop.storeId] }],
  ]
  const before = await bob.call(list, {})
  for (const [fault, bad] of refused)
    await assert.rejects(newList(bad), (error: { errors: { path: string; code: string }[] }) => {
      assert.deepEqual(
        error.errors.map(({ path, code }) => `${path} ${code}`),
        [fault],
      )
      return true
    })
  await newList({ key: 'twice' })
  await assert.rejects(newList({ key: 'twice' }), /called twice already/)
  assert.equal((await bob.call(list, {})).items.length, before.items.length + 1)
  const tea = await shop.goods()
  await assert.rejects(
    bob.call(set, { prices: [{ variantId: tea.variantId, price: eur(1), listId: shop.storeId }] }),
    (error: { errors: { path: string }[] }) => error.errors[0]!.path === 'prices.0.listId',
  )
})

test('a group that is archived, and a customer who left it, pay as everybody does', async () => {
  const friends = await bob.call(createGroup, { key: 'friends', name: 'Friends' })
  await bob.call(changeMembers, { groupId: friends.id, add: [alice.id] })
  const jug = await shop.goods({ price: 2000 })
  const own = await newList({ groupIds: [friends.id], priority: 100 })
  await bob.call(set, { prices: [{ variantId: jug.variantId, listId: own.id, price: eur(1) }] })
  assert.deepEqual((await seenBy(alice, jug)).line.unitPrice, eur(1))
  await bob.call(changeMembers, { groupId: friends.id, remove: [alice.id] })
  assert.deepEqual((await alice.call(product, { slug: jug.slug })).price, eur(2000))
  await bob.call(changeMembers, { groupId: friends.id, add: [alice.id] })
  await bob.call(archiveGroup, { groupId: friends.id })
  const { page, line } = await seenBy(alice, jug)
  assert.deepEqual([page.price, line.unitPrice], [eur(2000), eur(2000)])
  await bob.call(archive, { listId: own.id })
})

test('page and cart choose alike, whatever lists and quantities there are', async () => {
  const random = randomFrom(20_261_121)
  const draw = (below: number) => Math.floor(random() * below)
  const lists = [
    await newList({ priority: 5 }),
    await newList({ priority: 7, groupIds: [regulars.id] }),
    await newList({ priority: 7, channelId: await channel() }),
    await newList({ priority: 9, companyIds: [await company(alice)] }),
    await newList({ priority: 11, companyIds: [await company()] }),
  ]
  const { variantId } = await shop.goods({ price: 3000 })
  await shop
    .inside(async (ctx) => {
      const live = await listsNow(ctx)
      const belongsTo = await belongingsOf(ctx, alice.id)
      const open = live.filter((each) => isFor(each, belongsTo))
      const base = live.at(-1)!
      for (let round = 0; round < 60; round++) {
        await sql`delete from pricing.price where variant_id = ${variantId}`.execute(ctx.db)
        for (const { id } of [...lists, base])
          for (const from of [1, 2, 5, 10].filter(() => draw(2) === 0))
            await sql`insert into pricing.price (id, store_id, list_id, variant_id, currency, min_quantity, amount, compare_at_amount, created_at, updated_at)
            values (uuidv7(), ${ctx.storeId}, ${id}, ${variantId}, 'EUR', ${from}, ${1000 + draw(1000)}, ${draw(3) === 0 ? 5000 : null}, ${ctx.now()}, ${ctx.now()})`.execute(
              ctx.db,
            )
        for (const quantity of [1, 2, 4, 7, 10, 99]) {
          const price = priceFor(
            {
              variant: sql`${variantId}::uuid`,
              currency: sql`'EUR'`,
              quantity: sql`${quantity}::int`,
              channel: sql`${ctx.scope.channelId}::uuid`,
              customer: sql`${alice.id}::uuid`,
            },
            live,
          )
          const { rows } = await sql<{
            id: string
            amount: number
            compare_at_amount: number | null
            lowest: number | null
          }>`select * from ${price} as x`.execute(ctx.db)
          const { rows: held } = await sql<{ candidates: Candidate[] | null }>`
          select ${sql.raw(candidatesText('x.v', "'EUR'", 'x.l', 'x.b'))} as candidates
          from (select ${variantId}::uuid as v, ${live.map(({ id }) => id)}::uuid[] as l, ${base.id}::uuid as b) x`.execute(
            ctx.db,
          )
          const chosen = resolvePrice(held[0]!.candidates ?? [], open, quantity)
          assert.deepEqual(
            rows.map((row) => [row.id, row.amount, row.compare_at_amount, row.lowest]),
            chosen ? [[chosen.priceId, chosen.amount, chosen.compareAt, chosen.lowest]] : [],
          )
        }
      }
      throw new Error('undo')
    })
    .catch((error: Error) => assert.equal(error.message, 'undo'))
})

async function company(...members: Person[]): Promise<string> {
  const { id } = await bob.call(createCompany, { name: 'A company' })
  await bob.call(changeCompany, { companyId: id, add: members.map((member) => member.id) })
  return id
}

async function channel(): Promise<string> {
  const { rows } = await sql<{
    id: string
  }>`select id from settings.channel where store_id = ${shop.storeId} limit 1`.execute(shop.app.pool.db)
  return rows[0]!.id
}
