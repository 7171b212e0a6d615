/** Somebody who has never seen this store finds an operation in its docs, tries it there, and sees what changed lately. */
import { expect, storeOfThisFile, test } from './journey.ts'

const store = storeOfThisFile()

test('the list of products is found, tried and answered in the page', async ({ page }) => {
  await page.goto('/docs')
  const told = page.getByRole('status')
  await expect(told).toHaveText(/^\d{3} operations$/)
  await page.getByRole('searchbox').fill('products for sale')
  await expect(told).toHaveText(/^\d+ of \d{3} operations$/)
  await page.getByRole('link', { name: 'browse.products', exact: true }).click()

  await expect(page.getByRole('heading', { level: 1 })).toHaveText('browse.products')
  for (const road of ['REST', 'TypeScript', 'GraphQL', 'gRPC', 'WebSocket', 'MCP', 'Command line'])
    await expect(page.getByRole('region', { name: road, exact: true })).toBeVisible()
  const trial = page.getByRole('region', { name: 'Try it' })
  await trial.getByLabel('limit').fill('2')
  await trial.getByRole('button', { name: 'Send' }).click()
  await expect(trial.getByRole('status')).toHaveText(/^200 OK in \d+ ms$/)
  const body = trial.getByRole('region', { name: 'Body of the answer' })
  expect((JSON.parse(await body.innerText()) as { items: unknown[] }).items).toHaveLength(2)

  await page.getByRole('link', { name: 'What changed from version to version' }).click()
  await expect(page.locator('body')).toContainText('What changed in the API')
})

test('by keyboard alone a guest’s session is begun, and a cart by its token', async ({ page }) => {
  await page.goto('/docs')
  await page.keyboard.press('/')
  await expect(page.getByRole('searchbox')).toBeFocused()
  await page.keyboard.type('identity startGuest')
  await page.keyboard.press('ArrowDown')
  await expect(page.getByRole('link', { name: 'identity.startGuest' })).toBeFocused()
  await page.keyboard.press('Enter')
  const trial = page.getByRole('region', { name: 'Try it' })
  const status = trial.getByRole('status')
  await expect(trial.getByRole('button', { name: 'Send' })).toBeVisible()
  await trial.getByRole('button', { name: 'Send' }).press('Enter')
  await expect(status).toHaveText(/^201/)
  const { token } = JSON.parse(
    await trial.getByRole('region', { name: 'Body of the answer' }).innerText(),
  ) as { token: string }

  await page.context().clearCookies()
  await page.keyboard.press('Shift+Tab') // away from the button
  await page.getByRole('link', { name: /^Quayside API/ }).focus()
  await page.keyboard.press('/')
  await page.keyboard.type('cart.create')
  await page.keyboard.press('Enter')
  await page.getByRole('link', { name: 'cart.create', exact: true }).press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('cart.create')
  await expect(trial.getByLabel('Authorization')).toHaveValue('')
  await trial.getByRole('button', { name: 'Send' }).press('Enter')
  await expect(status).toHaveText(/^401/)
  await expect(trial.getByRole('link', { name: 'unauthenticated' })).toHaveAttribute(
    'href',
    '/problems/unauthenticated',
  )
  await trial.getByLabel('Authorization').fill(token)
  await trial.getByLabel('Authorization').press('Enter')
  await expect(status).toHaveText(/^201/)
})

test('without a script everything is there to read, and the search answers', async ({ visitor }) => {
  const page = await visitor({ javaScriptEnabled: false, baseURL: store().url })
  await page.goto('/docs')
  await page.getByRole('searchbox').fill('cartAddItem')
  await page.getByRole('searchbox').press('Enter')
  await expect(page.getByRole('status')).toHaveText(/^\s*1 of \d{3} operations\s*$/)
  await page.getByRole('link', { name: 'cart.addItem', exact: true }).click()
  await expect(page.getByRole('region', { name: 'GraphQL', exact: true })).toContainText('cartAddItem(')
  await expect(page.getByRole('button', { name: 'Send' })).toBeHidden()
  await page.getByRole('link', { name: 'cart.out_of_stock' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('cart.out_of_stock')
})
