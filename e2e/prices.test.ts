/** What more pieces cost each, what has to stand beside a reduction, and the same shop in another currency: on pages, in a list and in the cart. */
import { expect, storeOfThisFile, test } from './journey.ts'
import * as shopper from './shopper.ts'

const store = storeOfThisFile()

type Shown = { id: string; variants: { id: string; sku: string }[] }

async function reduce(slug: string, sku: string, amount: number, before: number) {
  const { body: product } = await store().call<Shown>('GET', `/v1/products/${slug}`)
  const { id } = product.variants.find((variant) => variant.sku === sku)!
  const eur = (minor: number) => ({ amount: minor, currency: 'EUR' })
  const prices = [{ variantId: id, price: eur(amount), compareAt: eur(before) }]
  const answer = await store().call('PUT', '/v1/admin/prices', { as: 'owner', body: { prices } })
  expect(answer.status, JSON.stringify(answer.body)).toBe(200)
}

for (const javaScriptEnabled of [true, false])
  test(`five notebooks cost less each, ${javaScriptEnabled ? 'with' : 'without'} script`, async ({
    visitor,
  }) => {
    const page = await visitor({ javaScriptEnabled })
    await page.goto('/p/linen-notebook')
    const tiers = page.getByRole('heading', { name: 'Take more, pay less' }).locator('..')
    await expect(tiers.getByRole('listitem')).toHaveText([
      /From 5 pieces\s*€19\.80 each/,
      /From 20 pieces\s*€17\.80 each/,
    ])
    await page.getByLabel('Quantity').selectOption('4')
    await page.getByRole('button', { name: 'Add to cart' }).click()
    await page.getByRole('link', { name: 'Go to cart' }).click()
    const main = page.getByRole('main')
    await expect(main.getByText('€22.00 each')).toBeVisible()
    await page.getByRole('button', { name: 'One Linen notebook more' }).click()
    await expect(main.getByText('€19.80 each')).toBeVisible()
    await expect(main.getByText('€99.00').first()).toBeVisible()
  })

test('beside a struck-through price stands the lowest of the 30 days before it', async ({ page }) => {
  await reduce('moon-vase', 'QS-MOON-CHALK-S', 2900, 9900)
  const lowest = /Lowest price in the 30 days before: €\d+\.\d\d/
  await page.goto('/p/moon-vase?variant=QS-MOON-CHALK-S')
  await expect(page.getByText(lowest)).toBeVisible()
  await page.goto('/c/ceramics')
  const card = page.getByRole('listitem').filter({ hasText: 'Moon vase' })
  await expect(card.getByText(lowest)).toBeVisible()
})

test('Haruto takes yen on a phone, without script: his cart comes along to the checkout', async ({
  visitor,
}) => {
  const page = await visitor({ javaScriptEnabled: false, viewport: { width: 360, height: 740 } })
  await page.goto('/p/tide-mug?variant=QS-TIDE-SEA-S')
  await page.getByRole('button', { name: 'Add to cart' }).first().click()
  await page.goto('/cart')
  await expect(page.getByRole('main').getByText('€24.00').first()).toBeVisible()
  await page.getByRole('banner').locator('summary').filter({ hasText: 'Menu' }).click()
  await page.getByRole('button', { name: 'Japanese Yen (JPY)' }).filter({ visible: true }).click()
  await expect(page).toHaveURL('/cart')
  await expect(page.getByRole('main').getByText('¥4,200').first()).toBeVisible()
  await page.goto('/c/ceramics?min=4000&currency=JPY')
  await expect(
    page
      .getByRole('main')
      .getByText(/¥\d,\d{3}$/)
      .first(),
  ).toBeVisible()
  await shopper.goToCheckout(page)
  await expect(page.getByText('¥4,200').first()).toBeVisible()
})

test('what has no price in pounds stays in Ida’s cart until she says so; without the choice the cart is told to be in pounds', async ({
  page,
}) => {
  const owner = async (method: string, path: string, body: unknown) => {
    const answer = await store().call(method, `/v1/admin${path}`, { as: 'owner', body })
    expect(answer.status, JSON.stringify(answer.body)).toBeLessThan(300)
  }
  await owner('PUT', '/currencies', { currencies: ['EUR', 'USD', 'JPY', 'GBP'] })
  const britain = { code: 'britain', name: 'Britain', currency: 'GBP', countries: ['GB'] }
  await owner('POST', '/markets', { ...britain, pricesIncludeTax: true, taxRounding: 'line' })
  const { body: mug } = await store().call<Shown>('GET', '/v1/products/tide-mug')
  const { id: variantId } = mug.variants.find(({ sku }) => sku === 'QS-TIDE-SEA-S')!
  await owner('PUT', '/prices', { prices: [{ variantId, price: { amount: 2100, currency: 'GBP' } }] })

  await shopper.fillCart(page, '/p/tide-mug?variant=QS-TIDE-SEA-S')
  await shopper.fillCart(page, '/p/moon-vase?variant=QS-MOON-CHALK-S')
  await page.goto('/cart')
  const takePounds = async () => {
    await page.getByRole('banner').getByText('English · EUR').click()
    await page.getByRole('button', { name: 'British Pound (GBP)' }).filter({ visible: true }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Not all of your cart is sold there')
  }
  await takePounds()
  await expect(page.getByRole('main').getByRole('listitem')).toHaveText(['Moon vase'])
  await page.getByRole('link', { name: 'Keep my cart as it is' }).click()
  await expect(page.getByRole('main').getByText('€24.00').first()).toBeVisible()
  await takePounds()
  await page.getByRole('button', { name: 'Leave these out and change' }).click()
  await expect(page).toHaveURL('/cart')
  await expect(page.getByRole('main').getByText('£21.00').first()).toBeVisible()
  await expect(page.getByRole('main').getByText('Moon vase')).toHaveCount(0)

  await page.context().clearCookies({ name: 'market' })
  await page.reload()
  await expect(page.getByText('This cart is in GBP.')).toBeVisible()
  await page.getByRole('button', { name: 'Change it to EUR' }).click()
  await expect(page.getByRole('main').getByText('€24.00').first()).toBeVisible()
})
