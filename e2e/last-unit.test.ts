/** The last one of its kind, the one that is gone, and the price that moved: told in time, with a way on. */
import { expect, storeOfThisFile, test } from './journey.ts'
import { CONFIRMED } from './mails.ts'
import * as shopper from './shopper.ts'
import { availableOf, invariantsHold, mailsArrived, variantOf } from './truth.ts'

const store = storeOfThisFile()
test.afterEach(async () => invariantsHold(store()))

test('what is sold out can be seen and not bought', async ({ page }) => {
  await page.goto('/p/moon-vase')
  const size = page.getByRole('group', { name: 'Size' })
  await page.getByRole('group', { name: 'Colour' }).getByRole('link', { name: /^Soot/ }).click()
  await size.getByRole('link', { name: /^Large.*sold out/ }).click()
  await expect(page.getByText('Sold out in this version')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Sold out' })).toBeDisabled()

  // A form that was open since before it sold out is refused by the store, and says so.
  const { id } = await variantOf(store(), 'moon-vase', 'QS-MOON-SOOT-L')
  await page.locator('button:disabled').evaluate((button) => button.removeAttribute('disabled'))
  await page.getByRole('button', { name: 'Sold out' }).click()
  await expect(page.getByRole('alert')).toContainText('There is not enough left')
  expect(await page.locator('input[name=variantId]').inputValue()).toBe(id)
  await expect(page.getByRole('link', { name: 'Cart, empty' })).toBeVisible()
})

test('two browsers, one teapot: one gets it, the other is told what to do', async ({ page, visitor }) => {
  const teapot = '/p/teapot?variant=QS-TEAPOT-SAGE'
  const [winner, loser] = [shopper.someone('Alice Pereira'), shopper.someone('Bob Lindqvist')]
  const bobs = await visitor()
  for (const [browser, buyer] of [
    [page, winner],
    [bobs, loser],
  ] as const) {
    await shopper.fillCart(browser, teapot)
    await shopper.goToCheckout(browser)
    await shopper.fillIn(browser, buyer)
    await browser.keyboard.press('Tab')
    await expect(browser.getByRole('button', { name: /^Order and pay/ })).toBeVisible()
  }
  await shopper.order(page)
  await bobs.getByRole('button', { name: /^Order and pay/ }).click()
  await expect(bobs.getByRole('alert')).toContainText('There is not enough left')
  await expect(bobs.getByLabel('Street and number')).toHaveValue(loser.street)
  await shopper.pay(page)
  await shopper.seesThanks(page, winner)

  await bobs.getByRole('link', { name: 'Edit cart' }).click()
  await expect(bobs.getByText('Sold out meanwhile: please remove it to go on.')).toBeVisible()
  await expect(bobs.getByRole('button', { name: 'Check out' })).toBeDisabled()
  await bobs.getByRole('button', { name: 'Remove Round teapot' }).click()
  await shopper.fillCart(bobs)
  await shopper.checkOut(bobs, loser)
  await shopper.pay(bobs)
  await shopper.seesThanks(bobs, loser)

  expect(await availableOf(store(), 'teapot', 'QS-TEAPOT-SAGE')).toBe(0)
  await mailsArrived(store(), winner.email, [CONFIRMED])
  const [mail] = await mailsArrived(store(), loser.email, [CONFIRMED])
  expect(mail!.text).not.toContain('teapot')
})

test('a price that changes on the way is shown before anything is paid', async ({ page }) => {
  const buyer = shopper.someone()
  const { id } = await variantOf(store(), 'tide-mug', 'QS-TIDE-SOOT-S')
  const price = (amount: number) =>
    store().call('PUT', '/v1/admin/prices', {
      as: 'owner',
      body: { prices: [{ variantId: id, price: { amount, currency: 'EUR' } }] },
    })
  await shopper.fillCart(page, '/p/tide-mug?variant=QS-TIDE-SOOT-S')
  expect((await price(2600)).status).toBe(200)
  await page.goto('/cart')
  await expect(page.getByText('The price changed from €24.00 to €26.00.')).toBeVisible()

  await shopper.goToCheckout(page)
  await shopper.fillIn(page, buyer)
  await page.keyboard.press('Tab')
  const order = page.getByRole('button', { name: /^Order and pay/ })
  await expect(order).toHaveText('Order and pay €30.90')
  expect((await price(2700)).status).toBe(200)
  await order.click()
  await expect(page.getByRole('alert')).toContainText('The total is now €31.90')
  await expect(order).toHaveText('Order and pay €31.90')
  await shopper.order(page)
  await expect(page.getByRole('heading', { level: 1 })).toContainText('€31.90')
  await shopper.pay(page)
  await shopper.seesThanks(page, buyer)
})
