/** What was read is kept, and never shown a moment longer than it is true, nor to somebody else. */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { minutes } from '#kit/clock.ts'
import { newId } from '#kit/id.ts'
import { silentLog } from '#kit/log.ts'
import { openShop } from '#testing/shop.ts'
import { closeApp, openApp } from '../../assemble.ts'
import { createHttp } from '../../surfaces/http.ts'
import { changeMembers } from '../customers/groups/change-members.ts'
import { create as createGroup } from '../customers/groups/create.ts'
import { startSession } from '../identity/session.ts'
import { hold } from '../inventory/index.ts'
import { list as levels } from '../inventory/levels/list.ts'
import { count } from '../inventory/stock/count.ts'
import { create as createList } from '../pricing/lists/create.ts'
import { set as setPrices } from '../pricing/prices/set.ts'
import { product } from './product.ts'
import { products } from './products.ts'

const shop = await openShop()
const http = await createHttp(shop.app)
after(async () => {
  await http.close()
  await shop.close()
})
const { alice, bob } = shop
const eur = (amount: number) => ({ amount, currency: 'EUR' })

async function statementsOf(read: (statements: { count: number }) => Promise<unknown>): Promise<number> {
  const statements = { count: 0 }
  await read(statements)
  return statements.count
}

test('the second shopper is answered from memory, until the price changes', async () => {
  const [tea, cup] = [await shop.goods({ price: 450 }), await shop.goods()]
  const [one, other] = [shop.guest(), shop.guest()]
  const page = (who = one) => who.call(product, { slug: tea.slug })
  await one.call(product, { slug: cup.slug }) // settings and lists are in memory from now on
  assert.equal(await statementsOf((statements) => one.call(product, { slug: tea.slug }, { statements })), 1)
  assert.equal(await statementsOf((statements) => other.call(product, { slug: tea.slug }, { statements })), 0)
  assert.deepEqual(await page(other), await page())

  await bob.call(setPrices, { prices: [{ variantId: tea.variantId, price: eur(500) }] })
  assert.deepEqual((await page()).price, eur(500))
})

test('an order empties one product’s page, not those of the others', async () => {
  const [tea, cup] = [await shop.goods({ stock: 3 }), await shop.goods()]
  const guest = shop.guest()
  for (const { slug } of [tea, cup]) await guest.call(product, { slug })
  const { items } = await bob.call(levels, { variantIds: [tea.variantId] })
  await bob.call(count, { itemId: items[0]!.id, locationId: shop.locationId, onHand: 0 })
  assert.equal(await statementsOf((statements) => guest.call(product, { slug: cup.slug }, { statements })), 0)
  assert.equal((await guest.call(product, { slug: tea.slug })).availability, 'out_of_stock')
})

test('a price that begins at noon is not hidden by what was kept before noon', async () => {
  const tea = await shop.goods({ price: 1000 })
  const at = (ms: number) => new Date(shop.clock.now.getTime() + ms).toISOString()
  const noon = await bob.call(createList, { key: 'noon', name: 'Noon', priority: 5, startsAt: at(2_000) })
  await bob.call(setPrices, { prices: [{ variantId: tea.variantId, listId: noon.id, price: eur(800) }] })
  const guest = shop.guest()
  assert.deepEqual((await guest.call(product, { slug: tea.slug })).price, eur(1000))
  shop.clock.forward(1_999)
  assert.deepEqual((await guest.call(product, { slug: tea.slug })).price, eur(1000))
  shop.clock.forward(1)
  assert.deepEqual((await guest.call(product, { slug: tea.slug })).price, eur(800))
  const { items } = await guest.call(products, { sort: { by: 'newest' } })
  assert.deepEqual(items.find(({ id }) => id === tea.productId)!.price, eur(800))
})

test('over REST a member sees the price of their group, nobody else does, and no proxy may keep it', async () => {
  const tea = await shop.goods({ price: 1000 })
  const group = await bob.call(createGroup, { key: 'friends', name: 'Friends' })
  await bob.call(changeMembers, { groupId: group.id, add: [alice.id] })
  const own = await bob.call(createList, {
    key: 'friends',
    name: 'Friends',
    priority: 9,
    groupIds: [group.id],
  })
  await bob.call(setPrices, { prices: [{ variantId: tea.variantId, listId: own.id, price: eur(700) }] })
  const tokenOf = (personId: string) =>
    shop.inside(async (ctx) => (await startSession(ctx, { personId, guestId: newId() })).token)
  const read = async (token: string | null) => {
    const answer = await http.inject({
      url: `/v1/products/${tea.slug}`,
      headers: token ? { authorization: `Bearer ${token}` } : {},
    })
    const { price } = answer.json<{ price: unknown }>()
    return [price, answer.headers['cache-control']]
  }
  for (let n = 0; n < 2; n++) {
    assert.deepEqual(await read(await tokenOf(alice.id)), [eur(700), 'no-store'])
    assert.deepEqual(await read(await tokenOf(shop.charlie.id)), [eur(1000), 'no-store'])
    assert.deepEqual(await read(null), [eur(1000), 'no-cache'])
  }
})

test('over REST the same request is answered by what it was answered before, in all that chooses', async () => {
  const tea = await shop.goods({ price: 1000 })
  const read = async (query = '', headers = {}) =>
    (await http.inject({ url: `/v1/products/${tea.slug}${query}`, headers })).json<Record<string, unknown>>()
  const whole = await read()
  assert.deepEqual(await read(), whole)
  assert.deepEqual(await read('?fields=name'), { name: 'Tea' })
  assert.deepEqual(await read('?fields=name'), { name: 'Tea' })
  assert.deepEqual(await read(), whole)
  await bob.call(setPrices, { prices: [{ variantId: tea.variantId, price: eur(1100) }] })
  assert.deepEqual((await read())['price'], eur(1100))
  assert.equal((await http.inject({ url: `/v1/products/${tea.slug}?no=1` })).statusCode, 400)
})

test('another process lets go of what this one changed within a second', async () => {
  const tea = await shop.goods({ price: 450 })
  const second = await openApp(shop.app.config, { clock: () => shop.clock.now, log: silentLog })
  try {
    second.tail.start()
    const read = () =>
      second.invoke(
        product,
        { slug: tea.slug },
        { actor: shop.guest().actor, hint: { storeId: shop.storeId } },
      )
    await sleep(600) // the tail has found its place
    assert.deepEqual((await read()).price, eur(450))
    await bob.call(setPrices, { prices: [{ variantId: tea.variantId, price: eur(500) }] })
    const began = performance.now()
    while ((await read()).price.amount !== 500 && performance.now() - began < 5_000) await sleep(20)
    assert.deepEqual((await read()).price, eur(500))
    assert.ok(performance.now() - began < 1_500, `${performance.now() - began} ms`)
  } finally {
    await closeApp(second)
  }
})

test('stock whose hold has lapsed comes back by itself', async () => {
  const tea = await shop.goods({ stock: 1 })
  const guest = shop.guest()
  await shop.inside((ctx) =>
    hold(ctx, {
      holder: { kind: 'order', id: newId() },
      lines: [{ lineId: newId(), variantId: tea.variantId, quantity: 1 }],
      until: new Date(ctx.now().getTime() + minutes(1)),
    }),
  )
  assert.equal((await guest.call(product, { slug: tea.slug })).availability, 'out_of_stock')
  shop.clock.forward(minutes(1) + 1)
  assert.equal((await guest.call(product, { slug: tea.slug })).availability, 'low_stock')
})
