/** What a shopper does, by what they read on the page: roles and labels only. */
import { expect, type Page } from './journey.ts'

export type Buyer = {
  name: string
  email: string
  street: string
  postalCode: string
  city: string
  country: string
}

let count = 0
/** Somebody new each time, so that their mails are theirs alone. */
export function someone(name = 'Alice Pereira'): Buyer {
  count += 1
  const [first = ''] = name.toLowerCase().split(' ')
  return {
    name,
    email: `${first}.${count}@example.com`,
    street: 'Kai 7',
    postalCode: '20457',
    city: 'Hamburg',
    country: 'Germany',
  }
}

/** From the home page to the chosen product, by the shelf it stands on. */
export async function findProduct(page: Page, shelf: string, product: string): Promise<void> {
  await page.goto('/')
  await page.getByRole('main').getByRole('link', { name: shelf }).first().click()
  await expect(page.getByRole('heading', { level: 1, name: shelf })).toBeVisible()
  await page.getByRole('main').getByRole('link', { name: product, exact: true }).click()
  await expect(page.getByRole('heading', { level: 1, name: product })).toBeVisible()
}

export async function choose(page: Page, option: string, value: string): Promise<void> {
  const group = page.getByRole('group', { name: option })
  await group.getByRole('link', { name: value }).click()
  await expect(group.getByRole('link', { name: value })).toHaveAttribute('aria-current', /.+/)
}

export async function addToCart(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Add to cart' }).click()
  await expect(page.getByText('is in your cart')).toBeVisible()
}

/** The shortest way to a full cart, for journeys about something else. */
export async function fillCart(page: Page, path = '/p/tide-mug'): Promise<void> {
  await page.goto(path)
  await addToCart(page)
}

export async function goToCheckout(page: Page): Promise<void> {
  await page.goto('/cart')
  await page.getByRole('link', { name: 'Check out' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Checkout' })).toBeVisible()
}

export async function fillIn(page: Page, buyer: Buyer): Promise<void> {
  await page.getByLabel('Email').fill(buyer.email)
  await page.getByLabel('Country').selectOption({ label: buyer.country })
  await page.getByLabel('Full name').fill(buyer.name)
  await page.getByLabel('Street and number').fill(buyer.street)
  await page.getByLabel('Postal code').fill(buyer.postalCode)
  await page.getByLabel('City').fill(buyer.city)
}

/**
 * Orders, and arrives on the page of the payment company. With script the total is complete as soon as the
 * address is; without it one press more shows it.
 */
export async function order(page: Page, { script = true } = {}): Promise<void> {
  if (script) await page.keyboard.press('Tab')
  else await page.getByRole('button', { name: 'Continue', exact: true }).click()
  await page.getByRole('button', { name: /^Order and pay/ }).click()
  await expect(page.getByRole('group', { name: 'What should happen?' })).toBeVisible()
}

export async function checkOut(page: Page, buyer: Buyer): Promise<void> {
  await goToCheckout(page)
  await fillIn(page, buyer)
  await order(page)
}

type Wish = { end?: string; reason?: string; after?: number; webhook?: string; late?: number }

/** On the page of the payment company: how the payment is to end, and how its news are to travel. */
export async function pay(page: Page, { end = 'Pay', reason, after, webhook = 'Normal', late }: Wish = {}) {
  await page.getByRole('radio', { name: end, exact: true }).check()
  if (reason) await page.getByRole('radio', { name: reason }).check()
  if (after) await page.getByLabel('Arrives after').fill(String(after))
  await page.getByRole('radio', { name: webhook, exact: true }).check()
  if (late) await page.getByLabel('Wait').fill(String(late))
  await page.getByRole('button', { name: 'Continue' }).click()
}

type Transfer = { after?: number; amount?: string; refused?: string }

/** On the page of the payment company, when the way is a bank transfer. */
export async function transfer(page: Page, { after = 1, amount = 'In full', refused }: Transfer = {}) {
  if (refused) {
    await page.getByRole('radio', { name: 'Decline', exact: true }).check()
    await page.getByRole('radio', { name: refused }).check()
  } else {
    await expect(page.getByRole('radio', { name: 'Transfer', exact: true })).toBeChecked()
    await page.getByLabel('Arrives after').fill(String(after))
    await page.getByRole('radio', { name: amount }).check()
  }
  await page.getByRole('button', { name: 'Continue' }).click()
}

export async function seesThanks(page: Page, buyer: Buyer): Promise<void> {
  await expect(page.getByRole('heading', { level: 1, name: /^Thank you/ })).toBeVisible({ timeout: 20_000 })
  await expect(page.getByText(buyer.email)).toBeVisible()
}

/** The id of the order that a page is about, from its address. */
export function orderOf(page: Page): string {
  const { pathname, searchParams } = new URL(page.url())
  return searchParams.get('order') ?? /\/orders\/([^/]+)/.exec(pathname)?.[1] ?? 'no order'
}

/** The token in the visitor's cookie, to ask the API as them. */
export async function sessionOf(page: Page): Promise<string> {
  const cookies = await page.context().cookies()
  return cookies.find(({ name }) => name === 'qs_session')?.value ?? 'no session'
}
