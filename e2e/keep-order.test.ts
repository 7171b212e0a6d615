/** A guest takes an order into an account afterwards, by the link that goes to the order's own address. */
import { expect, storeOfThisFile, test, type Page } from './journey.ts'
import { CONFIRMED, KEEP, WELCOME } from './mails.ts'
import * as shopper from './shopper.ts'
import { invariantsHold, mailsArrived } from './truth.ts'

const store = storeOfThisFile()
const PASSWORD = 'four unrelated quiet words'

async function buyAsGuest(page: Page, buyer: shopper.Buyer, script = true): Promise<void> {
  await shopper.fillCart(page)
  await shopper.goToCheckout(page)
  await shopper.fillIn(page, buyer)
  await shopper.order(page, { script })
  await shopper.pay(page)
  await shopper.seesThanks(page, buyer)
}

async function claimLinkTo(buyer: shopper.Buyer, subjects = [CONFIRMED, KEEP]): Promise<string> {
  const mails = await mailsArrived(store(), buyer.email, subjects)
  return /https?:\S+\/account\/claim\?\S+/.exec(mails.at(-1)!.text)?.[0] ?? 'no link'
}

const orders = (page: Page) =>
  page
    .getByRole('main')
    .getByRole('listitem')
    .filter({ hasText: /Order \d+/ })

for (const script of [true, false])
  test.describe(script ? 'with script' : 'without script', () => {
    test.use({ javaScriptEnabled: script })

    test('the thank-you page offers it, the mail proves the address, a new account has the order', async ({
      page,
      visitor,
    }) => {
      test.slow()
      const buyer = shopper.someone('Gina Rossi')
      await buyAsGuest(page, buyer, script)
      await page.getByRole('button', { name: 'Send me the link' }).click()
      await expect(page.getByRole('heading', { level: 1, name: 'Look into your mail' })).toBeVisible()
      await expect(page.getByText(buyer.email)).toBeVisible()
      const link = await claimLinkTo(buyer)

      const elsewhere = await visitor({ javaScriptEnabled: script })
      await elsewhere.goto(link)
      await expect(elsewhere.getByText(`This order was placed with ${buyer.email}.`)).toBeVisible()
      await expect(elsewhere.getByLabel('Email')).toHaveValue(buyer.email)
      await elsewhere.getByLabel('Your name').fill(buyer.name)
      await elsewhere.getByLabel('Password').fill('short')
      await elsewhere.getByRole('button', { name: 'Create account' }).click()
      await expect(elsewhere.getByLabel('Password')).toHaveAccessibleDescription(/at least 10 characters/)
      await elsewhere.getByLabel('Password').fill(PASSWORD)
      await elsewhere.getByRole('button', { name: 'Create account' }).click()
      await expect(
        elsewhere.getByRole('heading', { level: 1, name: 'Your orders', exact: true }),
      ).toBeVisible()
      await expect(orders(elsewhere)).toHaveCount(1)
      await mailsArrived(store(), buyer.email, [CONFIRMED, KEEP, WELCOME])

      await elsewhere.goto(link)
      await expect(elsewhere.getByText('This link was used already')).toBeVisible()
      await invariantsHold(store())
    })
  })

test('the confirmation’s mail offers it too; who has an account logs in, and a stranger with that mail’s link gets nothing', async ({
  page,
  visitor,
}) => {
  test.slow()
  const buyer = shopper.someone('Hanna Berg')
  const members = await visitor()
  await members.goto('/signup')
  await members.getByLabel('Your name').fill(buyer.name)
  await members.getByLabel('Email').fill(buyer.email)
  await members.getByLabel('Password').fill(PASSWORD)
  await members.getByRole('button', { name: 'Create account' }).click()
  await expect(members.getByText('No orders yet')).toBeVisible()

  await buyAsGuest(page, buyer)
  const [, mail] = await mailsArrived(store(), buyer.email, [WELCOME, CONFIRMED])
  const offer = /https?:\S+\/keep\?\S+/.exec(mail!.text)![0]

  const stranger = await visitor()
  await stranger.goto(offer)
  await stranger.getByRole('button', { name: 'Send me the link' }).click()
  await expect(stranger.getByRole('heading', { level: 1, name: 'Look into your mail' })).toBeVisible()
  await stranger.goto('/account/claim?token=' + new URL(offer).searchParams.get('token'))
  await expect(stranger.getByText('This link is not complete')).toBeVisible()

  const link = await claimLinkTo(buyer, [WELCOME, CONFIRMED, KEEP])
  const elsewhere = await visitor()
  await elsewhere.goto(link)
  await elsewhere.getByLabel('Password').fill(PASSWORD)
  await elsewhere.getByRole('main').getByRole('button', { name: 'Log in' }).click()
  await expect(elsewhere.getByRole('heading', { level: 1, name: 'Your orders', exact: true })).toBeVisible()
  await expect(orders(elsewhere)).toHaveCount(1)
  await members.reload()
  await expect(orders(members)).toHaveCount(1)
  await page.goto(offer)
  await expect(page.getByRole('heading', { level: 1, name: 'Keep this order in an account' })).toBeVisible()
  await page.getByRole('button', { name: 'Send me the link' }).click()
  await expect(page.getByRole('alert')).toContainText('This order is in an account already')
})

test('who is logged in takes the order with one press', async ({ page, visitor }) => {
  test.slow()
  const buyer = shopper.someone('Ida Holm')
  await buyAsGuest(page, buyer)
  await page.getByRole('button', { name: 'Send me the link' }).click()
  const link = await claimLinkTo(buyer)
  const other = shopper.someone('Ida Private')
  const members = await visitor()
  await members.goto('/signup')
  await members.getByLabel('Your name').fill(other.name)
  await members.getByLabel('Email').fill(other.email)
  await members.getByLabel('Password').fill(PASSWORD)
  await members.getByRole('button', { name: 'Create account' }).click()
  await expect(members.getByText('No orders yet')).toBeVisible()
  await members.goto(link)
  await expect(members.getByText(`You are logged in as ${other.name}.`)).toBeVisible()
  await members.getByRole('button', { name: 'Keep in my account' }).click()
  await expect(members.getByRole('heading', { level: 1, name: 'Your orders', exact: true })).toBeVisible()
  await expect(orders(members)).toHaveCount(1)
})
