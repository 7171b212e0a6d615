/** When a payment does not go through, the page says why and offers every other way; the cart is kept. */
import { expect, storeOfThisFile, test } from './journey.ts'
import { CONFIRMED, FAILED, RECEIVED } from './mails.ts'
import * as shopper from './shopper.ts'
import { invariantsHold, mailsArrived } from './truth.ts'

const store = storeOfThisFile()

test.afterEach(async () => invariantsHold(store()))

for (const javaScriptEnabled of [true, false])
  test.describe(javaScriptEnabled ? 'with script' : 'without script', () => {
    test.use({ javaScriptEnabled })
    const script = javaScriptEnabled

    test('a declined card, said in plain words, and then a bank transfer', async ({ page, context }) => {
      const buyer = shopper.someone()
      await shopper.fillCart(page)
      await shopper.goToCheckout(page)
      await shopper.fillIn(page, buyer)
      await shopper.order(page, { script })
      await shopper.pay(page, { end: 'Decline', reason: 'Insufficient funds' })
      await expect(page.getByRole('heading', { name: 'The payment did not go through' })).toBeVisible()
      await expect(page.getByText('Your bank says there is not enough money on the account.')).toBeVisible()
      const order = shopper.orderOf(page)

      const cart = await context.newPage()
      await cart.goto('/cart')
      await expect(cart.getByRole('link', { name: 'Tide mug' }).first()).toBeVisible()
      await cart.close()

      const ways = page.getByRole('group', { name: 'How would you like to pay?' })
      await expect(ways.getByRole('radio')).toHaveCount(2)
      await ways.getByRole('radio', { name: /^Bank transfer/ }).check()
      await page.getByRole('button', { name: 'Try again' }).click()
      await shopper.transfer(page, { after: 8 })
      await expect(page.getByText('Your payment is on its way.')).toBeVisible({ timeout: 15_000 })
      await shopper.seesThanks(page, buyer)
      expect(shopper.orderOf(page)).toBe(order)
      await mailsArrived(store(), buyer.email, [FAILED, CONFIRMED])
    })

    test('a bank transfer chosen at the till, that the bank refuses', async ({ page }) => {
      const buyer = shopper.someone()
      await shopper.fillCart(page)
      await shopper.goToCheckout(page)
      await shopper.fillIn(page, buyer)
      await page.getByRole('radio', { name: /^Bank transfer/ }).check()
      await shopper.order(page, { script })
      await shopper.transfer(page, { refused: 'Account closed' })
      await expect(page.getByText('Your bank says that the account is closed.')).toBeVisible()
      await page.getByRole('radio', { name: /^Card/ }).check()
      await page.getByRole('button', { name: 'Try again' }).click()
      await shopper.pay(page)
      await shopper.seesThanks(page, buyer)
      await mailsArrived(store(), buyer.email, [FAILED, CONFIRMED])
    })
  })

test('a transfer of too little is completed by card', async ({ page }) => {
  const buyer = shopper.someone()
  await shopper.fillCart(page)
  await shopper.goToCheckout(page)
  await shopper.fillIn(page, buyer)
  await page.getByRole('radio', { name: /^Bank transfer/ }).check()
  await shopper.order(page)
  await shopper.transfer(page, { after: 1, amount: 'A tenth too little' })
  await expect(page.getByRole('heading', { name: 'A part of the money has arrived' })).toBeVisible({
    timeout: 20_000,
  })
  await page.getByRole('radio', { name: /^Card/ }).check()
  await page.getByRole('button', { name: 'Pay the rest' }).click()
  await shopper.pay(page)
  await shopper.seesThanks(page, buyer)
  await mailsArrived(store(), buyer.email, [RECEIVED, CONFIRMED])
})

test('who leaves the payment page may choose another way', async ({ page }) => {
  const buyer = shopper.someone()
  await shopper.fillCart(page)
  await shopper.checkOut(page, buyer)
  await page.getByRole('link', { name: 'Go back to Quayside without paying' }).click()
  await expect(page.getByRole('link', { name: 'Back to the payment page' })).toBeVisible()
  const ways = page.getByRole('group', { name: 'Or pay another way' })
  await expect(ways.getByRole('radio')).toHaveCount(1)
  await page.getByRole('button', { name: 'Pay this way' }).click()
  await shopper.transfer(page, { after: 1 })
  await shopper.seesThanks(page, buyer)
  await mailsArrived(store(), buyer.email, [CONFIRMED])
})
