/** Businesses buy by their tax id: asked about online, taxed or not, and with the evidence on the order. */
import assert from 'node:assert/strict'
import { after, beforeEach, test } from 'node:test'
import { sql } from 'kysely'
import { days, minutes } from '#kit/clock.ts'
import { newId } from '#kit/id.ts'
import { ADDRESS, readyCart } from '#testing/carts.ts'
import { BACK, mailsTo, payNow } from '#testing/orders.ts'
import { openShop, type Person } from '#testing/shop.ts'
import { createHttp } from '../../surfaces/http.ts'
import { UNKNOWN, openViesTwin } from '../../adapters/vies/twin.ts'
import { get as profile } from '../customers/profile/get.ts'
import { refund } from '../orders/admin/refund.ts'
import { get as getOrder } from '../orders/admin/get.ts'
import { place } from '../orders/place.ts'
import { list as markets } from '../settings/markets/list.ts'
import { update as updateMarket } from '../settings/markets/update.ts'
import { update as settings } from '../tax/settings/update.ts'
import { create } from './create.ts'
import { get } from './get.ts'
import { setDetails } from './set-details.ts'
import { setTaxId } from './set-tax-id.ts'

const twin = await openViesTwin()
const shop = await openShop({ adapters: { VIES_URL: `${twin.url}/` } })
const http = await createHttp(shop.app)
after(async () => {
  await http.close()
  await shop.close()
  await twin.close()
})
const { alice, bob } = shop
beforeEach(() => {
  twin.fault = null
  twin.asked.length = 0
})
await bob.call(settings, { ownTaxId: 'DE 136695976' })

const VIENNA = { ...ADDRESS, line1: 'Ring 1', postalCode: '1010', city: 'Wien', country: 'AT' }
const AUSTRIAN = 'ATU13585627'
const acme = { companyName: 'ACME GmbH', taxId: 'atu 1358 5627' }
const tea = await shop.goods({ price: 1999, stock: 1000 })
const cup = await shop.goods({ price: 333, stock: 1000, taxCategory: 'reduced' })

async function cartTo(address: typeof ADDRESS, buyer: Person = shop.guest()) {
  const { id: cartId } = await readyCart(shop, buyer, { of: tea, quantity: 2 }, { of: cup })
  const cart = await buyer.call(setDetails, { cartId, shippingAddress: address })
  return { buyer, cartId, cart }
}
const inside = (amount: number, rate: number) => Math.round((amount * rate) / (100 + rate))

test('a business of another member state buys without the tax that the prices include; cart, order, mail and receipt say why', async () => {
  const { buyer, cartId, cart } = await cartTo(VIENNA)
  assert.equal(cart.taxDecision, null)
  const relieved = await buyer.call(setTaxId, { cartId, ...acme })
  const { totals, taxDecision, lines } = relieved
  const relief = [inside(3998, 19), inside(333, 7), inside(490, 19)]
  const whole = relief[0]! + relief[1]! + relief[2]!
  assert.deepEqual(
    [relieved.companyName, relieved.taxId, taxDecision!.outcome, taxDecision!.isRelieved],
    ['ACME GmbH', AUSTRIAN, 'reverse_charge', true],
  )
  assert.match(taxDecision!.note, /^Reverse charge: .*Article 138.*Article 196/)
  assert.equal(totals.taxRelief.amount, whole)
  assert.equal(totals.tax.amount, 0)
  assert.equal(totals.total.amount, cart.totals.total.amount - whole)
  assert.deepEqual(
    lines.map((line) => [line.unitPrice.amount, line.taxRelief.amount, line.total.amount]),
    [
      [1999, relief[0], 3998 - relief[0]!],
      [333, relief[1], 333 - relief[1]!],
    ],
    'the listed price stays what it was',
  )
  assert.deepEqual(
    totals.taxes.map(({ name, rateBasisPoints, base, amount }) => [
      name,
      rateBasisPoints,
      base.amount,
      amount.amount,
    ]),
    [['Reverse charge', 0, totals.total.amount, 0]],
  )
  assert.deepEqual(twin.asked, [
    {
      countryCode: 'AT',
      vatNumber: 'U13585627',
      requesterMemberStateCode: 'DE',
      requesterNumber: '136695976',
    },
  ])

  const order = await payNow(
    shop,
    await buyer.call(place, { cartId, ...BACK, expectedTotal: totals.total }, { key: newId() }),
  )
  assert.equal(order.state, 'confirmed')
  assert.deepEqual(order.totals, totals)
  assert.deepEqual([order.companyName, order.taxId], ['ACME GmbH', AUSTRIAN])
  assert.deepEqual(order.taxDecision, taxDecision)
  assert.ok(
    order.taxDecision!.checkedAt && order.taxDecision!.consultationNumber,
    'the evidence is on the order',
  )
  const [mail] = await mailsTo(shop, buyer.email)
  assert.match(mail!.text, /Tax not charged: -€7\.38/)
  assert.match(mail!.text, /Reverse charge: no VAT is charged/)
  assert.match(mail!.text, /ACME GmbH, ATU13585627/)
  const receipt = (await http.inject(order.documents[0]!.url)).body
  assert.match(receipt, /Reverse charge: no VAT is charged/)
  assert.match(receipt, /ACME GmbH, tax id ATU13585627/)

  const [first] = order.lines
  await bob.call(
    refund,
    { orderId: order.id, lines: [{ orderLineId: first!.id, quantity: 1 }], reason: 'Broken' },
    { key: newId() },
  )
  const { refunds } = await bob.call(getOrder, { orderId: order.id })
  assert.deepEqual([refunds[0]!.amount.amount, refunds[0]!.tax.amount], [(3998 - relief[0]!) / 2, 0])
  await bob.call(refund, { orderId: order.id, reason: 'The rest' }, { key: newId() })
  const given = await bob.call(getOrder, { orderId: order.id })
  assert.equal(
    given.refunds.reduce((sum, { amount }) => sum + amount.amount, 0),
    totals.total.amount,
  )
  await shop.invariants()
})

