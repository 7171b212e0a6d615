/** Bob sells to states with counties, provinces with taxes of their own, and islands outside the Union. */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { openShop } from '#testing/shop.ts'
import { list as categories } from './categories/list.ts'
import { list } from './rates/list.ts'
import { seedUnion } from './rates/seed-union.ts'
import { set } from './rates/set.ts'
import { get as getSettings } from './settings/get.ts'
import { update as updateSettings } from './settings/update.ts'
import { why } from './why.ts'

const shop = await openShop()
after(() => shop.close())
const { bob } = shop
const { items } = await bob.call(categories, {})
const idOf = (key: string) => items.find((each) => each.key === key)!.id
const categoryId = idOf('standard')
const rate = (country: string, name: string, rateBasisPoints: number, more: object = {}) =>
  bob.call(set, { categoryId, country, name, rateBasisPoints, startsOn: '2020-01-01', ...more })
const eur = (amount: number) => ({ amount, currency: 'EUR' })
type Place = { country: string; region?: string; postalCode?: string }
const explained = (to: Place, more: object = {}) =>
  bob.call(why, { categoryId, amount: 10_000, ...to, ...more })
/** The taxes on 100.00, by name. */
const on100 = async (to: Place, more: object = {}) =>
  (await explained(to, more)).taxes.map(({ name, amount }) => `${name} ${amount.amount}`)
const faultOf = (work: Promise<unknown>) =>
  work.then(
    () => null,
    (error: { errors: { path: string; code: string }[] }) =>
      `${error.errors[0]!.path} ${error.errors[0]!.code}`,
  )

test('Canada: the country’s tax and the province’s add up, and where both are one it stands for both', async () => {
  await rate('CA', 'GST', 500)
  await rate('CA', 'PST', 700, { region: 'BC', layer: 1 })
  await rate('CA', 'QST', 997, { region: 'QC', layer: 1, rateHundredths: 50 })
  await rate('CA', 'HST', 1300, { region: 'ON' })
  assert.deepEqual(await on100({ country: 'CA', region: 'BC' }), ['GST 500', 'PST 700'])
  assert.deepEqual(await on100({ country: 'CA', region: ' québec ' }), ['GST 500', 'QST 998'])
  assert.deepEqual(await on100({ country: 'CA', region: 'Ontario' }), ['HST 1300'])
  for (const region of ['AB', 'Nowhere', '']) {
    const to = region === '' ? { country: 'CA' } : { country: 'CA', region }
    assert.deepEqual(await on100(to), ['GST 500'])
  }
})

test('Québec until 2012: the province taxed the country’s tax too, and the day decides', async () => {
  await rate('CA', 'QST', 950, { region: 'QC', layer: 1, compound: true, startsOn: '2012-01-01' })
  await rate('CA', 'QST', 997, { region: 'QC', layer: 1, rateHundredths: 50, startsOn: '2013-01-01' })
  await rate('CA', 'GST', 500, { startsOn: '2008-01-01' })
  const quebec = { country: 'CA', region: 'QC' }
  assert.deepEqual(await on100(quebec, { on: '2012-12-31' }), ['GST 500', 'QST 998'])
  const { steps } = await explained(quebec, { on: '2012-12-31', amount: 1_000_000 })
  assert.match(
    steps.find(({ outcome, layer }) => outcome === 'charged' && layer === 1)!.says,
    /taxes below it/,
  )
  const both = await Promise.all(
    ['2012-12-31', '2013-01-01'].map(async (on) => (await explained(quebec, { on, amount: 1_000_000 })).tax),
  )
  assert.deepEqual(both, [eur(149_750), eur(149_750)], 'the change was made so that nobody paid more')
})

test('the United States: state, county by postal codes, and a district of a few codes', async () => {
  await rate('US', 'New York', 400, { region: 'NY' })
  await rate('US', 'Albany County', 400, { postalFrom: '12201', postalTo: '12288', layer: 1 })
  await rate('US', 'New York City', 450, { postalFrom: '100', postalTo: '104', layer: 1 })
  await rate('US', 'Metro district', 37, { postalFrom: '100', layer: 2, rateHundredths: 50 })
  const at = (postalCode: string) => on100({ country: 'US', region: 'New York', postalCode })
  assert.deepEqual(await at('10001'), ['New York 400', 'New York City 450', 'Metro district 38'])
  assert.deepEqual(await at('10499-1234'), ['New York 400', 'New York City 450'])
  assert.deepEqual(await at('12288'), ['New York 400', 'Albany County 400'])
  for (const code of ['12289', '12200', '13000']) assert.deepEqual(await at(code), ['New York 400'])
  assert.deepEqual(await on100({ country: 'US', region: 'OR', postalCode: '97201' }), ['No tax 0'])
})

