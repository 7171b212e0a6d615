/** An account: made, left, found again; with the cart and the orders of the guest that one was before. */
import { builtAddresses } from './built.ts'
import { expect, storeOfThisFile, test, type Page } from './journey.ts'
import { WELCOME } from './mails.ts'
import * as shopper from './shopper.ts'
import { invariantsHold, mailsArrived } from './truth.ts'

// Some dozen pages are asked for at once, from one address.
const store = storeOfThisFile({ settings: async () => ({ LIMIT_SCALE: '1000' }) })
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
  const answer = page.waitForResponse(
    (each) => each.request().method() === 'POST' && each.url().includes('/logout'),
  )
  await page.getByRole('button', { name: 'Log out' }).click()
  expect(await (await answer).headerValue('clear-site-data')).toBe('"cache", "storage"')
  await expect(page.getByRole('banner').getByRole('link', { name: 'Log in' })).toBeVisible()
  const me = await store().call('GET', '/v1/me', { headers: { authorization: `Bearer ${token}` } })
  expect(me.status, 'the session that was ended').toBe(401)
  await expect(other.getByRole('heading', { level: 1, name: 'Log in' }), 'by itself').toBeVisible()

  await other.getByLabel('Email').fill(buyer.email)
  await other.getByLabel('Password').fill(PASSWORD)
  await other.getByRole('main').getByRole('button', { name: 'Log in' }).click()
  await expect(other.getByRole('heading', { level: 1, name: 'Your orders' })).toBeVisible()
  await expect(page.getByRole('banner').getByRole('link', { name: 'Your account' })).toBeVisible()
  await page.getByRole('button', { name: 'Log out' }).click()
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
  const drawer = page.getByRole('dialog', { name: 'Your cart' })
  const lines = drawer.getByRole('listitem').filter({ hasText: 'Tide mug' })
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
  await page.getByRole('searchbox', { name: 'Search your orders' }).fill('moon')
  await page.getByRole('button', { name: 'Search', exact: true }).click()
  await expect(page.getByText('No order has “moon” in it')).toBeVisible()
  await page.getByRole('searchbox', { name: 'Search your orders' }).fill('tide')
  await page.keyboard.press('Enter')
  await expect(orders).toHaveCount(2)
  await orders.first().getByRole('link').click()
  await expect(page.getByRole('heading', { level: 1, name: /^Order / })).toBeVisible()
  await page.getByText('Can this order be cancelled?').click()
  await expect(page.getByText(/It is paid and being packed/)).toBeVisible()
})

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false })

  test('what was ordered is ordered again, and taken back with what that does told before', async ({
    page,
  }) => {
    const buyer = shopper.someone()
    await signUp(page, buyer)
    await shopper.fillCart(page)
    await shopper.goToCheckout(page)
    await shopper.fillIn(page, buyer)
    await shopper.order(page, { script: false })
    await shopper.pay(page)
    await shopper.seesThanks(page, buyer)
    await page.goto('/account/orders')
    await page.getByRole('button', { name: 'Order again' }).click()
    await expect(page.getByText('Everything is in your cart, at today’s prices.')).toBeVisible()
    await page.getByRole('link', { name: 'To the cart' }).click()
    await expect(page.getByRole('textbox', { name: 'Quantity of Tide mug' })).toHaveValue('1')

    await shopper.goToCheckout(page)
    await shopper.fillIn(page, buyer)
    await shopper.order(page, { script: false })
    await page.goto('/account/orders')
    await page.getByRole('link', { name: 'Your order', exact: true }).click()
    await expect(page.getByRole('button', { name: 'Cancel the order' })).toBeHidden()
    await page.getByText('Cancel this order …').click()
    await expect(page.getByText('Nothing was charged, and nothing will be.')).toBeVisible()
    await expect(page.getByText('What was set aside for you goes back on the shelf.')).toBeVisible()
    await page.getByRole('button', { name: 'Cancel the order' }).click()
    await expect(page.getByText('Cancelled').first()).toBeVisible()
    await expect(page.getByText('Cancel this order …')).toBeHidden()
    await page.goto('/cart')
    await expect(page.getByRole('textbox', { name: 'Quantity of Tide mug' })).toHaveValue('1')
    await invariantsHold(store())
  })

  test('whoever has to log in first comes back, keeps an address and a telephone number, and changes them', async ({
    page,
    visitor,
  }) => {
    const buyer = shopper.someone('Nora Ahlgren')
    await signUp(await visitor({ javaScriptEnabled: false }), buyer)
    await page.goto('/account/addresses')
    await page.getByLabel('Email').fill(buyer.email)
    await page.getByLabel('Password').fill(PASSWORD)
    await page.getByRole('main').getByRole('button', { name: 'Log in' }).click()
    await expect(page.getByRole('heading', { level: 1, name: 'Your addresses' })).toBeVisible()

    await page.getByRole('link', { name: 'Add an address' }).click()
    await page.getByLabel('Country').selectOption({ label: buyer.country })
    await page.getByRole('button', { name: 'Use this country' }).click()
    await page.getByLabel('Street and number').fill(buyer.street)
    await page.getByLabel('Postal code').fill('1')
    await page.getByLabel('City').fill(buyer.city)
    const save = page.getByRole('button', { name: 'Save the address' })
    await save.click()
    await expect(page.getByLabel('Postal code')).toHaveAccessibleDescription(/looks like/)
    await page.getByLabel('Postal code').fill(buyer.postalCode)
    await save.click()
    await expect(page.getByText('The address is saved.')).toBeVisible()
    await expect(page.getByText('Usual address')).toBeVisible()
    await page.getByRole('link', { name: `Change: ${buyer.name}` }).click()
    await page.getByLabel('Street and number').fill('Kai 8')
    await save.click()
    await page.getByRole('button', { name: `Remove: ${buyer.name}, Kai 8` }).click()
    await expect(page.getByText('No address yet')).toBeVisible()

    await page.getByRole('link', { name: 'Profile' }).click()
    await page.getByLabel('Telephone').fill('0151')
    await page.getByRole('button', { name: 'Save', exact: true }).click()
    await expect(page.getByLabel('Telephone')).toHaveValue('0151')
    await expect(page.getByLabel('Telephone')).toHaveAttribute('aria-invalid', 'true')
    await page.getByLabel('Telephone').fill('+49 40 1234567')
    await page.getByLabel('Your name').fill('Nora A')
    await page.getByRole('button', { name: 'Save', exact: true }).click()
    await expect(page.getByText('Your profile is saved.')).toBeVisible()
    await page.getByRole('link', { name: 'Overview' }).click()
    await expect(page.getByRole('heading', { level: 1, name: 'Hello, Nora A' })).toBeVisible()
  })
})