test('with taxes on the whole, and told without them, no tax is charged either', async () => {
  const [market] = (await bob.call(markets, {})).items
  for (const given of [{ taxRounding: 'total' as const }, { pricesIncludeTax: false }]) {
    await bob.call(updateMarket, { marketId: market!.id, ...given })
    const { buyer, cartId, cart } = await cartTo(VIENNA)
    const { totals } = await buyer.call(setTaxId, { cartId, ...acme })
    assert.equal(totals.tax.amount, 0)
    assert.equal(totals.taxRelief.amount, given.pricesIncludeTax === false ? 0 : cart.totals.tax.amount)
    assert.equal(totals.total.amount, cart.totals.total.amount - cart.totals.tax.amount)
    await payNow(shop, await buyer.call(place, { cartId, ...BACK }, { key: newId() }))
  }
  await bob.call(updateMarket, { marketId: market!.id, taxRounding: 'line', pricesIncludeTax: true })
  await shop.invariants()
})

test('at home, for goods that stay, outside the Union and with an id that nobody has, tax is charged, and the order says why', async () => {
  const cases: [taxId: string, address: typeof ADDRESS, outcome: string][] = [
    ['DE136695976', VIENNA, 'domestic'],
    [AUSTRIAN, ADDRESS, 'not_abroad'],
    ['GB980780684', VIENNA, 'outside_union'],
    [UNKNOWN, VIENNA, 'invalid_id'],
  ]
  for (const [taxId, address, outcome] of cases) {
    const { buyer, cartId, cart } = await cartTo(address)
    const kept = await buyer.call(setTaxId, { cartId, companyName: 'ACME', taxId })
    assert.equal(kept.taxDecision!.outcome, outcome)
    assert.equal(kept.taxDecision!.isRelieved, false)
    assert.deepEqual(kept.totals, cart.totals)
    const { order } = await buyer.call(place, { cartId, ...BACK }, { key: newId() })
    assert.equal(order.taxDecision!.outcome, outcome)
  }
  await shop.invariants()
})

test('what goes elsewhere by the same cart is decided anew, and null takes the business away', async () => {
  const { buyer, cartId } = await cartTo(VIENNA)
  await buyer.call(setTaxId, { cartId, ...acme })
  const home = await buyer.call(setDetails, { cartId, shippingAddress: ADDRESS })
  assert.equal(home.taxDecision!.outcome, 'not_abroad')
  assert.equal(home.totals.taxRelief.amount, 0)
  const none = await buyer.call(setTaxId, { cartId, companyName: null, taxId: null })
  assert.deepEqual([none.companyName, none.taxId, none.taxDecision], [null, null, null])
})

