/** What is sold by the half dozen, on the product page and in the cart: with script and without. */
import { expect, storeOfThisFile, test } from './journey.ts'

const store = storeOfThisFile()
const SLUG = 'tide-mug'
const SKU = 'QS-TIDE-SEA-S'

type Shown = { id: string; variants: { id: string; sku: string }[] }

async function sellInSteps(quantityRule: { minimum: number; maximum: number | null; step: number }) {
  const { body: product } = await store().call<Shown>('GET', `/v1/products/${SLUG}`)
  const { id } = product.variants.find(({ sku }) => sku === SKU)!
  const path = `/v1/admin/products/${product.id}/variants/${id}`
  const answer = await store().call('PATCH', path, { as: 'owner', body: { quantityRule } })
  expect(answer.status, JSON.stringify(answer.body)).toBe(200)
}

for (const javaScriptEnabled of [true, false])
  test(`a shopper ${javaScriptEnabled ? 'with' : 'without'} script is led along the steps`, async ({
    visitor,
  }) => {
    await sellInSteps({ minimum: 4, maximum: 8, step: 2 })
    const page = await visitor({ javaScriptEnabled })
    await page.goto(`/p/${SLUG}?variant=${SKU}`)
    await expect(page.getByText('Sold in steps of 2, from 4, up to 8 at a time.')).toBeVisible()
    const offered = page.getByLabel('Quantity').locator('option')
    expect((await offered.allTextContents()).map(Number)).toEqual([4, 6, 8])
    await page.getByLabel('Quantity').selectOption('6')
    await page.getByRole('button', { name: 'Add to cart' }).click()
    await page.getByRole('link', { name: 'Go to cart' }).click()

    const quantity = page.getByRole('textbox', { name: 'Quantity of Tide mug' })
    await expect(quantity).toHaveValue('6')
    await page.getByRole('button', { name: '2 Tide mug more' }).click()
    await expect(quantity).toHaveValue('8')
    await expect(page.getByRole('button', { name: '2 Tide mug more' })).toBeDisabled()
    await expect(page.getByText('At most 8 at a time.')).toBeVisible()
    await page.getByRole('button', { name: '2 Tide mug less' }).click()
    await expect(quantity).toHaveValue('6')
    await quantity.fill('5')
    await quantity.press('Enter')
    await expect(page.getByText('Sold in steps of 2, from 4, up to 8 at a time.')).toBeVisible()
    await page.getByRole('button', { name: 'Take 6' }).click()
    await expect(quantity).toHaveValue('6')
    await page.getByRole('button', { name: '2 Tide mug less' }).click()
    await expect(quantity).toHaveValue('4')
    await expect(page.getByRole('button', { name: '2 Tide mug less' })).toBeDisabled()

    await expect(page.locator('[aria-busy=true]')).toHaveCount(0)

    // The rule changes while it is in the cart: it says so, and how to go on.
    await sellInSteps({ minimum: 3, maximum: null, step: 3 })
    await page.goto('/cart')
    await expect(page.getByText('Sold in steps of 3.')).toBeVisible()
    await expect(page.getByRole('button', { name: 'Check out' })).toBeDisabled()
    await page.getByRole('button', { name: 'Take 3' }).click()
    await expect(page.getByRole('link', { name: 'Check out' })).toBeVisible()
  })
