/** A carrier names the price at the till, sells the label, and tells the buyer’s order page where the parcel is. */
import { expect, storeOfThisFile, test } from './journey.ts'
import { ARRIVED, CONFIRMED, SENT } from './mails.ts'
import * as shopper from './shopper.ts'
import { invariantsHold, mailsArrived, orderLinkIn } from './truth.ts'

const store = storeOfThisFile()

const inFrance = () => ({
  ...shopper.someone(),
  street: 'Rue de Rivoli 1',
  postalCode: '75001',
  city: 'Paris',
  country: 'France',
})
/** The sandbox carrier's express to a country of Europe, up to a kilogram. */
const PRICE = '€23.10'
const TOTAL = '€47.10'

type Label = { id: string; state: string; trackingCode: string; trackingUrl: string }
const byStaff = <Body>(path: string, key: string, body: object = {}) =>
  store().call<Body>('POST', `/v1/admin${path}`, { as: 'owner', headers: { 'idempotency-key': key }, body })

for (const javaScriptEnabled of [true, false])
  test(`the carrier’s price is paid and its parcel followed, ${javaScriptEnabled ? 'with' : 'without'} script`, async ({
    visitor,
  }) => {
    const page = await visitor({ javaScriptEnabled })
    const buyer = inFrance()
    await shopper.fillCart(page)
    await shopper.goToCheckout(page)
    await shopper.fillIn(page, buyer)
    if (javaScriptEnabled) await page.keyboard.press('Tab')
    else await page.getByRole('button', { name: 'Continue', exact: true }).click()
    const courier = page.getByRole('radio', { name: /^Courier/ })
    await expect(courier).toBeVisible()
    await expect(page.getByText(PRICE)).toBeVisible()
    await courier.check()
    const pay = page.getByRole('button', { name: /^Order and pay/ })
    // Without script the other total is told first, and nobody pays it unseen.
    if (!javaScriptEnabled) await pay.click()
    await expect(pay).toHaveText(`Order and pay ${TOTAL}`)
    await pay.click()
    await shopper.pay(page)
    await shopper.seesThanks(page, buyer)
    const orderId = shopper.orderOf(page)
    const [mail] = await mailsArrived(store(), buyer.email, [CONFIRMED])

    const parcel = await byStaff<{ id: string }>(`/orders/${orderId}/shipments`, `send-${orderId}`)
    const { body: label } = await byStaff<Label>(`/shipments/${parcel.body.id}/labels`, `label-${orderId}`)
    expect(label, JSON.stringify(label)).toMatchObject({ state: 'bought' })

    const buyers = await visitor({ javaScriptEnabled })
    await buyers.goto(orderLinkIn(mail!))
    await expect(buyers.getByText(label.trackingCode)).toBeVisible()
    await expect(buyers.getByText(PRICE)).toBeVisible()
    const carriers = await visitor({ javaScriptEnabled })
    await carriers.goto(label.trackingUrl)
    for (const button of ['It is on its way', 'Nobody was there', 'It is delivered'])
      await carriers.getByRole('button', { name: button }).click()
    await expect(carriers.getByRole('status')).toHaveText('Delivered.')
    const told = buyers.getByText(/Could not be handed over – Nobody was there/)
    await expect(async () => {
      if (!javaScriptEnabled) await buyers.reload()
      await expect(told).toBeVisible({ timeout: 1_000 })
      await expect(buyers.getByText(/Delivered on/)).toBeVisible({ timeout: 1_000 })
    }).toPass({ timeout: 20_000 })
    await mailsArrived(store(), buyer.email, [CONFIRMED, SENT, /^Follow your order/, ARRIVED])
    await invariantsHold(store())
  })
