/**
 * Forms that are not the shop's own: from another site, without the token, from a page of another browser.
 *
 * The addresses that take forms are read from the built pages, so that a new one is asked too.
 */
import { builtAddresses } from './built.ts'
import { expect, storeOfThisFile, test } from './journey.ts'
import * as shopper from './shopper.ts'

// Some hundred forms are sent in a few seconds, from one address.
const store = storeOfThisFile({ settings: async () => ({ LIMIT_SCALE: '0' }) })

/** What a browser sends, and what comes back. */
async function post(path: string, headers: Record<string, string>, body: Record<string, string>) {
  const answer = await fetch(store().url + path, {
    method: 'POST',
    redirect: 'manual',
    headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
    body: new URLSearchParams(body),
  })
  return { status: answer.status, type: answer.headers.get('content-type'), text: await answer.text() }
}

test('every address that takes a form refuses what is not from a page of this browser, and says so as a page', async () => {
  const home = await fetch(store().url)
  const cookie = home.headers
    .getSetCookie()
    .find((line) => line.startsWith('qs_form='))!
    .split(';')[0]!
  const token = cookie.slice('qs_form='.length)
  expect(await home.text()).toContain(`name="formToken" value="${token}"`)
  const own = { cookie, origin: store().url, 'sec-fetch-site': 'same-origin' }
  const strange: [string, Record<string, string>, Record<string, string>][] = [
    ['another site', { ...own, 'sec-fetch-site': 'cross-site' }, { formToken: token }],
    ['another origin', { cookie, origin: 'https://evil.example' }, { formToken: token }],
    ['no token', own, {}],
    ['another token', own, { formToken: 'x'.repeat(43) }],
    ['another browser', { ...own, cookie: `qs_form=${'y'.repeat(43)}` }, { formToken: token }],
    ['no cookie', { ...own, cookie: '' }, { formToken: token }],
  ]
  const taking = await builtAddresses({ takingForms: true })
  expect(taking.length).toBeGreaterThan(10)
  for (const path of taking) {
    for (const [why, headers, body] of strange) {
      const { status, type, text } = await post(path, headers, body)
      expect(status, `${path}, ${why}`).toBe(403)
      expect(type).toMatch(/^text\/html/)
      expect(text).toContain('That was not done')
      expect(text, 'the frame of the shop stands around it').toContain('Ceramics')
    }
    expect((await post(path, own, { formToken: token })).text, `${path}, our own`).not.toContain(
      'That was not done',
    )
  }
})

test('another site’s page cannot put anything into a visitor’s cart', async ({ page }) => {
  await shopper.fillCart(page)
  const fields = await page.evaluate<Record<string, string>>(
    `Object.fromEntries(new FormData([...document.forms].find((each) => each.textContent.includes('Add to cart'))))`,
  )
  delete fields['formToken']
  const inputs = Object.entries(fields).map(([name, value]) => `<input name="${name}" value="${value}">`)
  await page.route('http://evil.test/', (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: `<form method="post" action="${store().url}/p/tide-mug">${inputs.join('')}<button>Win</button></form>`,
    }),
  )
  await page.goto('http://evil.test/')
  await page.getByRole('button', { name: 'Win' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'That was not done' })).toBeVisible()
  await page.goto('/cart')
  await expect(page.getByRole('textbox', { name: 'Quantity of Tide mug' })).toHaveValue('1')
})

test('a tab that was opened before logging in still works after it', async ({ page }) => {
  await page.goto('/p/tide-mug')
  const other = await page.context().newPage()
  await other.goto('/signup')
  const buyer = shopper.someone()
  await other.getByLabel('Your name').fill(buyer.name)
  await other.getByLabel('Email').fill(buyer.email)
  await other.getByLabel('Password').fill('four unrelated quiet words')
  await other.getByRole('button', { name: 'Create account' }).click()
  await expect(other.getByRole('heading', { level: 1, name: 'Your orders' })).toBeVisible()
  await shopper.addToCart(page)
})

test('with script, a page whose browser has lost the token says so too', async ({ page }) => {
  await page.goto('/login')
  await page.context().clearCookies({ name: 'qs_form' })
  await page.getByLabel('Email').fill('a@example.com')
  await page.getByLabel('Password').fill('four unrelated quiet words')
  await page.getByRole('main').getByRole('button', { name: 'Log in' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'That was not done' })).toBeVisible()
})
