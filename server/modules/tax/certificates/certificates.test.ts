/** Bob notes by which papers customers and companies buy without tax, where and how long; they end by themselves. */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { sql } from 'kysely'
import { days } from '#kit/clock.ts'
import { newId } from '#kit/id.ts'
import { ADDRESS, readyCart } from '#testing/carts.ts'
import { BACK, payNow } from '#testing/orders.ts'
import { openShop, type Person } from '#testing/shop.ts'
import { get as getCart } from '../../cart/get.ts'
import { setDetails } from '../../cart/set-details.ts'
import { changeMembers } from '../../customers/companies/change-members.ts'
import { create as createCompany } from '../../customers/companies/create.ts'
import { storeFile } from '../../media/index.ts'
import { place } from '../../orders/place.ts'
import { list as markets } from '../../settings/markets/list.ts'
import { update as updateMarket } from '../../settings/markets/update.ts'
import { list as categories } from '../categories/list.ts'
import { set as setRate } from '../rates/set.ts'
import { why } from '../why.ts'
import { archive } from './archive.ts'
import { create } from './create.ts'
import { list } from './list.ts'
import { update } from './update.ts'

const shop = await openShop({ now: new Date('2026-03-02T10:00:00.000Z') })
after(() => shop.close())
const { alice, bob, charlie } = shop
const tea = await shop.goods({ price: 1999, stock: 1000 })
const GERMAN = { kind: 'diplomatic' as const, number: ' D  77 ', country: 'DE', validFrom: '2026-03-01' }

async function lookAt(buyer: Person, address = ADDRESS) {
  const { id: cartId } = await readyCart(shop, buyer, { of: tea })
  return buyer.call(setDetails, { cartId, shippingAddress: address })
}
const outcomeOf = async (buyer: Person, cartId: string) =>
  (await buyer.call(getCart, { cartId })).taxDecision?.outcome ?? null

test('a customer’s certificate exempts in its country and time, ends by itself, and the order keeps its number', async () => {
  const before = await lookAt(alice)
  assert.equal(before.taxDecision, null)
  const made = await bob.call(create, { ...GERMAN, customerId: alice.id, validTo: '2026-03-03' })
  assert.equal(made.number, 'D 77')
  const now = await alice.call(getCart, { cartId: before.id })
  assert.deepEqual(
    [now.taxDecision!.outcome, now.taxDecision!.certificateNumber, now.taxDecision!.note],
    ['certificate', 'D 77', 'Exempt from tax by certificate D 77.'],
  )
  assert.equal(now.totals.taxRelief.amount, before.totals.tax.amount)
  assert.deepEqual([now.totals.tax.amount, now.totals.taxes.map(({ name }) => name)], [0, ['Exempt']])
  assert.equal(await outcomeOf(charlie, (await lookAt(charlie)).id), null, 'nobody else’s')
  assert.equal(
    (
      await alice.call(setDetails, {
        cartId: before.id,
        shippingAddress: { ...ADDRESS, country: 'AT', postalCode: '1010' },
      })
    ).taxDecision,
    null,
  )
  await alice.call(setDetails, { cartId: before.id, shippingAddress: ADDRESS })

  shop.clock.forward(days(1))
  assert.equal(await outcomeOf(alice, before.id), 'certificate', 'the last day is in it')
  shop.clock.forward(days(1))
  assert.equal(await outcomeOf(alice, before.id), null, 'it has run out')
  await bob.call(update, { certificateId: made.id, validTo: null })
  const order = await payNow(shop, await alice.call(place, { cartId: before.id, ...BACK }, { key: newId() }))
  assert.deepEqual([order.taxDecision!.certificateNumber, order.totals.tax.amount], ['D 77', 0])
  assert.equal(order.totals.taxRelief.amount, before.totals.tax.amount)
  await bob.call(archive, { certificateId: made.id })
  const next = await lookAt(alice)
  assert.equal(next.taxDecision, null)
  await shop.invariants()
})

test('a company’s certificate is for whoever belongs to it', async () => {
  const { id: companyId } = await bob.call(createCompany, { name: 'Hilfe e.V.' })
  await bob.call(create, { ...GERMAN, kind: 'charity', number: 'G-1', companyId })
  const { id: cartId } = await lookAt(charlie)
  assert.equal(await outcomeOf(charlie, cartId), null)
  await bob.call(changeMembers, { companyId, add: [charlie.id] })
  assert.equal(await outcomeOf(charlie, cartId), 'certificate')
  await bob.call(changeMembers, { companyId, remove: [charlie.id] })
  assert.equal(await outcomeOf(charlie, cartId), null)
})