test('each step is explained, the narrowest place of a layer first', async () => {
  const to = { country: 'US', region: 'NY', postalCode: '10001' }
  await rate('US', 'Clothes district', 100, { postalFrom: '10001', layer: 2, startsOn: '2030-01-01' })
  const { steps, net, tax, gross, taxes } = await explained(to)
  assert.deepEqual([net, tax, gross], [eur(10_000), eur(888), eur(10_888)])
  assert.deepEqual(
    steps.map(({ layer, name, outcome }) => `${layer} ${name}: ${outcome}`),
    [
      '0 New York: charged',
      '1 New York City: charged',
      '1 Albany County: other_postal_code',
      '2 Metro district: charged',
      '2 Clothes district: later',
    ],
  )
  assert.deepEqual(
    taxes.map(({ rateId }) => rateId),
    steps.filter(({ outcome }) => outcome === 'charged').map(({ rateId }) => rateId),
  )
  const then = await explained(to, { on: '2030-01-01' })
  assert.deepEqual(
    then.steps.filter(({ layer }) => layer === 2).map(({ name, outcome }) => `${name}: ${outcome}`),
    ['Clothes district: charged', 'Metro district: outranked'],
  )
  const inside = await explained(to, { taxIncluded: true })
  assert.deepEqual([inside.gross, inside.net.amount + inside.tax.amount], [eur(10_000), 10_000])
})

test('the Union’s rates are set at once, with the territories that stand outside', async () => {
  const wish = { standardCategoryId: categoryId, reducedCategoryId: idOf('reduced'), startsOn: '2026-03-01' }
  const made = await bob.call(seedUnion, wish)
  assert.ok(made.rates > 54 && made.sources.length > 0)
  const standard = async (to: Place) =>
    (await explained(to)).taxes.map(({ rateBasisPoints }) => rateBasisPoints)
  assert.deepEqual(await standard({ country: 'FI', postalCode: '00100' }), [2550])
  assert.deepEqual(await standard({ country: 'FI', postalCode: '22100' }), [0])
  assert.deepEqual(await standard({ country: 'PT', postalCode: '9000-010' }), [2200])
  assert.deepEqual(await standard({ country: 'ES', postalCode: '35001' }), [0])
  assert.deepEqual(await standard({ country: 'HU', postalCode: '1011' }), [2700])
  assert.deepEqual(await on100({ country: 'FR' }, { categoryId: idOf('reduced') }), ['TVA 1000'])
  assert.deepEqual(await on100({ country: 'DK' }, { categoryId: idOf('reduced') }), ['Moms 2500'])
  const { items: german } = await bob.call(list, { country: 'DE', categoryId })
  assert.deepEqual(
    german.filter(({ postalFrom }) => postalFrom === null).map(({ startsOn, endsOn }) => [startsOn, endsOn]),
    [
      ['2020-01-01', '2026-03-01'],
      ['2026-03-01', null],
    ],
  )
  await bob.call(seedUnion, wish)
  await shop.invariants()
})

test('below the threshold a store of the Union charges the rates of home; beyond it those of where goods go', async () => {
  const standard = { ownTaxId: null, idCheckDays: 1, whenUnanswered: 'charge' }
  assert.deepEqual(await bob.call(getSettings, {}), { unionSales: 'destination', ...standard, version: 1 })
  const french = { country: 'FR', postalCode: '75001' }
  const taxedIn = async (to: Place) => {
    const { taxedIn: country, tax } = await explained(to)
    return [country, tax.amount]
  }
  assert.deepEqual(await taxedIn(french), ['FR', 2000])
  const changed = await bob.call(updateSettings, { unionSales: 'origin', expectedVersion: 1 })
  assert.deepEqual(changed, { unionSales: 'origin', ...standard, version: 2 })
  assert.deepEqual(await taxedIn(french), ['DE', 1900])
  assert.deepEqual(await taxedIn({ country: 'US', region: 'NY' }), ['US', 400], 'outside the Union as before')
  assert.deepEqual(
    await taxedIn({ country: 'ES', postalCode: '38001' }),
    ['ES', 0],
    'the Canaries are outside',
  )
  await assert.rejects(bob.call(updateSettings, { unionSales: 'origin', expectedVersion: 1 }), {
    status: 412,
  })
  await bob.call(updateSettings, { unionSales: 'destination' })
})

test('faults are named, and only staff with the right learn or change', async () => {
  const faults: [string, () => Promise<unknown>][] = [
    ['compound nothing_below', () => rate('CA', 'X', 1, { compound: true })],
    ['postalFrom missing', () => rate('CA', 'X', 1, { postalTo: '1' })],
    ['postalTo too_low', () => rate('CA', 'X', 1, { postalFrom: '2', postalTo: '1' })],
    ['postalFrom postal_code', () => rate('CA', 'X', 1, { postalFrom: '--' })],
    ['postalTo postal_code', () => rate('CA', 'X', 1, { postalFrom: '1', postalTo: '-' })],
    ['rateHundredths too_large', () => rate('CA', 'X', 10_000, { rateHundredths: 1 })],
    [
      'reducedCategoryId unknown',
      () =>
        bob.call(seedUnion, {
          standardCategoryId: categoryId,
          reducedCategoryId: shop.storeId,
          startsOn: '2026-01-01',
        }),
    ],
    ['categoryId unknown', () => explained({ country: 'CA' }, { categoryId: shop.storeId })],
    ['amount too_small', () => explained({ country: 'CA' }, { amount: -1 })],
  ]
  for (const [fault, work] of faults) assert.equal(await faultOf(work()), fault)
  const reader = shop.staff('tax.read')
  await reader.call(getSettings, {})
  await assert.rejects(reader.call(updateSettings, { unionSales: 'origin' }), { code: 'forbidden' })
  await assert.rejects(shop.alice.call(why, { categoryId, country: 'DE', amount: 1 }), {
    code: 'forbidden',
  })
})
