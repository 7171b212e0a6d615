/** Bob sells tea by weight: beside each price stands what 100 g of it cost, in every place where the price stands. */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { sql } from 'kysely'
import { randomFrom, seed } from '#testing/random.ts'
import { openShop } from '#testing/shop.ts'
import { product } from '../browse/product.ts'
import { products } from '../browse/products.ts'
import { search } from '../browse/search.ts'
import { addItem } from '../cart/add-item.ts'
import { create as createCart } from '../cart/create.ts'
import { create as createList } from '../pricing/lists/create.ts'
import { set } from '../pricing/prices/set.ts'
import { set as setCurrencies } from '../settings/currencies/set.ts'
import { UNITS, measurePrice, measurePriceText, type Content } from './measure.ts'
import { list } from './variants/list.ts'
import { update } from './variants/update.ts'

const shop = await openShop()
after(() => shop.close())
const { alice, bob } = shop
const eur = (amount: number) => ({ amount, currency: 'EUR' })
await bob.call(setCurrencies, { currencies: ['EUR', 'JPY'] })
const per100g = (amount: number): Content => ({ amount, unit: 'g', perAmount: 100, perUnit: 'g' })
const told = (amount: number, currency = 'EUR') => ({
  price: { amount, currency },
  amount: 100,
  unit: 'g' as const,
})

test('what 100 g cost stands on the card, on the page and in the cart, and follows every price', async () => {
  const tea = await shop.goods({ name: 'Smoked tea', price: 995, stock: 500 })
  const { productId, variantId, slug } = tea
  const seen = async (person = alice, options = {}) => {
    const page = await person.call(product, { slug }, options)
    const card = (await person.call(products, { limit: 100 }, options)).items.find(
      ({ id }) => id === productId,
    )!
    return { variant: page.variants[0]!, card }
  }
  const before = await seen()
  assert.deepEqual([before.variant.measurePrice, before.card.measurePrice], [null, null])

  await bob.call(update, { productId, variantId, content: per100g(250) })
  await bob.call(set, {
    prices: [
      { variantId, price: eur(900), minQuantity: 6 },
      { variantId, price: { amount: 1300, currency: 'JPY' } },
    ],
  })
  await shop.settle()
  const { variant, card } = await seen()
  // 9.95 / 2.5 = 3.98
  assert.deepEqual([variant.measurePrice, card.measurePrice], [told(398), told(398)])
  assert.deepEqual(variant.tiers, [{ minQuantity: 6, price: eur(900), measurePrice: told(360) }])
  const found = await alice.call(search, { q: 'smoked' })
  assert.deepEqual(
    found.items.map((each) => each.measurePrice),
    [told(398)],
  )
  const yen = await seen(alice, { currency: 'JPY' })
  assert.deepEqual([yen.variant.measurePrice, yen.card.measurePrice], [told(520, 'JPY'), told(520, 'JPY')])

  const guest = shop.guest()
  const { id: cartId } = await guest.call(createCart, {})
  const lineOf = async (quantity: number) =>
    (await guest.call(addItem, { cartId, variantId, quantity })).lines[0]!.measurePrice
  assert.deepEqual([await lineOf(5), await lineOf(1)], [told(398), told(360)], 'six cost less each')

  const sale = await bob.call(createList, { key: 'sale', name: 'Sale', priority: 5 })
  await bob.call(set, { prices: [{ variantId, listId: sale.id, price: eur(500) }] })
  await shop.settle()
  const reduced = await seen()
  assert.deepEqual([reduced.variant.measurePrice, reduced.card.measurePrice], [told(200), told(200)])
})