test('what belongs to an account is asked for before anything of it is read, and kept by no browser', async ({
  page,
}) => {
  const own = (await builtAddresses()).filter((path) =>
    /^\/account(?!\/(claim|lists$|lists\/alerts))/.test(path),
  )
  expect(own.length).toBeGreaterThan(6)
  for (const path of own) {
    for (const asked of [path, `/ar${path}`]) {
      const { status, headers } = await fetch(store().url + asked, { redirect: 'manual' })
      const base = asked === path ? '' : '/ar'
      expect([status, headers.get('location')], asked).toEqual([
        303,
        `${base}/login?to=${encodeURIComponent(path)}`,
      ])
    }
    const data = await fetch(`${store().url}${path}.data`, { redirect: 'manual' })
    expect(await data.text(), `${path}, as the router asks`).toContain('/login?to=')
  }
  await signUp(page, shopper.someone())
  for (const path of own.filter((each) => !/[0-9a-f]{8}-/.test(each)))
    expect((await page.goto(path))?.headers()['cache-control'], path).toBe('private, no-store')
})

test('rows come and go as they are needed, and each tells what is wrong with it, with script and without', async ({
  visitor,
}) => {
  for (const javaScriptEnabled of [true, false]) {
    const page = await visitor({ javaScriptEnabled })
    await page.goto('/cart/by-number')
    const [numbers, quantities] = [page.getByLabel('Article number'), page.getByLabel('Quantity')]
    await numbers.nth(0).fill('qs-tide-sage-s')
    await numbers.nth(1).fill('QS-NONE')
    await numbers.nth(2).fill('QS-TIDE-CLAY-S')
    await page.getByRole('button', { name: 'One more row' }).click()
    await expect(numbers).toHaveCount(4)
    await numbers.nth(3).fill('QS-MOON-CHALK-S')
    await quantities.nth(3).fill('999')
    const put = page.getByRole('button', { name: 'Put all in the cart' })
    await put.click()
    await expect(numbers.nth(1)).toHaveAccessibleDescription('Nothing with this number is sold here.')
    await expect(numbers.nth(3)).toHaveValue('QS-MOON-CHALK-S')
    await page.getByRole('button', { name: 'Remove row 2' }).click()
    await expect(numbers).toHaveCount(3)
    await expect(numbers.nth(1)).toHaveValue('QS-TIDE-CLAY-S')
    await put.click()
    await expect(quantities.nth(2)).toHaveAccessibleDescription(/^Only \d+ of this can be had/)
    await expect(quantities.nth(2)).toHaveValue('999')
    await quantities.nth(2).fill('1')
    await put.click()
    await expect(page.getByRole('textbox', { name: 'Quantity of Tide mug' })).toHaveCount(2)
    await expect(page.getByRole('textbox', { name: 'Quantity of Moon vase' })).toHaveValue('1')
  }
})
