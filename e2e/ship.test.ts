/** Staff send and deliver an order over the API; the buyer sees it happen and is written to once for each. */
import { expect, storeOfThisFile, test } from './journey.ts'
import { ARRIVED, CONFIRMED, SENT } from './mails.ts'
import * as shopper from './shopper.ts'
import { availableOf, invariantsHold, mailsArrived, orderLinkIn } from './truth.ts'

const store = storeOfThisFile()

type Shipment = { id: string; state: string }
const byStaff = (path: string, key: string, body: object = {}) =>
  store().call<Shipment>('POST', `/v1/admin${path}`, {
    as: 'owner',
    headers: { 'idempotency-key': key },
    body,
  })

test('an order is sent and delivered, and its page tells it at once', async ({ page, visitor }) => {
  const buyer = shopper.someone()
  const before = await availableOf(store(), 'tide-mug', 'QS-TIDE-SEA-S')
  await shopper.fillCart(page)
  await shopper.checkOut(page, buyer)
  await shopper.pay(page)
  await shopper.seesThanks(page, buyer)
  const orderId = shopper.orderOf(page)
  const [mail] = await mailsArrived(store(), buyer.email, [CONFIRMED])

  const buyers = await visitor()
  await buyers.goto(orderLinkIn(mail!))
  await expect(buyers.getByText('Paid, being packed')).toBeVisible()
  await buyers.waitForLoadState()
  let loads = 0
  buyers.on('load', () => (loads += 1))

  const parcel = { carrier: 'DHL', trackingCode: 'JD0146', trackingUrl: 'https://parcels.example/JD0146' }
  const sent = await byStaff(`/orders/${orderId}/shipments`, 'send', parcel)
  expect(sent.status).toBe(201)
  expect((await byStaff(`/orders/${orderId}/shipments`, 'send', parcel)).body.id).toBe(sent.body.id)
  await expect(buyers.getByText('On its way', { exact: true })).toBeVisible()
  await expect(buyers.getByText('JD0146')).toBeVisible()
  await expect(buyers.getByRole('link', { name: 'Follow the parcel' })).toHaveAttribute(
    'href',
    parcel.trackingUrl,
  )

  const delivered = await byStaff(`/shipments/${sent.body.id}/delivery`, 'deliver')
  expect(delivered.body.state).toBe('delivered')
  await expect(buyers.getByRole('heading', { level: 1 }).locator('../..')).toContainText('Delivered')
  await expect(buyers.getByText(/Delivered on/)).toBeVisible()
  expect(loads).toBe(0)

  await mailsArrived(store(), buyer.email, [CONFIRMED, SENT, ARRIVED])
  expect(await availableOf(store(), 'tide-mug', 'QS-TIDE-SEA-S')).toBe(before - 1)
  await invariantsHold(store())
})

test('an order that is not paid is not sent', async ({ page }) => {
  await shopper.fillCart(page)
  await shopper.checkOut(page, shopper.someone())
  await page.getByRole('link', { name: 'Go back to Quayside without paying' }).click()
  await expect(page.getByRole('heading', { name: 'You left the payment page' })).toBeVisible()
  const refused = await byStaff(`/orders/${shopper.orderOf(page)}/shipments`, 'early')
  expect(refused.status).toBe(409)
  expect(refused.body).toMatchObject({ code: 'fulfilment.not_shippable' })
})

test('a shopper cannot send anything', async ({ page }) => {
  const buyer = shopper.someone()
  await shopper.fillCart(page)
  await shopper.checkOut(page, buyer)
  await shopper.pay(page)
  await shopper.seesThanks(page, buyer)
  const token = await shopper.sessionOf(page)
  const refused = await store().call('POST', `/v1/admin/orders/${shopper.orderOf(page)}/shipments`, {
    headers: { authorization: `Bearer ${token}`, 'idempotency-key': 'mine' },
    body: {},
  })
  expect([401, 403, 404]).toContain(refused.status)
})
