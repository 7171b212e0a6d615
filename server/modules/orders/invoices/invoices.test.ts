/** Paid orders get invoices, numbered without gaps, and what an invoice says never changes again. */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { newId } from '#kit/id.ts'
import { openShop, type Person } from '#testing/shop.ts'
import { paid, placed } from '#testing/orders.ts'
import { createHttp } from '../../../surfaces/http.ts'
import { cancel } from '../admin/cancel.ts'
import { refund } from '../admin/refund.ts'
import { get } from '../get.ts'
import { update } from '../settings/update.ts'

const shop = await openShop({ now: new Date('2026-12-31T20:00:00.000Z'), poolSize: 4 })
const http = await createHttp(shop.app)
after(async () => {
  await http.close()
  await shop.close()
})
const { alice, bob } = shop

const address = { name: 'Bob’s Teas', line1: 'Am Kai 1', postalCode: '20457', city: 'Hamburg', country: 'DE' }
const sellsAs = (name: string) =>
  bob.call(update, {
    seller: { address: { ...address, name }, taxId: 'DE123456789', note: 'HRB 1234' },
    invoicePrefix: 'RE-',
  })

const documentOf = async (buyer: Person, orderId: string, kind: string) =>
  (await buyer.call(get, { orderId })).documents.find((each) => each.kind === kind)

async function opened(buyer: Person, orderId: string): Promise<string> {
  const { url } = (await documentOf(buyer, orderId, 'invoice'))!
  const { pathname, search } = new URL(url)
  const answer = await http.inject(pathname + search)
  assert.equal(answer.statusCode, 200)
  return answer.body
}

const titleIn = (page: string) => /<h1>([^<]*)</.exec(page)![1]

async function numbers(): Promise<string[]> {
  const { rows } = await shop.app.pool.pg.query(
    'select year, number from orders.invoice where store_id = $1 order by year, number',
    [shop.storeId],
  )
  return rows.map(({ year, number }) => `${year}-${number}`)
}

test('without a seller an order has its receipt and no invoice, also later', async () => {
  const order = await paid(shop, alice, { of: await shop.goods() })
  assert.equal(await documentOf(alice, order.id, 'invoice'), undefined)
  shop.clock.forward(1000)
  await sellsAs('Bob’s Teas')
  await shop.job('orders.issueInvoices')
  assert.equal(await documentOf(alice, order.id, 'invoice'), undefined)
  assert.deepEqual(await numbers(), [])
})

test('the seller’s address is one of its country, and settings stay as they were if it is not', async () => {
  await assert.rejects(
    bob.call(update, { seller: { address: { ...address, postalCode: '1' }, taxId: 'DE123456789' } }),
    (error: { errors?: { path: string }[] }) => error.errors?.[0]?.path === 'seller.address.postalCode',
  )
  await assert.rejects(bob.call(update, { invoicePrefix: 'x'.repeat(13) }), { code: 'invalid_input' })
})

test('each paid order has an invoice, by the store’s own year; unpaid and cancelled ones have none', async () => {
  const first = await paid(shop, alice, { of: await shop.goods({ price: 1190 }), quantity: 2 })
  const { order: unpaid } = await placed(shop, alice, { of: await shop.goods() })
  const off = await paid(shop, shop.guest(), { of: await shop.goods() })
  await bob.call(cancel, { orderId: off.id })
  await shop.job('orders.issueInvoices')
  await shop.job('orders.issueInvoices')
  assert.deepEqual(await numbers(), ['2026-1'])
  assert.equal(await documentOf(alice, unpaid.id, 'invoice'), undefined)

  const page = await opened(alice, first.id)
  assert.equal(titleIn(page), 'Invoice RE-2026-00001')
  for (const said of [
    'Bob’s Teas',
    'DE123456789',
    'HRB 1234',
    'Alice Hart',
    '€23.80',
    'VAT 19%, included, on',
  ])
    assert.ok(page.includes(said), said)

  shop.clock.forward(4 * 3_600_000) // past midnight in Berlin, not yet in London
  const later = await paid(shop, alice, { of: await shop.goods() })
  assert.equal(titleIn(await opened(alice, later.id)), 'Invoice RE-2027-00001', 'opened before its turn')
  await shop.job('orders.issueInvoices')
  assert.deepEqual(await numbers(), ['2026-1', '2027-1'])
  await shop.invariants()
})

test('what becomes of the order, the shop and its seller changes nothing in an invoice', async () => {
  const order = await paid(shop, alice, { of: await shop.goods({ name: 'Oolong' }) })
  const before = await opened(alice, order.id)
  await sellsAs('Somebody Else')
  await bob.call(refund, { orderId: order.id, reason: 'Sorry' }, { key: newId() })
  await shop.settle()
  assert.equal(await opened(alice, order.id), before)
  await assert.rejects(shop.app.pool.pg.query('update orders.invoice set total_amount = 1'), /never change/)
  await assert.rejects(shop.app.pool.pg.query('delete from orders.invoice'), /never change/)
})

test('made at the same time by several, numbers have no gap and no double', async () => {
  const orders = []
  for (let nth = 0; nth < 4; nth++) orders.push(await paid(shop, alice, { of: await shop.goods() }))
  const before = (await numbers()).length
  await Promise.all([
    ...orders.map(({ id }) => opened(alice, id)),
    shop.job('orders.issueInvoices'),
    shop.job('orders.issueInvoices'),
  ])
  assert.equal((await numbers()).length, before + 4)
  await shop.invariants()
})

test('an invoice is in its buyer’s language, and reads from right to left where that does', async () => {
  const order = await paid(shop, alice, { of: await shop.goods() })
  await shop.app.pool.pg.query(`update orders.order set locale = 'ar' where id = '${order.id}'`)
  const page = await opened(alice, order.id)
  assert.match(page, /<html lang="ar" dir="rtl">/)
  assert.match(titleIn(page)!, /^فاتورة RE-2027-/)
})
