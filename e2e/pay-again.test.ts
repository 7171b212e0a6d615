/** When paying does not go straight: declined, asked by the bank, left, gone back, in two tabs at once. */
import { expect, storeOfThisFile, test } from './journey.ts'
import { CONFIRMED, FAILED } from './mails.ts'
import * as shopper from './shopper.ts'
import { availableOf, invariantsHold, mailsArrived } from './truth.ts'

const store = storeOfThisFile()

test.afterEach(async () => invariantsHold(store()))

test('a declined payment is tried again on the same order', async ({ page }) => {
  const buyer = shopper.someone('Bob Lindqvist')
  await shopper.fillCart(page)
  await shopper.checkOut(page, buyer)
  await shopper.pay(page, { end: 'Decline', reason: 'Expired card' })
  await expect(page.getByRole('heading', { name: 'The payment did not go through' })).toBeVisible()
  await expect(page.getByText('The card has expired.')).toBeVisible()
  const declined = shopper.orderOf(page)

  await page.getByRole('button', { name: 'Try again' }).click()
  await shopper.pay(page)
  await shopper.seesThanks(page, buyer)
  expect(shopper.orderOf(page)).toBe(declined)
  await mailsArrived(store(), buyer.email, [FAILED, CONFIRMED])
})

test('the bank asks, and the buyer approves', async ({ page }) => {
  const buyer = shopper.someone()
  await shopper.fillCart(page)
  await shopper.checkOut(page, buyer)
  await shopper.pay(page, { end: '3-D Secure challenge', webhook: 'Out of order' })
  await expect(page.getByRole('heading', { name: 'Your bank asks: is this you?' })).toBeVisible()
  await page.getByRole('button', { name: 'Approve' }).click()
  await shopper.seesThanks(page, buyer)
  await mailsArrived(store(), buyer.email, [CONFIRMED])
})

test('the bank asks in vain, and the order can still be paid', async ({ page }) => {
  const buyer = shopper.someone()
  await shopper.fillCart(page)
  await shopper.checkOut(page, buyer)
  await shopper.pay(page, { end: '3-D Secure challenge', webhook: 'Twice' })
  await page.getByRole('button', { name: 'Fail the challenge' }).click()
  await expect(page.getByText('The confirmation with your bank failed.')).toBeVisible()
  await page.getByRole('link', { name: 'See your order' }).click()
  await page.getByRole('button', { name: 'Pay now' }).click()
  await shopper.pay(page, { webhook: 'Twice' })
  await shopper.seesThanks(page, buyer)
  await mailsArrived(store(), buyer.email, [FAILED, CONFIRMED])
})

test('the buyer is back before the news of the payment, which then comes late', async ({ page }) => {
  const buyer = shopper.someone()
  await shopper.fillCart(page)
  await shopper.checkOut(page, buyer)
  await shopper.pay(page, { webhook: 'Late', late: 6 })
  await shopper.seesThanks(page, buyer)
  await mailsArrived(store(), buyer.email, [CONFIRMED])
})

test('who leaves the payment page finds the cart as it was, and may change it and order', async ({
  page,
}) => {
  const buyer = shopper.someone()
  const before = await availableOf(store(), 'tide-mug', 'QS-TIDE-SEA-S')
  await shopper.fillCart(page)
  await shopper.checkOut(page, buyer)
  await page.getByRole('link', { name: 'Go back to Quayside without paying' }).click()
  await expect(page.getByRole('heading', { name: 'You left the payment page' })).toBeVisible()
  await page.getByRole('link', { name: 'Go to your cart' }).click()
  await expect(page.getByRole('textbox', { name: 'Quantity of Tide mug' })).toHaveValue('1')

  await page.getByRole('button', { name: 'One Tide mug more' }).click()
  await expect(page.getByRole('textbox', { name: 'Quantity of Tide mug' })).toHaveValue('2')
  await page.getByRole('link', { name: 'Check out' }).click()
  await expect(page.getByLabel('Street and number')).toHaveValue(buyer.street)
  await shopper.order(page)
  await shopper.pay(page)
  await shopper.seesThanks(page, buyer)
  expect(await availableOf(store(), 'tide-mug', 'QS-TIDE-SEA-S')).toBe(before - 2)
  await mailsArrived(store(), buyer.email, [CONFIRMED])
})

test('the back button after paying leads to no second payment', async ({ page }) => {
  const buyer = shopper.someone()
  await shopper.fillCart(page)
  await shopper.checkOut(page, buyer)
  await shopper.pay(page)
  await shopper.seesThanks(page, buyer)
  await page.goBack()
  await expect(page.getByRole('heading', { name: 'This payment is made' })).toBeVisible()
  await page.getByRole('link', { name: 'Back to Quayside' }).click()
  await shopper.seesThanks(page, buyer)
  await page.goto('/checkout')
  await expect(page.getByRole('heading', { name: 'Your cart is empty' })).toBeVisible()
  await mailsArrived(store(), buyer.email, [CONFIRMED])
})

test('two tabs with one cart make one order, paid once', async ({ page }) => {
  const buyer = shopper.someone()
  await shopper.fillCart(page)
  await shopper.goToCheckout(page)
  await shopper.fillIn(page, buyer)
  await page.keyboard.press('Tab')
  await expect(page.getByRole('button', { name: /^Order and pay/ })).toBeVisible()
  const other = await page.context().newPage()
  await other.goto('/checkout')

  await shopper.order(page)
  await shopper.order(other)
  await shopper.pay(page)
  await shopper.seesThanks(page, buyer)
  // Whatever the other tab still shows, pressing there takes no money.
  await other.getByRole('button', { name: 'Continue' }).click()
  await expect(other.getByRole('heading', { name: /made|cancelled|expired/ })).toBeVisible()
  await other.getByRole('link', { name: 'Back to Quayside' }).click()
  await shopper.seesThanks(other, buyer)

  await other.goto('/account/orders')
  await expect(other.getByRole('listitem').filter({ hasText: /Order \d+/ })).toHaveCount(1)
  await mailsArrived(store(), buyer.email, [CONFIRMED])
})

test('a paid order cannot be paid again', async ({ page }) => {
  const buyer = shopper.someone()
  await shopper.fillCart(page)
  await shopper.checkOut(page, buyer)
  const paymentPage = page.url()
  await shopper.pay(page)
  await shopper.seesThanks(page, buyer)

  await page.goto(paymentPage)
  await expect(page.getByRole('heading', { name: 'This payment is made' })).toBeVisible()
  await page.goBack()
  const token = await shopper.sessionOf(page)
  const again = await store().call('POST', `/v1/orders/${shopper.orderOf(page)}/payments`, {
    headers: { authorization: `Bearer ${token}`, 'idempotency-key': crypto.randomUUID() },
    body: { paymentMethod: 'sandbox', returnUrl: `${store().url}/`, cancelUrl: `${store().url}/` },
  })
  expect(again.status).toBe(409)
})
