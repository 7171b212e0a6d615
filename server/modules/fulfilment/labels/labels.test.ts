/** Labels for parcels: bought once whatever is lost on the way, followed by the buyer, given back before they are used. */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { sql } from 'kysely'
import { minutes, seconds } from '#kit/clock.ts'
import { newId } from '#kit/id.ts'
import { mailsTo, orderWhen, paid } from '#testing/orders.ts'
import { openShop } from '#testing/shop.ts'
import { update } from '../../delivery/methods/update.ts'
import { create as link } from '../../media/links/create.ts'
import { get } from '../../orders/admin/get.ts'
import { readShipments } from '../shipment.ts'
import { create } from '../shipments/create.ts'
import { buy } from './buy.ts'
import type { Label } from './label.ts'
import { list } from './list.ts'
import { reconcile } from './reconcile.ts'
import { voidLabel } from './void.ts'

const shop = await openShop({ poolSize: 20 })
after(() => shop.close())
const { bob } = shop
const carrier = await shop.carrier()
const tea = await shop.goods({ name: 'Green tea', stock: 1000 })
const chosen = { carrier: 'sandbox', service: 'standard' }

async function parcel() {
  const buyer = shop.guest()
  const order = await paid(shop, buyer, { of: tea, quantity: 2 })
  const shipment = await bob.call(create, { orderId: order.id })
  return { buyer, order, shipmentId: shipment.id }
}

const parcelNow = (shipmentId: string) =>
  shop.inside(async (ctx) => (await readShipments(ctx, sql`s.id = ${shipmentId}`, 1))[0]!)
const trackedOf = async (shipmentId: string) => (await parcelNow(shipmentId)).tracking.map(({ kind }) => kind)

const buyFor = (shipmentId: string, key = newId(), more = {}) =>
  bob.call(buy, { shipmentId, ...chosen, ...more }, { key })
const labelsOf = async (shipmentId: string) => (await bob.call(list, { shipmentId })).items
const stateOf = async (shipmentId: string) => (await labelsOf(shipmentId)).map(({ state }) => state)

const pages = `${shop.app.config.publicUrl}/sandbox/carrier`

/** The carrier's page, as a person there presses a button of it. */
async function press(label: Label, step: string) {
  const body = new URLSearchParams({ step })
  const answer = await fetch(`${pages}/parcels/${label.trackingCode}`, {
    method: 'POST',
    body,
    redirect: 'manual',
  })
  assert.equal(answer.status, 303)
  await carrier.tell()
}

const system = { actor: { kind: 'system', name: 'test' } as const, hint: { storeId: shop.storeId } }
async function differences() {
  const since = new Date(0).toISOString()
  return (await shop.app.invoke(reconcile, { since }, system)).differences
}

/** What a worker would do once the carrier is to be asked again. */
async function later() {
  shop.clock.forward(minutes(1))
  await shop.job('fulfilment.askCarriers')
}

