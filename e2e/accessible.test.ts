/**
 * Every page is fit for all, in light and dark, in both directions of writing: those of the shop, of the payment company's
 * sandbox, of the mailbox and of the docs, and the mails. What a route has to show and none of these tests has seen, fails the last one.
 */
import routes from '../apps/storefront/app/routes.ts'
import { SMALL_PHONE, WCAG, isFitForAll, judged } from './fit.ts'
import { expect, storeOfThisFile, test } from './journey.ts'
import { CONFIRMED, FAILED, KEEP, NEW_PASSWORD, WELCOME } from './mails.ts'
import * as shopper from './shopper.ts'
import { mailsArrived, orderLinkIn } from './truth.ts'

// Each test judges a dozen pages, in light and dark: seconds on a quiet machine, a minute on a busy one.
test.describe.configure({ timeout: 240_000 })
const store = storeOfThisFile()
test('the shop window', async ({ page }) => {
  const pages = {
    home: '/',
    'all products': '/products',
    shelf: '/c/ceramics?sort=price',
    search: '/products?q=mug',
    'search narrowed': '/products?q=mug&option=colour:chalk&available=1',
    'search without result': '/products?q=zeppelin',
    product: '/p/tide-mug',
    'product sold out in this version': '/p/moon-vase?variant=QS-MOON-SOOT-L',
    'log in': '/login',
    contact: '/contact',
    'sign up': '/signup',
    'empty cart': '/cart',
    'a page with questions': '/pages/delivery',
    journal: '/journal',
    'journal entry': '/journal/a-day-at-the-kiln',
    'a review to write': '/p/tide-mug/review',
    'a question to ask': '/p/tide-mug/questions',
    'lists of a stranger': '/account/lists',
    'every component': '/dev/kit',
    mailbox: '/dev/mailbox',
  }
  const missing = {
    'not found': '/no/such/page',
    'an order of somebody else': '/orders/0199c1a0-5b7e-7c3d-9a41-5e0f6b2d8c17',
    'no such payment': '/sandbox/pay/pay_0',
  }
  for (const [name, path] of Object.entries({ ...pages, ...missing })) {
    expect((await page.goto(path))?.status(), name).toBe(name in missing ? 404 : 200)
    await isFitForAll(page, name)
  }
})

test('from right to left', async ({ page }) => {
  const pages = {
    home: '/ar',
    shelf: '/ar/c/خزف',
    search: '/ar/products?q=كوب',
    product: '/ar/p/كوب-المد',
    'empty cart': '/ar/cart',
    'log in': '/ar/login',
    journal: '/ar/journal',
    'lists of a stranger': '/ar/account/lists',
    'every component': '/ar/dev/kit',
    'not found': '/ar/no/such/page',
  }
  for (const [name, path] of Object.entries(pages)) {
    await page.goto(path)
    await isFitForAll(page, `${name}, in Arabic`)
  }
})

/** Of the same letters are those of all modules; what differs is what is put into them. */
test('mails in each language', async ({ page, visitor }) => {
  for (const base of ['', '/de', '/ar']) {
    const { email } = shopper.someone()
    await page.context().clearCookies()
    await page.goto(`${base}/signup`)
    const form = page.getByRole('main')
    await form.locator('[name=name]').fill('آن-صوفي Müller-Lüdenscheidt')
    await form.locator('[name=email]').fill(email)
    await form.locator('[name=password]').fill('four unrelated quiet words')
    await form.locator('[type=submit]').click()
    const [welcome] = await mailsArrived(store(), email, [/./])
    const reader = await visitor()
    await reader.setContent(welcome!.html)
    await isFitForAll(reader, `mail ${base}`, { rules: WCAG })
  }
})

test('the menu of a phone', async ({ page }) => {
  await page.setViewportSize(SMALL_PHONE)
  await page.goto('/')
  await page.getByText('Menu', { exact: true }).locator('..').click()
  await expect(page.getByRole('navigation', { name: 'Categories' })).toBeVisible()
  await isFitForAll(page, 'menu', { size: SMALL_PHONE })
})

