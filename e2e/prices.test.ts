/** What more pieces cost each, and what has to stand beside a reduction: on the product page, in a list and in the cart. */
import { expect, storeOfThisFile, test } from './journey.ts'

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
