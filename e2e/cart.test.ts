/** The cart beside the page and on other devices, and the cart that somebody shares. */
import { expect, storeOfThisFile, test, type Page } from './journey.ts'
import * as shopper from './shopper.ts'

storeOfThisFile()

const bag = (page: Page) => page.getByRole('banner').getByRole('link', { name: /^Cart/ })
const quantity = (page: Page) => page.getByRole('textbox', { name: 'Quantity of Tide mug' })

test('from a list into the cart beside it, changed there, and the same on the page of another tab', async ({
  page,
}) => {
  await page.goto('/c/ceramics')
  await page.getByRole('link', { name: 'Choose a version of Tide mug' }).click()
  const choice = page.getByRole('dialog', { name: 'Tide mug' })
  await choice.getByRole('group', { name: 'Colour' }).getByRole('link', { name: 'Sage' }).click()
  await expect(choice.getByText('Colour · Sage')).toBeVisible()
  await choice.getByRole('button', { name: 'Add to cart' }).click()
  await expect(page.getByRole('status').getByText('Tide mug is in your cart')).toBeVisible()
  await expect(bag(page)).toHaveAccessibleName('Cart, 1 item')

  await bag(page).click()
  const drawer = page.getByRole('dialog', { name: 'Your cart' })
  await expect(drawer.getByText('Sage')).toBeVisible()
  await expect(drawer.getByText(/more, and delivery is free/)).toBeVisible()
  const other = await page.context().newPage()
  await other.goto('/cart')
  await page.bringToFront()
  const sent: string[] = []
  page.on('request', (request) => request.method() === 'POST' && sent.push(request.url()))
  const more = drawer.getByRole('button', { name: 'One Tide mug more' })
  for (const shown of ['2', '3', '4']) {
    await more.click()
    await expect(quantity(page)).toHaveValue(shown)
  }
  await expect(drawer.locator('[aria-busy=true]')).toHaveCount(0)
  expect(sent.length, 'three presses in a row are fewer forms').toBeLessThan(3)
  await expect(quantity(other)).toHaveValue('4')
  await expect(bag(page)).toHaveAccessibleName('Cart, 4 items')

  await drawer.getByRole('button', { name: 'Remove Tide mug' }).click()
  await expect(drawer.getByText('Your cart is empty')).toBeVisible()
  await expect(other.getByText('Your cart is empty')).toBeVisible()
  await drawer.getByRole('button', { name: 'Undo' }).press('Enter')
  await expect(quantity(page)).toHaveValue('4')
  await page.keyboard.press('Escape')
  await expect(drawer).toBeHidden()
})

test('what has one version goes from a list into the cart at once, before the store has answered', async ({
  page,
  visitor,
}) => {
  await page.goto('/products?q=logbook')
  let answer = () => {}
  const held = new Promise<void>((done) => (answer = done))
  await page.route(/\/cart\.data/, async (route) => {
    await held
    await route.continue()
  })
  await page.getByRole('button', { name: 'Add Logbook to cart' }).click()
  await expect(bag(page)).toHaveAccessibleName('Cart, 1 item')
  answer()
  await expect(page.getByRole('status').getByText('Logbook is in your cart')).toBeVisible()
  await expect(bag(page)).toHaveAccessibleName('Cart, 1 item')

  const plain = await visitor({ javaScriptEnabled: false })
  await plain.goto('/products?q=logbook')
  await plain.getByRole('button', { name: 'Add Logbook to cart' }).click()
  await expect(plain.getByRole('textbox', { name: 'Quantity of Logbook' })).toHaveValue('1')
})

for (const javaScriptEnabled of [true, false])
  test(`a cart is shared and taken, its delivery asked about elsewhere, ${javaScriptEnabled ? 'with' : 'without'} script`, async ({
    visitor,
  }) => {
    const alices = await visitor({ javaScriptEnabled })
    await shopper.fillCart(alices, '/p/tide-mug?variant=QS-TIDE-CLAY-S')
    await alices.goto('/cart')
    await alices.getByText('What delivery costs where you are').click()
    await alices.getByLabel('Country').selectOption('AT')
    await alices.getByRole('button', { name: 'Show' }).click()
    await expect(alices.getByText(/: (free|€[\d.]+), arrives /).first()).toBeVisible()
    await alices.getByText('Share this cart').click()
    await alices.getByRole('button', { name: 'Make a link' }).click()
    const link = await alices.getByRole('textbox', { name: 'Link to this cart' }).inputValue()

    const charlies = await visitor({ javaScriptEnabled })
    await charlies.goto(link)
    await expect(charlies.getByRole('heading', { level: 1, name: 'A cart for you' })).toBeVisible()
    await expect(charlies.getByText('Clay, Small')).toBeVisible()
    await expect(bag(charlies)).toHaveAccessibleName('Cart, empty')
    await charlies.getByRole('button', { name: 'Put these in my cart' }).click()
    await expect(charlies.getByRole('heading', { level: 1, name: 'Your cart' })).toBeVisible()
    await expect(quantity(charlies)).toHaveValue('1')
    const gone = await charlies.goto(link.slice(0, -6) + 'xxxxxx')
    expect(gone?.status()).toBe(404)
  })

for (const javaScriptEnabled of [true, false])
  test(`a session that ends during checkout loses nothing that was typed, ${javaScriptEnabled ? 'with' : 'without'} script`, async ({
    visitor,
  }) => {
    const page = await visitor({ javaScriptEnabled })
    const buyer = shopper.someone()
    await shopper.fillCart(page)
    await shopper.goToCheckout(page)
    await shopper.fillIn(page, buyer)
    await page.context().clearCookies({ name: 'qs_session' })
    await page.getByRole('button', { name: /^(Continue|Order and pay)/ }).click()
    await expect(page.getByRole('heading', { name: 'Your session has ended' })).toBeVisible()
    await expect(page.getByText(buyer.street)).toBeVisible()
    await expect(page.getByRole('main').getByRole('link', { name: 'Log in' })).toBeVisible()
    if (!javaScriptEnabled) return
    await shopper.fillCart(page)
    await shopper.goToCheckout(page)
    await expect(page.getByLabel('Street and number')).toHaveValue(buyer.street)
    await expect(page.getByLabel('Email')).toHaveValue(buyer.email)
  })