test('the way through the till', async ({ page, visitor }) => {
  test.slow()
  const buyer = shopper.someone('Ann-Sofie Müller-Lüdenscheidt')
  await shopper.fillCart(page)
  await isFitForAll(page, 'product, just added')
  await page.goto('/cart')
  await isFitForAll(page, 'cart')
  await page.getByRole('button', { name: 'Remove Tide mug' }).click()
  await expect(page.getByRole('button', { name: 'Undo' })).toBeVisible()
  await isFitForAll(page, 'cart, just emptied')
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByRole('textbox', { name: 'Quantity of Tide mug' })).toHaveValue('1')

  await shopper.goToCheckout(page)
  await isFitForAll(page, 'checkout')
  await page.getByRole('button', { name: 'Continue', exact: true }).click()
  await expect(page.getByLabel('Email')).toBeFocused()
  await isFitForAll(page, 'checkout with errors')
  await shopper.fillIn(page, buyer)
  await page.keyboard.press('Tab')
  await expect(page.getByRole('button', { name: /^Order and pay/ })).toBeVisible()
  await isFitForAll(page, 'checkout, filled in')
  await shopper.order(page)
  await isFitForAll(page, 'payment')
  await shopper.pay(page, { end: '3-D Secure challenge' })
  await isFitForAll(page, 'bank')
  await page.getByRole('button', { name: 'Fail the challenge' }).click()
  await expect(page.getByRole('heading', { name: 'The payment did not go through' })).toBeVisible()
  await isFitForAll(page, 'payment failed')

  await page.getByRole('link', { name: 'See your order' }).click()
  await expect(page.getByRole('button', { name: 'Pay now' })).toBeVisible()
  await isFitForAll(page, 'order, unpaid')
  await page.getByRole('button', { name: 'Pay now' }).click()
  await page.getByRole('link', { name: 'Go back to Quayside without paying' }).click()
  await isFitForAll(page, 'payment left')
  await page.getByRole('link', { name: 'Back to the payment page' }).click()
  const paymentPage = page.url()
  await shopper.pay(page, { end: 'Delay', after: 8 })
  await isFitForAll(page, 'waiting for the payment')
  await shopper.seesThanks(page, buyer)
  await isFitForAll(page, 'thank you')

  const mail = (await mailsArrived(store(), buyer.email, [FAILED, CONFIRMED]))[1]!
  await page.goto(paymentPage)
  await isFitForAll(page, 'payment made')
  const elsewhere = await visitor()
  await elsewhere.goto(orderLinkIn(mail))
  await isFitForAll(elsewhere, 'order by its link')
  await elsewhere.goto(`/dev/mailbox/${mail.id}`)
  await expect(elsewhere.getByTitle('The mail as HTML')).toBeVisible()
  await elsewhere.evaluate(`document.querySelector('iframe').remove()`) // nothing can run in it, nor can axe
  await isFitForAll(elsewhere, 'mail in the mailbox')
  const reader = await visitor()
  await reader.setContent(mail.html)
  await isFitForAll(reader, 'mail', { rules: WCAG })
})