test('an office that is away: the tax is charged until it has answered, and nobody waits', async () => {
  for (const fault of ['away', 'garbage', 'another', 'silent'] as const) {
    twin.fault = fault
    const { buyer, cartId } = await cartTo(VIENNA)
    const taxId = {
      away: 'FR40303265045',
      garbage: 'IT00743110157',
      another: 'NL010000446B01',
      silent: 'ESA13585625',
    }[fault]
    const waiting = await buyer.call(setTaxId, { cartId, companyName: 'Autre', taxId })
    assert.equal(waiting.taxDecision!.outcome, 'unchecked')
    assert.equal(waiting.totals.taxRelief.amount, 0)
    twin.fault = null
    await shop.job('tax.checkIds')
    assert.equal(
      (await buyer.call(get, { cartId })).taxDecision!.outcome,
      'unchecked',
      'not asked again at once',
    )
    shop.clock.forward(minutes(11))
    await shop.job('tax.checkIds')
    const checked = await buyer.call(get, { cartId })
    assert.equal(checked.taxDecision!.outcome, 'reverse_charge')
    assert.ok(checked.totals.taxRelief.amount > 0)
  }
})

test('a store may accept for now: the order is without tax, it is asked about again, and staff are told the answer', async () => {
  await bob.call(settings, { whenUnanswered: 'accept' })
  twin.fault = 'away'
  const { buyer, cartId } = await cartTo(VIENNA)
  const accepted = await buyer.call(setTaxId, { cartId, companyName: 'Nouveau', taxId: 'LU15027442' })
  assert.deepEqual([accepted.taxDecision!.outcome, accepted.taxDecision!.checkedAt], ['reverse_charge', null])
  const order = await payNow(shop, await buyer.call(place, { cartId, ...BACK }, { key: newId() }))
  assert.equal(order.taxDecision!.checkedAt, null)
  twin.fault = null
  shop.clock.forward(minutes(11))
  await shop.job('tax.checkIds')
  await shop.settle()
  const { history } = await bob.call(getOrder, { orderId: order.id })
  assert.ok(history.some(({ kind }) => kind === 'tax_id_valid'))
  await bob.call(settings, { whenUnanswered: 'charge' })
  await shop.job('orders.expire')
  await shop.invariants()
})

test('an answer that is older than the store wants is asked for anew, by the next change of the cart', async () => {
  const { buyer, cartId } = await cartTo(VIENNA)
  await buyer.call(setTaxId, { cartId, ...acme })
  shop.clock.forward(days(2))
  twin.asked.length = 0
  assert.equal((await buyer.call(get, { cartId })).taxDecision!.outcome, 'unchecked')
  await buyer.call(setDetails, { cartId, shippingAddress: VIENNA })
  await shop.settle()
  await shop.job('tax.checkIds')
  assert.equal(twin.asked.length, 1)
  assert.equal((await buyer.call(get, { cartId })).taxDecision!.outcome, 'reverse_charge')
})

test('who asks about one id at once asks once, and a fresh answer is not asked for again', async () => {
  const { buyer, cartId } = await cartTo(VIENNA)
  await buyer.call(setTaxId, { cartId, ...acme })
  assert.equal(twin.asked.length, 0, 'answered a moment ago')
})

test('a member’s business is kept, and stands in their next cart', async () => {
  const { cartId } = await cartTo(VIENNA, alice)
  await alice.call(setTaxId, { cartId, ...acme })
  const { companyName, taxId } = await alice.call(profile, {})
  assert.deepEqual([companyName, taxId], ['ACME GmbH', AUSTRIAN])
  await alice.call(place, { cartId, ...BACK }, { key: newId() })
  const { rows } = await sql<{
    n: number
  }>`update cart.cart set state = 'merged' where id = ${cartId} returning 1`.execute(shop.app.pool.db)
  assert.equal(rows.length, 1)
  const next = await alice.call(create, {})
  assert.deepEqual([next.companyName, next.taxId], ['ACME GmbH', AUSTRIAN])
})

test('what is no tax id, or has no company, is refused by its field and changes nothing; a stranger may not', async () => {
  const { buyer, cartId, cart } = await cartTo(VIENNA)
  const refused = (given: { companyName: string | null; taxId: string | null }, path: string) =>
    assert.rejects(buyer.call(setTaxId, { cartId, ...given }), (error: { errors?: { path: string }[] }) => {
      assert.equal(error.errors?.[0]?.path, path)
      return true
    })
  await refused({ companyName: 'ACME', taxId: 'ATU13585628' }, 'taxId')
  await refused({ companyName: 'ACME', taxId: 'hello' }, 'taxId')
  await refused({ companyName: null, taxId: AUSTRIAN }, 'companyName')
  assert.equal((await buyer.call(get, { cartId })).version, cart.version)
  await assert.rejects(shop.charlie.call(setTaxId, { cartId, ...acme }), { code: 'not_found' })
})

test('an answer is evidence: the database lets nobody change or remove it', async () => {
  for (const change of [
    sql`update tax.id_check set consultation_number = 'X' where answered_at is not null`,
    sql`delete from tax.id_check where answered_at is not null`,
  ])
    await assert.rejects(change.execute(shop.app.pool.db))
})
