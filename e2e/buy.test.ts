/** Buying something as a guest: with script, without it, and for those who close the tab after paying. */
import { autofillOf } from './autofill.ts'
import { expect, storeOfThisFile, test, type Page, type Store } from './journey.ts'
import { CONFIRMED } from './mails.ts'
import * as shopper from './shopper.ts'
import { availableOf, invariantsHold, mailsArrived, orderLinkIn } from './truth.ts'
import type { Mail } from './store.ts'

const store = storeOfThisFile()

/** From the home page to the payment company's page, with two large clay mugs. */
async function order(page: Page, buyer: shopper.Buyer, script = true): Promise<void> {
  await shopper.findProduct(page, 'Ceramics', 'Tide mug')
  await shopper.choose(page, 'Colour', 'Sea')
  await shopper.choose(page, 'Size', 'Large')
  await page.getByLabel('Quantity').selectOption('2')
  await shopper.addToCart(page)
  await page.getByRole('link', { name: 'Go to cart' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Your cart' })).toBeVisible()
  const picture = page
    .getByRole('main')
    .getByRole('listitem')
    .filter({ hasText: 'Sea, Large' })
    .locator('img')
  await expect(picture).toHaveAttribute('src', /^\/files\//)
  await expect.poll(() => picture.evaluate((image) => image.naturalWidth as number)).toBeGreaterThan(0)
  await page.getByRole('link', { name: 'Check out' }).click()
  await shopper.fillIn(page, buyer)
  await shopper.order(page, { script })
}

async function isBought(store: Store, buyer: shopper.Buyer, before: number): Promise<Mail> {
  const [mail] = await mailsArrived(store, buyer.email, [CONFIRMED])
  expect(await availableOf(store, 'tide-mug', 'QS-TIDE-SEA-L')).toBe(before - 2)
  await invariantsHold(store)
  return mail!
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with script' : 'without script', () => {
    test.use({ javaScriptEnabled })

    test('a guest buys two mugs and finds the order by the link in the mail', async ({ page, visitor }) => {
      const buyer = shopper.someone()
      const before = await availableOf(store(), 'tide-mug', 'QS-TIDE-SEA-L')
      await order(page, buyer, javaScriptEnabled)
      await shopper.pay(page)
      await shopper.seesThanks(page, buyer)

      const mail = await isBought(store(), buyer, before)
      const elsewhere = await visitor({ javaScriptEnabled })
      await elsewhere.goto(orderLinkIn(mail))
      await expect(elsewhere.getByRole('heading', { level: 1, name: /^Order / })).toBeVisible()
      await expect(elsewhere.getByText('Paid, being packed')).toBeVisible()
      await expect(elsewhere.getByRole('link', { name: 'Tide mug' })).toBeVisible()
      const withoutToken = await elsewhere.goto(new URL(elsewhere.url()).pathname)
      expect(withoutToken?.status(), 'the order for whoever knows only its id').toBe(404)
    })
  })
}

test('a browser’s wallet knows what each field is, of the address and of the card', async ({ page }) => {
  await shopper.fillCart(page)
  await shopper.goToCheckout(page)
  const asked = await autofillOf(page)
  for (const name of ['name', 'address-line1', 'address-line2', 'postal-code', 'address-level2', 'country'])
    expect(asked).toContain(`shipping ${name}`)
  expect(asked).toContain('email')
  await page.getByLabel('Country').selectOption({ label: 'United States' })
  await expect(page.getByLabel('State')).toHaveAttribute('autocomplete', 'shipping address-level1')
  await shopper.fillIn(page, shopper.someone())
  await shopper.order(page)
  const card = await autofillOf(page)
  for (const name of ['cc-number', 'cc-name', 'cc-exp', 'cc-csc']) expect(card).toContain(name)
  await page.getByLabel('Card number').fill('4242 4242 4242 4242')
  const sent = page.waitForRequest((request) => request.method() === 'POST')
  await shopper.pay(page)
  expect((await sent).postData(), 'what the card says stays in the browser').not.toContain('4242')
})

test('the thank-you page turns by itself, without being loaded again', async ({ page }) => {
  const buyer = shopper.someone()
  await order(page, buyer)
  await shopper.pay(page, { end: 'Delay', after: 3 })
  await expect(page.getByRole('heading', { name: 'Waiting for the payment’s confirmation' })).toBeVisible()
  await page.waitForLoadState()
  let loads = 0
  page.on('load', () => (loads += 1))
  await shopper.seesThanks(page, buyer)
  expect(loads).toBe(0)
})

test('who closes the tab right after paying has an order and its mail', async ({ visitor }) => {
  const buyer = shopper.someone()
  const before = await availableOf(store(), 'tide-mug', 'QS-TIDE-SEA-L')
  const page = await visitor()
  await order(page, buyer)
  // The payment company answers with the way back to the shop; this shopper never takes it.
  await page.route('**/checkout/return**', (route) => route.abort())
  await shopper.pay(page)
  await page.context().close()
  await isBought(store(), buyer, before)
})
