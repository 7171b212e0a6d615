/** A receipt is read by its signed link, by whoever has it, for a week; and nothing else is. */
import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { after, test } from 'node:test'
import { days } from '#kit/clock.ts'
import { isFailure } from '#kit/failure.ts'
import { newId } from '#kit/id.ts'
import { openShop } from '#testing/shop.ts'
import { paid, placed } from '#testing/orders.ts'
import { create as ship } from '../../fulfilment/shipments/create.ts'
import { createHttp } from '../../../surfaces/http.ts'
import { refund } from '../admin/refund.ts'
import { get as getAsStaff } from '../admin/get.ts'
import { get } from '../get.ts'
import { documents } from './route.ts'

const shop = await openShop()
const http = await createHttp(shop.app)
after(async () => {
  await http.close()
  await shop.close()
})

async function open(address: string, change: (url: URL) => void = () => {}): Promise<string> {
  const url = new URL(address)
  change(url)
  const [, , , orderId, kind] = url.pathname.split('/')
  const request = {
    method: 'GET',
    params: { orderId: orderId!, kind: kind! },
    query: Object.fromEntries(url.searchParams),
    headers: {},
    body: Buffer.alloc(0),
    stream: null,
  }
  const around = { app: shop.app, address: '', traceId: newId(), call: { hint: { storeId: shop.storeId } } }
  try {
    return String((await documents.handle(request, around)).body)
  } catch (error) {
    if (isFailure(error)) return error.code
    throw error
  }
}

test('an order is one answer: lines, totals, payments, parcels, refunds, documents and timeline', async () => {
  const guest = shop.guest()
  const order = await paid(shop, guest, { of: await shop.goods(), quantity: 2 })
  await shop.bob.call(ship, { orderId: order.id, lines: [{ orderLineId: order.lines[0]!.id, quantity: 1 }] })
  await shop.bob.call(refund, { orderId: order.id, amount: 100, reason: 'Late' }, { key: newId() })
  const answer = await http.inject(`/v1/orders/${order.id}?token=${'x'.repeat(43)}`)
  assert.equal(answer.statusCode, 404)
  const link = (await guest.call(get, { orderId: order.id })).documents[0]!
  const { accessToken } = await placed(shop, guest, { of: await shop.goods() })
  assert.ok(link.url.includes('signature=') && !link.url.includes(accessToken))
  const own = await http.inject(`/v1/orders/${order.id}?token=${await tokenOf(order.id)}`)
  const whole = own.json()
  assert.deepEqual(
    [whole.lines, whole.payments, whole.shipments, whole.refunds, whole.documents].map((list) => list.length),
    [1, 1, 1, 1, 1],
  )
  assert.ok(whole.totals.total.amount > 0 && whole.timeline.length >= 4)
  assert.deepEqual((await shop.bob.call(getAsStaff, { orderId: order.id })).documents, whole.documents)
})

async function tokenOf(orderId: string): Promise<string> {
  const { orderToken } = await import('../token.ts')
  return orderToken(shop.app.config, { id: orderId, link_series: 0 })
}

test('the receipt says what the order says, escaped, under a policy that lets in its own style and nothing else', async () => {
  const guest = shop.guest()
  const order = await paid(shop, guest, {
    of: await shop.goods({ name: 'Tea <b>black</b>', price: 1234 }),
    quantity: 2,
  })
  const { url, title } = (await guest.call(get, { orderId: order.id })).documents[0]!
  assert.equal(title, `Receipt ${order.number}`)
  const { pathname, search } = new URL(url)
  const answer = await http.inject(pathname + search)
  assert.equal(answer.statusCode, 200)
  assert.match(String(answer.headers['content-type']), /^text\/html/)
  const [, style] = /<style>([^]*)<\/style>/.exec(answer.body)!
  const hash = createHash('sha256').update(style!).digest('base64')
  assert.equal(
    String(answer.headers['content-security-policy']).split('; ').slice(0, 2).join('; '),
    `default-src 'none'; style-src 'sha256-${hash}'`,
  )
  for (const said of [
    '€24.68',
    'Tea &lt;b&gt;black&lt;/b&gt;',
    'VAT 19%, included',
    'Alice Hart',
    `Receipt ${order.number}`,
  ])
    assert.ok(answer.body.includes(said), said)
  assert.ok(!answer.body.includes('<b>'))
})

test('no other order, no other day, no other document, no guess; and nothing before it is confirmed', async () => {
  const guest = shop.guest()
  const [one, two] = [
    await paid(shop, guest, { of: await shop.goods() }),
    await paid(shop, guest, { of: await shop.goods() }),
  ]
  const { order: pending } = await placed(shop, guest, { of: await shop.goods() })
  assert.deepEqual(pending.documents, [])
  const { url } = (await guest.call(get, { orderId: one.id })).documents[0]!
  assert.match(await open(url), /^<!doctype html>/)
  const refused = async (change: (url: URL) => void) => assert.equal(await open(url, change), 'not_found')
  await refused((link) => (link.pathname = link.pathname.replace(one.id, two.id)))
  await refused((link) => (link.pathname = link.pathname.replace('receipt', 'invoice')))
  await refused((link) => link.searchParams.set('until', '2099-01-01'))
  await refused((link) => link.searchParams.set('signature', 'x'))
  await refused((link) => link.searchParams.delete('signature'))
  shop.clock.forward(days(7))
  assert.match(await open(url), /^<!doctype html>/)
  shop.clock.forward(days(2))
  await refused(() => {})
})