test('the account', async ({ page }) => {
  const buyer = shopper.someone()
  await page.goto('/signup')
  await page.getByRole('button', { name: 'Create account' }).click()
  await expect(page.getByLabel('Your name')).toBeFocused()
  await isFitForAll(page, 'sign up with errors')
  await page.goto('/login')
  await page.getByLabel('Email').fill(buyer.email)
  await page.getByLabel('Password').fill('wrong, wrong')
  await page.getByRole('main').getByRole('button', { name: 'Log in' }).click()
  await expect(page.getByRole('alert')).toBeFocused()
  await isFitForAll(page, 'log in refused')
  await page.goto('/signup')
  await page.getByLabel('Your name').fill(buyer.name)
  await page.getByLabel('Email').fill(buyer.email)
  await page.getByLabel('Password').fill('four unrelated quiet words')
  await page.getByRole('button', { name: 'Create account' }).click()
  await expect(page.getByText('No orders yet')).toBeVisible()
  await isFitForAll(page, 'no orders yet')
  await shopper.fillCart(page)
  await shopper.checkOut(page, buyer)
  await shopper.pay(page)
  await shopper.seesThanks(page, buyer)
  await page.goto('/account/orders')
  await isFitForAll(page, 'your orders')
  await page.getByRole('link', { name: /^Order / }).click()
  await expect(page.getByRole('heading', { level: 1, name: /^Order / })).toBeVisible()
  await isFitForAll(page, 'order of a member')
  await page.getByRole('button', { name: 'Order again' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Ordered again' })).toBeVisible()
  await isFitForAll(page, 'ordered again')
  for (const [name, path] of Object.entries({
    'account at a glance': '/account',
    'account at a glance, in Arabic': '/ar/account',
    'address book': '/account/addresses',
    profile: '/account/profile',
    passkeys: '/account/passkeys',
  })) {
    await page.goto(path)
    await isFitForAll(page, name)
  }
  await page.goto('/account/addresses/new')
  await page.getByRole('button', { name: 'Save the address' }).click()
  await expect(page.getByLabel('Street and number')).toBeFocused()
  await isFitForAll(page, 'new address with errors')
})

test('the password, and an order that is taken into an account', async ({ page, visitor }) => {
  test.slow()
  const buyer = shopper.someone('Ann-Sofie Müller-Lüdenscheidt')
  const linkIn = (text: string) => /https?:\S+\/(?:set-password|account\/claim)\?\S+/.exec(text)![0]
  await shopper.fillCart(page)
  await shopper.checkOut(page, buyer)
  await shopper.pay(page)
  await shopper.seesThanks(page, buyer)
  await page.getByRole('button', { name: 'Send me the link' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Look into your mail' })).toBeVisible()
  await isFitForAll(page, 'link to the order sent')
  const claimed = await mailsArrived(store(), buyer.email, [CONFIRMED, KEEP])

  const elsewhere = await visitor()
  await elsewhere.goto(linkIn(claimed[1]!.text))
  await isFitForAll(elsewhere, 'claim')
  await elsewhere.getByLabel('Your name').fill(buyer.name)
  await elsewhere.getByLabel('Password').fill('short')
  await elsewhere.getByRole('button', { name: 'Create account' }).click()
  await expect(elsewhere.getByLabel('Password')).toBeFocused()
  await isFitForAll(elsewhere, 'claim with errors')
  await elsewhere.getByLabel('Password').fill('four unrelated quiet words')
  await elsewhere.getByRole('button', { name: 'Create account' }).click()
  await expect(elsewhere.getByRole('link', { name: 'Password', exact: true })).toBeVisible()
  await elsewhere.getByRole('link', { name: 'Password', exact: true }).click()
  await expect(elsewhere.getByLabel('Present password')).toBeVisible()
  await isFitForAll(elsewhere, 'change password')
  await elsewhere.getByRole('button', { name: 'Change password' }).click()
  await expect(elsewhere.getByLabel('Present password')).toBeFocused()
  await isFitForAll(elsewhere, 'change password with errors')

  await page.goto(linkIn(claimed[1]!.text))
  await isFitForAll(page, 'claim, used before')
  await page.goto('/forgot-password')
  await isFitForAll(page, 'forgot password')
  await page.getByLabel('Email').fill(buyer.email)
  await page.getByRole('button', { name: 'Send me the link' }).click()
  await expect(page.getByText(/^If there is an account for/)).toBeVisible()
  await isFitForAll(page, 'link to a new password sent')
  const mails = await mailsArrived(store(), buyer.email, [CONFIRMED, KEEP, WELCOME, NEW_PASSWORD])
  await page.goto(linkIn(mails[3]!.text))
  await isFitForAll(page, 'set password')
  await page.goto('/set-password?token=not-a-link-at-all')
  await page.getByLabel('New password').fill('four other quiet words')
  await page.getByRole('button', { name: 'Set password' }).click()
  await expect(page.getByRole('link', { name: 'Ask for a new link' })).toBeVisible()
  await isFitForAll(page, 'set password by a link that is over')
  await page.goto('/form-refused')
  await expect(page.getByRole('heading', { level: 1, name: 'That was not done' })).toBeVisible()
  await isFitForAll(page, 'form refused')
})

test('what was delivered, and is sent back', async ({ page }) => {
  const buyer = shopper.someone()
  await shopper.fillCart(page)
  await shopper.checkOut(page, buyer)
  await shopper.pay(page)
  await shopper.seesThanks(page, buyer)
  const orderId = shopper.orderOf(page)
  const asOwner = async (path: string) => {
    const headers = { 'idempotency-key': path }
    const { status, body } = await store().call<{ id: string }>('POST', `/v1/admin${path}`, {
      as: 'owner',
      headers,
      body: {},
    })
    expect(status, path).toBeLessThan(300)
    return body.id
  }
  await asOwner(`/shipments/${await asOwner(`/orders/${orderId}/shipments`)}/delivery`)
  await page.goto(`/orders/${orderId}/return`)
  await expect(page.getByLabel('Why')).toBeVisible()
  await isFitForAll(page, 'return')
  await page.getByLabel('Why').selectOption({ label: 'It does not fit' })
  await page.getByRole('button', { name: 'Ask for the return' }).click()
  await expect(page.getByRole('region', { name: 'Returns' })).toBeVisible()
  await isFitForAll(page, 'order with a return')
})

test('lists and carts that are shared, and what is not in the shop yet', async ({ page, visitor }) => {
  await page.goto('/p/linen-notebook')
  const kept = page.waitForResponse((answer) => answer.request().method() === 'POST')
  await page.getByRole('button', { name: 'Linen notebook: keep on my list' }).click()
  await (await kept).finished()
  await page.goto('/account/lists')
  await page.getByRole('link', { name: 'Wish list', exact: true }).click()
  await page.getByText('Share this list').click()
  await page.getByRole('button', { name: 'Make a link' }).click()
  const list = page.getByRole('textbox', { name: 'Link to this list' })
  await expect(list).toBeVisible()
  await isFitForAll(page, 'list')
  const sharedList = await list.inputValue()
  await shopper.fillCart(page)
  await page.goto('/cart')
  await page.getByText('Share this cart').click()
  await page.getByRole('button', { name: 'Make a link' }).click()
  const sharedCart = await page.getByRole('textbox', { name: 'Link to this cart' }).inputValue()

  const owner = { as: 'owner' } as const
  const preview = async (path: string) =>
    (await store().call<{ url: string }>('POST', `/v1/admin${path}/preview`, { ...owner, body: {} })).body.url
  const first = async (path: string) =>
    (await store().call<{ items: { id: string }[] }>('GET', `/v1/admin${path}`, owner)).body.items[0]!.id
  const other = await visitor()
  for (const [name, path] of Object.entries({
    'list of somebody else': sharedList,
    'cart of somebody else': sharedCart,
    'preview of a product': await preview(`/products/${await first('/products?q=mug')}`),
    'preview of a page': await preview(`/content/documents/${await first('/content/documents?kind=home')}`),
    collection: '/collections/first-hour',
    'cart by number': '/cart/by-number',
    market: '/market',
    'no connection': '/offline',
    'news of a list': '/account/lists/alerts?stop=not-a-link-at-all',
    'newsletter asked for': '/newsletter',
    'newsletter confirmed': '/newsletter?confirm=not-a-link-at-all',
  })) {
    expect((await other.goto(path))?.status(), name).toBe(200)
    await isFitForAll(other, name)
  }
})

test('the docs of the API', async ({ page }) => {
  for (const [name, path] of Object.entries({
    docs: '/docs',
    'docs searched': '/docs?q=cart item',
    'docs without result': '/docs?q=zeppelin',
    'a list in the docs': '/docs/operations/catalog.products.list',
    'a stream in the docs': '/docs/operations/cart.follow',
    'a refusal in the docs': '/problems/cart.out_of_stock',
  })) {
    await page.goto(path)
    await isFitForAll(page, name)
  }
  await page.goto('/docs/operations/cart.addItem')
  for (const folded of await page.locator('summary').all())
    await folded.evaluate((each) => each.parentElement!.setAttribute('open', ''))
  await page.getByLabel('cartId').fill('nonsense')
  await page.getByRole('button', { name: 'Send' }).click()
  await expect(page.getByRole('link', { name: 'unauthenticated' })).toBeVisible()
  await isFitForAll(page, 'an operation tried in the docs')
})

test('no page was forgotten', async () => {
  test.skip(!judged.has('/dev/kit'), 'a test before this one was left out, or failed')
  expect((await fetch(`${store().url}/admin`)).status, 'the admin has pages: judge them').toBe(404)
  const isSeen = (pattern: RegExp) => [...judged].some((path) => pattern.test(path))
  const shown = flat(routes).filter(({ file, path }) => file.endsWith('.tsx') && path !== undefined)
  expect(shown.filter(({ path }) => !isSeen(addressOf(path!))).map(({ path }) => path)).toEqual([])
})

type Route = { file: string; path?: string | undefined; children?: Route[] | undefined }

const flat = (all: Route[]): Route[] => all.flatMap((route) => [route, ...flat(route.children ?? [])])

/** Of a route's path, in any language of the shop. */
const addressOf = (path: string) =>
  new RegExp(`^(/(de|ar))?/${path === '*' ? '.+' : path.replaceAll(/:\w+/g, '[^/]+')}$`)
