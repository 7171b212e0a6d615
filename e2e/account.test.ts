/** An account: made, left, found again; with the cart and the orders of the guest that one was before. */
import { expect, storeOfThisFile, test, type Page } from './journey.ts'
import { WELCOME } from './mails.ts'
import * as shopper from './shopper.ts'
import { invariantsHold, mailsArrived } from './truth.ts'

const store = storeOfThisFile()
const PASSWORD = 'four unrelated quiet words'

async function signUp(page: Page, buyer: shopper.Buyer): Promise<void> {
  await page.goto('/signup')
  await page.getByLabel('Your name').fill(buyer.name)
  await page.getByLabel('Email').fill(buyer.email)
  await page.getByLabel('Password').fill(PASSWORD)
  await page.getByRole('button', { name: 'Create account' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Your orders' })).toBeVisible()
}

async function logIn(page: Page, buyer: shopper.Buyer, password = PASSWORD): Promise<void> {
  await page.goto('/login')
  await page.getByLabel('Email').fill(buyer.email)
  await page.getByLabel('Password').fill(password)
  await page.getByRole('main').getByRole('button', { name: 'Log in' }).click()
}

test('signing up: each fault is told beside its field, and nothing typed is lost', async ({ page }) => {
  const buyer = shopper.someone('Charlie Ndiaye')
  const [name, email, password] = [
    page.getByLabel('Your name'),
    page.getByLabel('Email'),
    page.getByLabel('Password'),
  ]
  await page.goto('/signup')
  await email.fill('charlie at example')
  await password.fill('short')
  await page.getByRole('button', { name: 'Create account' }).click()
  await expect(name).toHaveAccessibleDescription('Please fill this in.')
  await expect(name).toBeFocused()
  await expect(email).toHaveAccessibleDescription(/such as name@example.com/)
  await expect(email).toHaveValue('charlie at example')
  await expect(password).toHaveAccessibleDescription(/at least 10 characters/)

  await name.fill(buyer.name)
  await email.fill(buyer.email)
  await page.getByRole('button', { name: 'Create account' }).click()
  await expect(password).toBeFocused()
  await expect(name).toHaveValue(buyer.name)
  await expect(email).toHaveValue(buyer.email)
  await password.fill(PASSWORD)
  await page.getByRole('button', { name: 'Create account' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Your orders' })).toBeVisible()
  await expect(page.getByText('No orders yet')).toBeVisible()
  await mailsArrived(store(), buyer.email, [WELCOME])
})

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false })

  test('signing up keeps what was typed, but for the password', async ({ page }) => {
    await page.goto('/signup')
    await page.getByLabel('Your name').fill('Charlie Ndiaye')
    await page.getByLabel('Email').fill('charlie at example')
    await page.getByLabel('Password').fill(PASSWORD)
    await page.getByRole('button', { name: 'Create account' }).click()
    await expect(page.getByLabel('Email')).toHaveAccessibleDescription(/such as name@example.com/)
    await expect(page.getByLabel('Email')).toHaveValue('charlie at example')
    await expect(page.getByLabel('Your name')).toHaveValue('Charlie Ndiaye')
    await expect(page.getByLabel('Password')).toHaveValue('')
  })
})

test('a wrong password is refused without a word about which half was wrong', async ({ page, visitor }) => {
  const buyer = shopper.someone()
  await signUp(await visitor(), buyer)
  await logIn(page, buyer, 'not the one I chose')
  const refusal = page.getByRole('alert')
  await expect(refusal).toContainText('Email and password do not match')
  await expect(refusal).toBeFocused()
  await expect(page.getByLabel('Email')).toHaveValue(buyer.email)
  const told = await refusal.innerText()
  await logIn(page, { ...buyer, email: 'nobody@example.com' })
  await expect(refusal).toBeFocused()
  expect(await refusal.innerText()).toBe(told)
})

test('logging out ends the session in every tab', async ({ page }) => {
  const buyer = shopper.someone()
  await signUp(page, buyer)
  const other = await page.context().newPage()
  await other.goto('/account/orders')
  await expect(other.getByRole('button', { name: 'Log out' })).toBeVisible()

  const token = await shopper.sessionOf(page)
  await page.getByRole('button', { name: 'Log out' }).click()
  await expect(page.getByRole('banner').getByRole('link', { name: 'Log in' })).toBeVisible()
  const me = await store().call('GET', '/v1/me', { headers: { authorization: `Bearer ${token}` } })
  expect(me.status, 'the session that was ended').toBe(401)
  await other.getByRole('contentinfo').getByRole('link', { name: 'Your orders' }).click()
  await expect(other.getByRole('heading', { level: 1, name: 'Log in' })).toBeVisible()
  await page.goBack()
  await expect(page.getByRole('button', { name: 'Log out' })).toBeHidden()
})

test("the guest's cart joins the account's cart on logging in", async ({ page, visitor }) => {
  const buyer = shopper.someone()
  const earlier = await visitor()
  await signUp(earlier, buyer)
  await shopper.fillCart(earlier, '/p/tide-mug?variant=QS-TIDE-SAGE-S')

  await shopper.fillCart(page, '/p/tide-mug?variant=QS-TIDE-CLAY-S')
  await logIn(page, buyer)
  await expect(page.getByRole('heading', { level: 1, name: 'Your orders' })).toBeVisible()
  await page.getByRole('banner').getByRole('link', { name: 'Cart, 2 items' }).click()
  const lines = page.getByRole('main').getByRole('listitem').filter({ hasText: 'Tide mug' })
  await expect(lines).toHaveCount(2)
  await expect(lines.filter({ hasText: 'Sage' })).toHaveCount(1)
  await expect(lines.filter({ hasText: 'Clay' })).toHaveCount(1)
  await invariantsHold(store())
})

test('the orders of the guest and of the member are in one list, with what became of them', async ({
  page,
}) => {
  const buyer = shopper.someone()
  await shopper.fillCart(page)
  await shopper.checkOut(page, buyer)
  await shopper.pay(page)
  await shopper.seesThanks(page, buyer)
  await signUp(page, buyer)
  const orders = page
    .getByRole('main')
    .getByRole('listitem')
    .filter({ hasText: /Order \d+/ })
  await expect(orders).toHaveCount(1)

  await shopper.fillCart(page)
  await shopper.goToCheckout(page)
  await expect(page.getByText(`You are logged in as ${buyer.name}.`)).toBeVisible()
  await expect(page.getByLabel('Email')).toHaveValue(buyer.email)
  await shopper.fillIn(page, buyer)
  await shopper.order(page)
  await shopper.pay(page)
  await shopper.seesThanks(page, buyer)
  await page.goto('/account/orders')
  await expect(orders).toHaveCount(2)
  await expect(orders.filter({ hasText: 'Paid, being packed' })).toHaveCount(2)
  await orders.first().getByRole('link').click()
  await expect(page.getByRole('heading', { level: 1, name: /^Order / })).toBeVisible()
})
