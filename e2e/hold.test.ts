/** How long the goods stay set aside for who still has to pay: seen on the pages that say "not paid yet". */
import { expect, storeOfThisFile, test, type Page } from './journey.ts'
import * as shopper from './shopper.ts'

const store = storeOfThisFile()

async function goToPayment(page: Page, script = true): Promise<void> {
  await shopper.fillCart(page)
  await shopper.goToCheckout(page)
  await shopper.fillIn(page, shopper.someone())
  await shopper.order(page, { script })
}

async function leaveThePayment(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Go back to Quayside without paying' }).click()
  await expect(page.getByRole('heading', { name: 'You left the payment page' })).toBeVisible()
}

/** The end of the hold as the store has it, as the page writes it. */
async function holdOf(page: Page): Promise<string> {
  const { body } = await store().call<{ holdUntil: string }>('GET', `/v1/orders/${shopper.orderOf(page)}`, {
    headers: { authorization: `Bearer ${await shopper.sessionOf(page)}` },
  })
  return body.holdUntil
}

test('the time left to pay is counted down, and its end is told', async ({ page }) => {
  await goToPayment(page)
  await page.clock.install()
  await leaveThePayment(page)
  const timer = page.getByRole('timer', { name: 'Time left to pay' })
  await expect(timer).toHaveText(/^1[45]:\d\d$/)
  await expect(timer).toHaveAttribute('aria-live', 'off')
  await expect(page.getByText('Set aside for you until').getByRole('time')).toHaveAttribute(
    'datetime',
    await holdOf(page),
  )
  await page.clock.fastForward('10:00')
  await expect(timer).toHaveText(/^[45]:\d\d$/)
  await page.clock.fastForward('05:00')
  await expect(page.getByText('The time to pay is over.')).toBeVisible()
  await expect(timer).toBeHidden()
})

test('it stands there too after a payment that failed, and is gone once it is paid', async ({ page }) => {
  const buyer = shopper.someone()
  await shopper.fillCart(page)
  await shopper.checkOut(page, buyer)
  await shopper.pay(page, { end: 'Decline', reason: 'Expired card' })
  await expect(page.getByRole('heading', { name: 'The payment did not go through' })).toBeVisible()
  await expect(page.getByRole('timer')).toHaveText(/^1[45]:\d\d$/)
  await page.getByRole('button', { name: 'Try again' }).click()
  await shopper.pay(page)
  await shopper.seesThanks(page, buyer)
  await expect(page.getByRole('timer')).toBeHidden()
})

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false })

  test('the time of day is told, and no number that stands still', async ({ page }) => {
    await goToPayment(page, false)
    await leaveThePayment(page)
    const told = page.getByText('Set aside for you until')
    await expect(told.getByRole('time')).toHaveAttribute('datetime', await holdOf(page))
    await expect(told.getByRole('time')).toHaveText(/^\d?\d:\d\d/)
    await expect(page.getByRole('timer')).toHaveText('')
  })
})