test('a card tells the measure of the price it shows: that of the cheapest', async () => {
  const { productId, variantId, slug } = await shop.goods({ name: 'Bancha', price: 400 })
  const { options } = await alice.call(product, { slug })
  assert.deepEqual(options, [])
  await bob.call(update, { productId, variantId, content: per100g(50) })
  await sql`insert into catalog.variant (id, store_id, product_id, sku, position, weight_grams, content_size, content_unit, per_size, per_unit, created_at, updated_at)
    select gen_random_uuid(), store_id, product_id, 'large', 1, 0, 250, 'g', 100, 'g', created_at, updated_at from catalog.variant where id = ${variantId}`.execute(
    shop.app.pool.db,
  )
  const { items } = await bob.call(list, { productId })
  const large = items.find(({ sku }) => sku === 'large')!
  await bob.call(set, { prices: [{ variantId: large.id, price: eur(1500) }] })
  await shop.settle()
  const card = (await alice.call(products, { limit: 100 })).items.find(({ id }) => id === productId)!
  assert.deepEqual([card.price, card.priceVaries, card.measurePrice], [eur(400), true, told(800)])
})

test('what does not fit is refused by its name, and by the database', async () => {
  const { productId, variantId } = await shop.goods()
  const faultOf = (content: object) =>
    bob.call(update, { productId, variantId, content: content as Content }).then(
      () => 'taken',
      (error: { errors: { path: string; code: string }[] }) =>
        error.errors.map(({ path, code }) => `${path} ${code}`).join(),
    )
  assert.equal(await faultOf({ ...per100g(50), perUnit: 'l' }), 'content.perUnit other_kind')
  assert.equal(await faultOf({ ...per100g(0) }), 'content.amount too_small')
  assert.equal(await faultOf({ ...per100g(5), unit: 'stone' }), 'content.unit not_in_list')
  for (const change of [
    `content_size = 5`,
    `content_size = 5, content_unit = 'g', per_size = 1, per_unit = 'l'`,
    `content_size = 5, content_unit = 'stone', per_size = 1, per_unit = 'stone'`,
    `content_size = 0, content_unit = 'g', per_size = 1, per_unit = 'g'`,
  ])
    await assert.rejects(
      sql`update catalog.variant set ${sql.raw(change)} where id = ${variantId}`.execute(shop.app.pool.db),
      { constraint: 'variant_content' },
    )
  await bob.call(update, { productId, variantId, content: per100g(50) })
  const kept = await bob.call(update, { productId, variantId, weightGrams: 60 })
  const cleared = await bob.call(update, { productId, variantId, content: null })
  assert.deepEqual([kept.content, cleared.content], [per100g(50), null])
})

test('code and database know the same units, and count to the same cent', async () => {
  const { db } = shop.app.pool
  const random = randomFrom(seed)
  const below = (most: number) => Math.floor(random() * most)
  const pick = <T>(all: readonly T[]) => all[below(all.length)]!
  const units = Object.entries(UNITS).map(([unit, [kind, size]]) => ({ unit, kind, size }))
  const { rows: known } = await sql<{ kind: string; size: string }>`
    select catalog.unit_kind(unit) as kind, catalog.unit_size(unit) as size from unnest(${units.map(({ unit }) => unit)}::text[]) with ordinality as u(unit, n) order by n`.execute(
    db,
  )
  assert.deepEqual(
    known.map(({ kind, size }) => [kind, Number(size)]),
    units.map(({ kind, size }) => [kind, size]),
  )
  for (let round = 0; round < 200; round++) {
    const { unit, kind } = pick(units)
    const per = pick(units.filter((each) => each.kind === kind))
    const content = {
      amount: 1 + below(round % 3 === 0 ? 1_000_000_000 : 2000),
      unit,
      perAmount: 1 + below(round % 5 === 0 ? 1_000_000_000 : 100),
      perUnit: per.unit,
    } as Content
    const amount = below(round % 7 === 0 ? Number.MAX_SAFE_INTEGER : 100_000)
    const { rows } = await sql<{ told: unknown }>`
      with v as (select ${content.amount}::int as content_size, ${content.unit}::text as content_unit,
        ${content.perAmount}::int as per_size, ${content.perUnit}::text as per_unit)
      select ${sql.raw(measurePriceText('v', `${amount}`, `'EUR'`))} as told from v`.execute(db)
    assert.deepEqual(
      rows[0]!.told,
      measurePrice(content, eur(amount)),
      JSON.stringify({ seed, content, amount }),
    )
  }
})