test('a label is bought: code, cost and private file; the buyer can follow the parcel', async () => {
  const { buyer, order, shipmentId } = await parcel()
  const label = await buyFor(shipmentId)
  assert.deepEqual(
    [label.state, label.cost, label.carrier, label.format],
    ['bought', { amount: 510, currency: 'EUR' }, 'sandbox', 'pdf'],
  )
  const { url } = await bob.call(link, { fileId: label.fileId! })
  assert.match(url, /\/downloads\//)
  const mail = (await mailsTo(shop, buyer.email)).at(-1)!
  assert.equal(mail.subject, `Follow your order ${order.number}`)
  assert.match(mail.text, new RegExp(`by Sandbox Carrier under ${label.trackingCode}`))
  assert.match(mail.text, new RegExp(`/sandbox/carrier/parcels/${label.trackingCode}`))
  await assert.rejects(buyFor(shipmentId), { code: 'fulfilment.label_there', details: { labelId: label.id } })
  assert.deepEqual(await differences(), [])
  await shop.invariants()
})

test('without saying which, it is of the carrier that named the price', async () => {
  const { shipmentId } = await parcel()
  await assert.rejects(bob.call(buy, { shipmentId }, { key: newId() }), (error: any) => {
    assert.equal(error.errors[0].path, 'carrier')
    return true
  })
  const live = { carrier: 'sandbox', service: 'express', markupBasisPoints: 0, answerWithinMs: 500 }
  await bob.call(update, { methodId: shop.methodId, live })
  const label = await bob.call(buy, { shipmentId, format: 'zpl' }, { key: newId() })
  assert.deepEqual([label.state, label.service, label.format], ['bought', 'express', 'zpl'])
  await bob.call(update, { methodId: shop.methodId, live: null })
})

test('however many press at once, with one key or many, it is one label', async () => {
  const { shipmentId } = await parcel()
  const keys = [newId(), newId(), newId()]
  const presses = await Promise.allSettled([...keys, ...keys].map((key) => buyFor(shipmentId, key)))
  const bought = presses.flatMap((press) => (press.status === 'fulfilled' ? press.value.id : []))
  assert.equal(new Set(bought).size, 1)
  for (const each of presses)
    if (each.status === 'rejected')
      assert.ok(
        ['fulfilment.label_there', 'idempotency_in_progress'].includes(each.reason.code),
        each.reason.code,
      )
  assert.deepEqual(await stateOf(shipmentId), ['bought'])
  assert.deepEqual(await differences(), [])
})

for (const [fault, what] of [
  ['before', 'the question is lost'],
  ['after', 'the answer is lost'],
] as const)
  test(`${what}: it is asked again until there is one label, and the same key answers the same`, async () => {
    const { shipmentId } = await parcel()
    carrier.plan({ [fault]: 1 })
    const key = newId()
    const label = await buyFor(shipmentId, key)
    assert.deepEqual([label.state, label.trackingCode], ['asked', null])
    await assert.rejects(buyFor(shipmentId), { code: 'fulfilment.label_there' })
    await later()
    assert.deepEqual(await stateOf(shipmentId), ['asked'])
    assert.deepEqual(await differencesWhenUp(), [])
    shop.clock.forward(minutes(10))
    await Promise.all([
      shop.job('fulfilment.askCarriers'),
      shop.job('fulfilment.askCarriers'),
      buyFor(shipmentId, key),
    ])
    assert.deepEqual(await stateOf(shipmentId), ['bought'])
    assert.equal((await buyFor(shipmentId, key)).id, label.id)
    assert.deepEqual(await differences(), [])
    await shop.invariants()
  })

async function differencesWhenUp() {
  carrier.plan({})
  return differences()
}

test('a carrier that fails a third of the time sells each parcel one label, and takes each back once', async () => {
  const parcels = await Promise.all(Array.from({ length: 6 }, parcel))
  carrier.plan({ seed: 7, before: 0.2, after: 0.3 })
  await Promise.all(parcels.map(({ shipmentId }) => buyFor(shipmentId)))
  for (let tries = 0; tries < 30; tries++) {
    shop.clock.forward(minutes(10))
    await shop.job('fulfilment.askCarriers')
  }
  const labels = (await Promise.all(parcels.map(({ shipmentId }) => labelsOf(shipmentId)))).flat()
  assert.deepEqual(
    labels.map(({ state }) => state),
    Array.from({ length: 6 }, () => 'bought'),
  )
  await Promise.all(labels.map(({ id }) => bob.call(voidLabel, { labelId: id }, { key: newId() })))
  for (let tries = 0; tries < 30; tries++) {
    shop.clock.forward(minutes(10))
    await shop.job('fulfilment.askCarriers')
  }
  for (const { shipmentId } of parcels) assert.deepEqual(await stateOf(shipmentId), ['voided'])
  assert.deepEqual(await differencesWhenUp(), [])
  await shop.invariants()
})

test('what the carrier refuses is refused for good, and another may be tried', async () => {
  const { shipmentId } = await parcel()
  const heavy = await shop.goods({ name: 'Anvil', stock: 10 })
  await shop.app.pool.pg.query('update catalog.variant set weight_grams = 40000 where id = $1', [
    heavy.variantId,
  ])
  const order = await paid(shop, shop.guest(), { of: heavy })
  const anvil = await bob.call(create, { orderId: order.id })
  const key = newId()
  for (let times = 0; times < 2; times++)
    await assert.rejects(buyFor(anvil.id, key), {
      code: 'fulfilment.label_refused',
      details: { code: 'not_carried' },
    })
  assert.deepEqual(await stateOf(anvil.id), ['refused'])
  assert.deepEqual(await differences(), [])
  assert.equal((await buyFor(shipmentId)).state, 'bought')
})

test('a label is given back before it is used, once, and another may be bought', async () => {
  const { shipmentId } = await parcel()
  const first = await buyFor(shipmentId)
  const key = newId()
  const presses = await Promise.allSettled(
    [1, 2, 3].map(() => bob.call(voidLabel, { labelId: first.id }, { key })),
  )
  assert.ok(presses.some((press) => press.status === 'fulfilled'))
  assert.deepEqual(await stateOf(shipmentId), ['voided'])
  assert.equal((await bob.call(voidLabel, { labelId: first.id }, { key })).state, 'voided')
  await assert.rejects(bob.call(voidLabel, { labelId: first.id }, { key: newId() }), {
    code: 'fulfilment.label_used',
  })
  const second = await buyFor(shipmentId)
  assert.notEqual(second.trackingCode, first.trackingCode)
  assert.deepEqual(await stateOf(shipmentId), ['bought', 'voided'])
  await press(second, 'in_transit')
  assert.equal((await parcelNow(shipmentId)).state, 'shipped')
  await assert.rejects(bob.call(voidLabel, { labelId: second.id }, { key: newId() }), {
    code: 'fulfilment.label_used',
  })
  await assert.rejects(bob.call(voidLabel, { labelId: newId() }, { key: newId() }), { code: 'not_found' })
})

test('the carrier says no to giving back what it has scanned, before we heard of it', async () => {
  const { shipmentId } = await parcel()
  const label = await buyFor(shipmentId)
  shop.receiveWebhooks = false
  await press(label, 'in_transit')
  const key = newId()
  for (let times = 0; times < 2; times++)
    await assert.rejects(bob.call(voidLabel, { labelId: label.id }, { key }), {
      code: 'fulfilment.label_refused',
    })
  shop.receiveWebhooks = true
  assert.deepEqual(await stateOf(shipmentId), ['bought'])
  await shop.invariants()
})

test('on its way, nobody there, delivered: each is noted once, and the parcel arrives', async () => {
  const { order, shipmentId, buyer } = await parcel()
  const label = await buyFor(shipmentId)
  carrier.plan({ copies: 4 })
  for (const step of ['in_transit', 'exception', 'delivered']) {
    shop.clock.forward(seconds(60))
    await press(label, step)
  }
  carrier.plan({})
  await orderWhen(shop, order.id, ({ state }) => state === 'completed')
  assert.equal((await parcelNow(shipmentId)).state, 'delivered')
  assert.deepEqual(await trackedOf(shipmentId), ['in_transit', 'exception', 'delivered'])
  const arrived = (await mailsTo(shop, buyer.email)).filter(({ subject }) => subject.endsWith('has arrived'))
  assert.equal(arrived.length, 1)
  await shop.invariants()
})

test('news that come late and out of order leave the parcel where it was last', async () => {
  const { order, shipmentId } = await parcel()
  const label = await buyFor(shipmentId)
  shop.receiveWebhooks = false
  await press(label, 'in_transit') // not taken: told again later
  shop.receiveWebhooks = true
  await press(label, 'delivered')
  await orderWhen(shop, order.id, ({ state }) => state === 'completed')
  shop.clock.forward(minutes(1))
  await carrier.tell()
  assert.deepEqual((await trackedOf(shipmentId)).toSorted(), ['delivered', 'in_transit'])
  assert.equal((await bob.call(get, { orderId: order.id })).state, 'completed')
  await shop.invariants()
})

test('a parcel that comes back is said to', async () => {
  const { order, shipmentId } = await parcel()
  const label = await buyFor(shipmentId)
  await press(label, 'in_transit')
  await press(label, 'returned')
  assert.equal((await parcelNow(shipmentId)).state, 'returned_to_sender')
  assert.equal((await bob.call(get, { orderId: order.id })).state, 'confirmed')
  await shop.invariants()
})

test('a label that only the carrier knows, one that only we know, another cost: all are told', async () => {
  const [{ shipmentId: a }, { shipmentId: b }, { shipmentId: c }] = [
    await parcel(),
    await parcel(),
    await parcel(),
  ]
  const [strange, dear, lost] = [await buyFor(a), await buyFor(b), await buyFor(c)]
  shop.clock.forward(minutes(2))
  const { pg } = shop.app.pool
  await pg.query('update fulfilment.label set id = $2 where id = $1', [strange.id, newId()])
  await pg.query('update fulfilment.label set cost_amount = 1 where id = $1', [dear.id])
  const found = (await differences()).map(({ kind, key }) => [kind, key])
  assert.ok(found.some(([kind, key]) => kind === 'missing_here' && key === strange.id))
  assert.ok(found.some(([kind, key]) => kind === 'cost' && key === dear.id))
  assert.equal(found.filter(([kind]) => kind === 'missing_there').length, 1)
  assert.ok(!found.some(([, key]) => key === lost.id))
  carrier.plan({ before: 1 })
  await assert.rejects(differences(), { code: 'fulfilment.carrier_unavailable' })
  carrier.plan({})
})

test('only for what is on its way to an address, and only by who may', async () => {
  const { shipmentId, order } = await parcel()
  await assert.rejects(shop.staff('orders.write').call(buy, { shipmentId, ...chosen }, { key: newId() }), {
    code: 'forbidden',
  })
  await assert.rejects(bob.call(buy, { shipmentId, ...chosen }), { code: 'idempotency_key_needed' })
  await assert.rejects(buyFor(newId()), { code: 'not_found' })
  await assert.rejects(buyFor(shipmentId, newId(), { carrier: 'pigeons' }), { code: 'invalid_input' })
  await assert.rejects(buyFor(shipmentId, newId(), { service: 'by_night' }), { code: 'invalid_input' })
  await shop.app.pool.pg.query('update orders.order set shipping_address = null where id = $1', [order.id])
  await assert.rejects(buyFor(shipmentId), { code: 'fulfilment.no_address' })
})
