/** A carrier's word counts by its signature alone, once, and says nothing to strangers. */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { Webhook } from 'standardwebhooks'
import { isFailure } from '#kit/failure.ts'
import { newId } from '#kit/id.ts'
import { openShop } from '#testing/shop.ts'
import { mailsTo, paid } from '#testing/orders.ts'
import { get } from '../../orders/admin/get.ts'
import { create } from '../shipments/create.ts'
import { list } from './list.ts'
import { carrierWebhook } from './webhook.ts'

const shop = await openShop({ poolSize: 12 })
after(() => shop.close())
const { bob } = shop
const { items } = await bob.call(list, {})
const { webhookSecret } = items.find(({ name }) => name === 'standard')!

async function tell(
  body: string | object,
  given: { secret?: string; name?: string; at?: Date; change?: (bytes: string) => string } = {},
): Promise<number | string> {
  const bytes = typeof body === 'string' ? body : JSON.stringify(body)
  const [id, at] = [newId(), given.at ?? shop.clock.now]
  const request = {
    method: 'POST',
    params: { carrier: given.name ?? 'standard' },
    query: {},
    headers: {
      'webhook-id': id,
      'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
      'webhook-signature': new Webhook(given.secret ?? webhookSecret).sign(id, at, bytes),
    },
    body: Buffer.from(given.change ? given.change(bytes) : bytes),
    stream: null,
  }
  const around = { app: shop.app, address: '', traceId: newId(), call: { hint: { storeId: shop.storeId } } }
  try {
    return (await carrierWebhook.handle(request, around)).status
  } catch (error) {
    if (isFailure(error)) return error.code
    throw error
  }
}

const delivered = (trackingCode: string) => ({ type: 'shipment.delivered', data: { trackingCode } })

async function sentUnder(trackingCode: string) {
  const guest = shop.guest()
  const order = await paid(shop, guest, { of: await shop.goods() })
  await bob.call(create, { orderId: order.id, carrier: 'Post', trackingCode })
  return {
    guest,
    order,
    standing: async () => (await bob.call(get, { orderId: order.id })).fulfilmentStanding,
  }
}

test('staff read the address and the secret; the carrier tells, in ten copies at once, and the parcel arrives once', async () => {
  assert.deepEqual(
    items.map(({ name, webhookUrl }) => [name, webhookUrl]).toSorted(),
    ['sandbox', 'standard'].map((name) => [name, `${shop.app.config.publicUrl}/webhooks/carriers/${name}`]),
  )
  const { guest, order, standing } = await sentUnder('T-1')
  const answers = await Promise.all(Array.from({ length: 10 }, () => tell(delivered('T-1'))))
  assert.deepEqual([...new Set(answers)], [200])
  assert.equal(await standing(), 'delivered')
  const now = await bob.call(get, { orderId: order.id })
  assert.deepEqual(
    now.history.filter((step) => step.kind === 'delivered').map((step) => [step.actor, step.cause]),
    [['system:carrier:standard', 'fulfilment.carrierWebhook']],
  )
  const told = (await mailsTo(shop, guest.email)).filter((mail) => mail.subject.endsWith('has arrived'))
  assert.equal(told.length, 1)
  await shop.invariants()
})

test('what is forged, altered, old, of another kind or unreadable changes nothing', async () => {
  const { standing } = await sentUnder('T-2')
  const refused = 'fulfilment.webhook_refused'
  const strangers = `whsec_${Buffer.from('a secret that nobody gave to us').toString('base64')}`
  assert.equal(await tell(delivered('T-2'), { secret: strangers }), refused)
  assert.equal(await tell(delivered('T-3'), { change: (bytes) => bytes.replace('T-3', 'T-2') }), refused)
  assert.equal(await tell(delivered('T-2'), { at: new Date(shop.clock.now.getTime() - 301_000) }), refused)
  for (const body of [
    '',
    '[]',
    'null',
    '{',
    '{"type":"shipment.delivered"}',
    JSON.stringify({ ...delivered(''), type: 5 }),
  ])
    assert.equal(await tell(body), refused, body)
  assert.equal(await tell({ ...delivered('T-2'), type: 'shipment.in_transit' }), 200)
  assert.equal(await tell(delivered('T-2'), { name: 'pigeons' }), 'not_found')
  assert.equal(await standing(), 'shipped')
})

test('a code that is not ours is taken like any other', async () => {
  assert.equal(await tell(delivered('T-9')), 200)
})

test('only who may change the settings sees the secret', async () => {
  await assert.rejects(shop.staff('settings.read', 'fulfilment.write').call(list, {}), { code: 'forbidden' })
})