test('one of a province exempts from its tax and leaves the country’s; tax.why says so step by step', async () => {
  const [standard] = (await bob.call(categories, {})).items.filter(({ key }) => key === 'standard')
  const rate = { categoryId: standard!.id, country: 'CA', startsOn: '2020-01-01' }
  await bob.call(setRate, { ...rate, name: 'GST', rateBasisPoints: 500 })
  await bob.call(setRate, { ...rate, name: 'PST', region: 'BC', layer: 1, rateBasisPoints: 700 })
  const customer = await shop.person('farmer', [])
  await bob.call(create, {
    ...GERMAN,
    kind: 'agriculture',
    country: 'CA',
    region: 'British Columbia',
    customerId: customer.id,
  })
  const ask = (given: { region: string; taxIncluded?: boolean; customerId?: string }) =>
    bob.call(why, { categoryId: standard!.id, country: 'CA', amount: 11_200, ...given })
  const told = await ask({ region: 'BC', customerId: customer.id })
  assert.deepEqual(
    [
      told.net.amount,
      told.tax.amount,
      told.gross.amount,
      told.relief.amount,
      told.taxes.map(({ name }) => name),
    ],
    [11_200, 560, 11_760, 0, ['GST']],
  )
  assert.deepEqual(
    told.reliefSteps.map(({ question, holds }) => [question, holds]),
    [['certificate_holds_there', true]],
  )
  const inside = await ask({ region: 'BC', customerId: customer.id, taxIncluded: true })
  assert.deepEqual(
    [inside.net.amount, inside.tax.amount, inside.gross.amount, inside.relief.amount],
    [10_000, 500, 10_500, 700],
  )
  const elsewhere = await ask({ region: 'ON', customerId: customer.id })
  assert.deepEqual([elsewhere.decision, elsewhere.tax.amount], [null, 560])
  assert.equal((await ask({ region: 'BC' })).tax.amount, 560 + 784, 'of nobody')
})

test('tax.why tells of an id which question it fails', async () => {
  const [standard] = (await bob.call(categories, {})).items
  const ask = (taxId: string, country: string) =>
    bob.call(why, { categoryId: standard!.id, country, amount: 1000, taxIncluded: true, taxId })
  const home = await ask('DE136695976', 'AT')
  assert.deepEqual([home.decision!.outcome, home.reliefSteps.at(-1)!.holds], ['domestic', false])
  const unasked = await ask('ATU13585627', 'AT')
  assert.equal(unasked.decision!.outcome, 'unchecked')
  assert.deepEqual(
    unasked.reliefSteps.map(({ holds }) => holds),
    [true, true, true, true, false],
  )
  assert.match(unasked.reliefSteps[2]!.says, /Article 138/)
  await assert.rejects(ask('DE1', 'AT'), { code: 'invalid_input' })
})

test('staff see what runs out, by its last day', async () => {
  for (const [number, validTo] of [
    ['R-2', '2026-04-20'],
    ['R-1', '2026-04-10'],
    ['R-3', '2026-09-01'],
  ] as const)
    await bob.call(create, { ...GERMAN, number, customerId: charlie.id, validTo })
  const soon = await bob.call(list, { endsFrom: '2026-03-04', endsTo: '2026-04-30' })
  assert.deepEqual(
    soon.items.map(({ number }) => number),
    ['R-1', 'R-2'],
  )
  const all = await bob.call(list, { customerId: charlie.id })
  assert.deepEqual(
    all.items.map(({ number }) => number),
    ['R-1', 'R-2', 'R-3'],
  )
  assert.ok((await bob.call(list, {})).items.some(({ validTo }) => validTo === null))
})

test('the paper is a private file; faults are told by their field; who may not is refused; each change is in the audit', async () => {
  const paper = (visibility: 'public' | 'private') =>
    shop.inside((ctx) =>
      storeFile(ctx, {
        name: 'paper.pdf',
        type: 'application/pdf',
        visibility,
        body: Buffer.from('%PDF-1.7\n%%EOF'),
      }),
    )
  const refused = (given: object, path: string) =>
    assert.rejects(
      bob.call(create, { ...GERMAN, ...given } as never),
      (error: { errors?: { path: string }[] }) => {
        assert.equal(error.errors?.[0]?.path, path)
        return true
      },
    )
  await refused({}, 'customerId')
  await refused({ customerId: newId() }, 'customerId')
  await refused({ companyId: newId() }, 'companyId')
  await refused({ customerId: alice.id, validTo: '2026-02-01' }, 'validTo')
  await refused({ customerId: alice.id, fileId: newId() }, 'fileId')
  await refused({ customerId: alice.id, fileId: (await paper('public')).id }, 'fileId')
  const { id: fileId } = await paper('private')
  await assert.rejects(shop.staff('tax.read').call(create, { ...GERMAN, customerId: alice.id }), {
    code: 'forbidden',
  })
  const { id: certificateId } = await bob.call(create, { ...GERMAN, customerId: alice.id, fileId })
  await assert.rejects(bob.call(update, { certificateId, number: 'X', expectedVersion: 9 }), { status: 412 })
  await bob.call(archive, { certificateId })
  await assert.rejects(bob.call(archive, { certificateId }), { code: 'not_found' })
  const { rows } = await sql<{
    n: number
  }>`select count(*)::int as n from kit.audit where subject = 'tax.certificate' and subject_id = ${certificateId}`.execute(
    shop.app.pool.db,
  )
  assert.equal(rows[0]!.n, 2)
})

test('where prices have no tax in them, it is simply not charged', async () => {
  const [market] = (await bob.call(markets, {})).items
  await bob.call(updateMarket, { marketId: market!.id, pricesIncludeTax: false })
  const { id: customerId, ...buyer } = await shop.person('consul', [])
  await bob.call(create, { ...GERMAN, customerId })
  const { totals } = await lookAt({ ...buyer, id: customerId })
  assert.deepEqual([totals.tax.amount, totals.taxRelief.amount, totals.total.amount], [0, 0, 1999 + 490])
})
