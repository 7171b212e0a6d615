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
  await expect(buyers.getByText('On its way', { exact: true })).toBeVisible({ timeout: 2_000 })
  await expect(buyers.getByText('JD0146')).toBeVisible()
  await expect(buyers.getByRole('link', { name: 'Follow the parcel' })).toHaveAttribute(
    'href',
    parcel.trackingUrl,
  )

  const delivered = await byStaff(`/shipments/${sent.body.id}/delivery`, 'deliver')
  expect(delivered.body.state).toBe('delivered')
  await expect(buyers.getByRole('heading', { level: 1 }).locator('../..')).toContainText('Delivered')
  await expect(buyers.getByText(/Delivered on/)).toBeVisible()
  await mailsArrived(store(), buyer.email, [CONFIRMED, SENT, ARRIVED])

  expect(await availableOf(store(), 'tide-mug', 'QS-TIDE-SEA-S')).toBe(before - 1)

  // Without script, by the same link; the page that is open elsewhere tells it at once.
  const plain = await visitor({ javaScriptEnabled: false })
  await plain.goto(orderLinkIn(mail!))
  await plain.getByRole('link', { name: 'Send something back' }).click()
  await plain.getByLabel('Why').selectOption({ label: 'It does not fit' })
  await plain.getByRole('button', { name: 'Ask for the return' }).click()
  const help = plain.getByRole('region', { name: 'Help with this order' })
  await help.getByRole('link', { name: 'Write to us' }).click()
  await plain.getByLabel('What is it about?').fill('My return')
  await plain.getByLabel('Your message').fill('Shall I use the same box?')
  await plain.getByRole('button', { name: 'Send', exact: true }).click()
  await expect(plain.getByText('My return')).toBeVisible()

  const returns = buyers.getByRole('region', { name: 'Returns' })
  await expect(returns.getByText('We look at it')).toBeVisible({ timeout: 2_000 })
  await expect(buyers.getByText('My return')).toBeVisible({ timeout: 2_000 })
  const asked = await store().call<{ items: Shipment[] }>('GET', `/v1/admin/returns?orderId=${orderId}`, {
    as: 'owner',
  })
  const step = (name: string) => byStaff(`/returns/${asked.body.items[0]!.id}/${name}`, name)
  await step('approval')
  await expect(returns.getByText('Please send it')).toBeVisible({ timeout: 2_000 })
  await step('receipt')
  await step('refund')
  await expect(returns.getByText('Settled')).toBeVisible({ timeout: 2_000 })
  expect(loads).toBe(0)
  expect(await availableOf(store(), 'tide-mug', 'QS-TIDE-SEA-S')).toBe(before)
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
