/** The whole purchase by keyboard alone: Tab, Shift+Tab, Enter, Space, arrows, and typing. */
import { expect, storeOfThisFile, test, type Locator, type Page } from './journey.ts'
import { CONFIRMED } from './mails.ts'
import * as shopper from './shopper.ts'
import { mailsArrived } from './truth.ts'

const store = storeOfThisFile()
const MOST_STOPS = 160 // more than any page of the shop has

/** Tabs on until this has the focus; every stop on the way must show that it has it. */
async function tabTo(page: Page, target: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  await expect(target).toBeVisible()
  for (let stops = 0; stops < MOST_STOPS; stops++) {
    await page.keyboard.press(key)
    const stop = page.locator(':focus')
    if ((await stop.count()) === 0) continue // the browser's own controls
    expect(await howItShowsFocus(stop)).toMatch(/^shown/)
    if (await target.evaluate((element) => element === element.ownerDocument.activeElement)) return
  }
  throw new Error(`${MOST_STOPS} stops did not lead to ${target.toString()}.`)
}

/** An outline of two pixels, on the element itself or on the label around it, inside the window. */
const howItShowsFocus = (stop: Locator): Promise<string> =>
  stop.evaluate((element) => {
    const window = element.ownerDocument.defaultView
    const box = element.getBoundingClientRect()
    const isInside = box.bottom > 0 && box.top < window.innerHeight
    const isOutlined = [element, element.closest('label') ?? element].some((each) => {
      const { outlineStyle, outlineWidth } = window.getComputedStyle(each)
      return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2
    })
    const shown = isInside ? (isOutlined ? 'shown' : 'not outlined') : 'outside the window'
    return `${shown}: ${element.localName} "${element.textContent.slice(0, 40)}"`
  })

test('a guest buys a mug without a pointer', async ({ page }) => {
  const buyer = shopper.someone('Dana Okafor')
  const main = page.getByRole('main')
  await page.goto('/')

  await page.keyboard.press('Tab')
  const skip = page.getByRole('link', { name: 'Skip to the content' })
  await expect(skip).toBeFocused()
  await expect(skip).toBeInViewport()
  await page.keyboard.press('Enter')
  await tabTo(page, main.getByRole('link', { name: 'See all products' }).first())
  await page.keyboard.press('Enter')

  await expect(page.getByRole('heading', { level: 1, name: 'All products' })).toBeVisible()
  await tabTo(page, main.getByRole('link', { name: 'Tide mug', exact: true }))
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: 'Tide mug' })).toBeVisible()
  await tabTo(page, page.getByRole('group', { name: 'Colour' }).getByRole('link', { name: 'Clay' }))
  await page.keyboard.press('Enter')
  await expect(page.getByText('Colour · Clay')).toBeVisible()
  await tabTo(page, page.getByRole('button', { name: 'Add to cart' }))
  await page.keyboard.press('Space')
  await expect(page.getByText('Tide mug is in your cart')).toBeVisible()

  await tabTo(page, page.getByRole('link', { name: 'Go to cart' }), 'Shift+Tab')
  await page.keyboard.press('Enter')
  await tabTo(page, page.getByRole('button', { name: 'One Tide mug more' }))
  await page.keyboard.press('Enter')
  await expect(page.getByRole('textbox', { name: 'Quantity of Tide mug' })).toHaveValue('2')
  await tabTo(page, page.getByRole('link', { name: 'Check out' }))
  await page.keyboard.press('Enter')

  await tabTo(page, page.getByLabel('Email'))
  await page.keyboard.type(buyer.email)
  await tabTo(page, page.getByLabel('Country'))
  await page.keyboard.type(buyer.country)
  await expect(page.getByLabel('Country')).toHaveValue('DE')
  for (const [label, text] of [
    ['Full name', buyer.name],
    ['Street and number', buyer.street],
    ['Postal code', buyer.postalCode],
    ['City', buyer.city],
  ] as const) {
    await tabTo(page, page.getByLabel(label))
    await page.keyboard.type(text)
  }
  await page.keyboard.press('Tab')
  const order = page.getByRole('button', { name: /^Order and pay/ })
  await expect(order).toBeVisible()
  await tabTo(page, page.getByRole('radio', { name: /^Parcel/ }))
  await page.keyboard.press('ArrowDown')
  await expect(page.getByRole('radio', { name: /^Express/ })).toBeFocused()
  await expect(page.getByRole('radio', { name: /^Express/ })).toBeChecked()
  await expect(order).toHaveText('Order and pay €60.90')
  await tabTo(page, order)
  await page.keyboard.press('Enter')

  await tabTo(page, page.getByRole('radio', { name: 'Pay', exact: true }))
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowUp')
  await expect(page.getByRole('radio', { name: 'Pay', exact: true })).toBeChecked()
  await tabTo(page, page.getByRole('button', { name: 'Continue' }))
  await page.keyboard.press('Enter')
  await shopper.seesThanks(page, buyer)
  await tabTo(page, page.getByRole('link', { name: 'See your order' }))
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: /^Order / })).toBeVisible()
  await mailsArrived(store(), buyer.email, [CONFIRMED])
})

for (const path of ['/', '/products?q=lamp', '/p/tide-mug', '/signup', '/no/such/page'])
  test(`every stop of the Tab key is seen on ${path}`, async ({ page }) => {
    await page.goto(path)
    const last = page.getByRole('contentinfo').getByRole('button', { name: 'Dark' })
    await tabTo(page, last)
  })
