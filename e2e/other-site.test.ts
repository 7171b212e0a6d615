/**
 * The payment page is another site, and the browser lets no site but the one in the address bar use cookies.
 *
 * Who comes back is known by the shop's own cookie, which is sent with a link from elsewhere, and the address
 * names the order.
 */
import { test as hooks } from '@playwright/test'
import { SECRET_KEY, WEBHOOK_SECRET, standCompany } from '../server/adapters/sandbox/standing.ts'
import { chromium, flags } from './chromium.ts'
import { expect, storeOfThisFile, test } from './journey.ts'
import { CONFIRMED, FAILED } from './mails.ts'
import * as shopper from './shopper.ts'
import { invariantsHold, mailsArrived } from './truth.ts'

let company: Awaited<ReturnType<typeof standCompany>> | undefined
hooks.afterAll(() => company?.close())

const store = storeOfThisFile({
  async settings() {
    company = await standCompany({ host: 'localhost' })
    return {
      SANDBOX_URL: company.origin,
      SANDBOX_SECRET_KEY: SECRET_KEY,
      SANDBOX_WEBHOOK_SECRET: WEBHOOK_SECRET,
    }
  },
})

test.use({
  locale: 'en-IE',
  launchOptions: {
    ...(chromium && { executablePath: chromium }),
    args: [...flags, '--test-third-party-cookie-phaseout'],
  },
})

test('back from a payment page of another site, without its cookies: the same shopper, cart and language', async ({
  page,
}) => {
  const buyer = shopper.someone()
  await shopper.fillCart(page)
  const language = () => page.locator('html').getAttribute('lang')
  const before = await language()
  await shopper.checkOut(page, buyer)
  expect(new URL(page.url()).hostname).toBe('localhost')
  await shopper.pay(page, { end: 'Decline' })

  await expect(page.getByRole('heading', { name: 'The payment did not go through' })).toBeVisible()
  expect(page.url()).toBe(`${store().url}/checkout/return?order=${shopper.orderOf(page)}`)
  expect(await language()).toBe(before)
  await page.getByRole('link', { name: 'Go to your cart' }).click()
  await expect(page.getByRole('textbox', { name: 'Quantity of Tide mug' })).toHaveValue('1')
  await page.goBack()
  await page.getByRole('button', { name: 'Try again' }).click()
  await shopper.pay(page)
  await shopper.seesThanks(page, buyer)
  expect(await language()).toBe(before)

  const cookies = await page.context().cookies()
  expect(cookies.map(({ name, domain, sameSite, httpOnly }) => [name, domain, sameSite, httpOnly])).toEqual([
    ['qs_form', '127.0.0.1', 'Lax', false],
    ['qs_session', '127.0.0.1', 'Lax', true],
  ])
  await mailsArrived(store(), buyer.email, [FAILED, CONFIRMED])
  await invariantsHold(store())
})
