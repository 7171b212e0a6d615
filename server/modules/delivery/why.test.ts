/** Bob asks why a cart is not offered what he thinks it should. */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { sql } from 'kysely'
import { openShop } from '#testing/shop.ts'
import { create as createMethod } from './methods/create.ts'
import { list as methods } from './methods/list.ts'
import { create as createProfile } from './profiles/create.ts'
import { assign } from './profiles/assign.ts'
import { REFUSED, refusalInWords } from './refusal.ts'
import { why } from './why.ts'
import { list as zones } from './zones/list.ts'

const shop = await openShop()
after(() => shop.close())
const { bob } = shop
const eur = (amount: number) => ({ amount, currency: 'EUR' })

test('each way says what it costs, step by step, or why it is not offered', async () => {
  const [zone] = (await bob.call(zones, {})).items
  const [{ taxCategoryId } = { taxCategoryId: '' }] = (await bob.call(methods, {})).items
  const way = (key: string, more: object) =>
    bob.call(createMethod, {
      zoneId: zone!.id,
      key,
      taxCategoryId,
      minDays: 1,
      maxDays: 1,
      texts: [{ locale: 'en', name: key }],
      rates: [{ price: eur(490) }],
      ...more,
    })
  const bulky = await bob.call(createProfile, { key: 'bulky', name: 'Bulky goods' })
  const byWeight = {
    price: eur(200),
    measure: 'weight_grams' as const,
    ranges: [{ from: 0, price: eur(0), step: 1000, stepPrice: eur(50) }],
  }
  await way('weighed', { rates: [byWeight, { price: eur(2900), profileId: bulky.id }] })
  await way('letter', { limits: { weightGrams: 500 } })
  const [pot, sofa] = [await shop.goods({ price: 1500 }), await shop.goods({ price: 40_000 })]
  await shop.inside((ctx) =>
    sql`update catalog.variant set weight_grams = 1200 where id = ${pot.variantId}`.execute(ctx.db),
  )
  await bob.call(assign, { profileId: bulky.id, add: [sofa.productId] })

  const lines = [{ variantId: pot.variantId, quantity: 2 }]
  const { subtotal, tried } = await bob.call(why, { lines, country: 'DE', postalCode: '20457' })
  assert.deepEqual(subtotal, eur(3000))
  assert.deepEqual(
    tried.map(({ name, price, reason, message }) => [name, price?.amount, reason, message]),
    [
      ['Parcel', 490, null, null],
      ['weighed', 350, null, null],
      [
        'letter',
        undefined,
        'too_heavy',
        'Together the goods are heavier than the 500 g that may go this way.',
      ],
    ],
  )
  assert.deepEqual(tried[1]!.parts, [
    {
      profileId: null,
      measure: 'weight_grams',
      measured: 2400,
      base: eur(200),
      added: eur(150),
      free: false,
      price: eur(350),
    },
  ])
  const both = await bob.call(why, {
    lines: [...lines, { variantId: sofa.variantId, quantity: 1 }],
    country: 'DE',
  })
  assert.deepEqual(
    both.tried.map(({ price, parts }) => [price?.amount, parts.length, parts[0]?.free]),
    [
      [0, 1, true],
      [3250, 2, false],
      [undefined, 0, undefined],
    ],
  )
  const abroad = await bob.call(why, { lines, country: 'US' })
  assert.deepEqual([...new Set(abroad.tried.map(({ reason }) => reason))], ['elsewhere'])
})

test('a variant without a price is named; nobody asks without the right', async () => {
  const { variantId } = await shop.goods()
  const ask = { lines: [{ variantId, quantity: 1 }], country: 'DE' }
  await assert.rejects(bob.call(why, { ...ask, currency: 'JPY' }), { code: 'invalid_input' })
  await assert.rejects(bob.call(why, { ...ask, lines: [{ variantId: shop.storeId, quantity: 1 }] }), {
    errors: [
      {
        path: 'lines.0.variantId',
        code: 'unknown',
        message: 'There is no such variant with a price in EUR.',
      },
    ],
  })
  await assert.rejects(shop.alice.call(why, ask), { code: 'forbidden' })
})

test('every reason has a sentence of its own', () => {
  const sentences = REFUSED.map((reason) =>
    refusalInWords(
      { reason, profileId: null, measure: 'weight_grams', limit: 31_500 },
      { currency: 'EUR', profile: null },
    ),
  )
  assert.equal(new Set(sentences).size, REFUSED.length)
  const limited = (measure: 'value' | 'items' | 'volume_ccm', limit: number) =>
    refusalInWords({ reason: 'below', profileId: null, measure, limit }, { currency: 'EUR', profile: null })
  assert.equal(limited('value', 2500), 'This way is for orders of at least 25.00 EUR.')
  assert.equal(limited('items', 1), 'This way is for orders of at least 1 piece.')
  assert.equal(limited('volume_ccm', 1500), 'This way is for orders of at least 1.5 litres.')
})
