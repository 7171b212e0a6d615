/** What is made in fifty colours and forty sizes is chosen and bought as what is made in two, with script and without. */
import { gzipSync } from 'node:zlib'
import { expect, storeOfThisFile, test } from './journey.ts'

const store = storeOfThisFile()

async function owner<Body>(method: string, path: string, body?: unknown): Promise<Body> {
  const answer = await store().call<Body>(method, `/v1/admin${path}`, { as: 'owner', body })
  expect(answer.status, JSON.stringify(answer.body)).toBeLessThan(300)
  return answer.body
}

const [COLOURS, SIZES] = [50, 40]
const PRICES_AT_ONCE = 100
type Option = { id: string; values: { id: string }[] }
const option = (key: string, count: number) =>
  owner<Option>('POST', '/options', {
    key,
    texts: [{ locale: 'en', name: key }],
    values: Array.from({ length: count }, (_, n) => ({
      key: `${n}`,
      texts: [{ locale: 'en', name: `${key} ${n}` }],
    })),
  })

test.beforeAll(async () => {
  const taxes = await owner<{ items: { id: string }[] }>('GET', '/tax/categories')
  const [thread, length] = [await option('Thread', COLOURS), await option('Length', SIZES)]
  const { id } = await owner<{ id: string }>('POST', '/products', {
    taxCategoryId: taxes.items[0]!.id,
    shippable: false,
    texts: [{ locale: 'en', name: 'Pattern' }],
    optionIds: [thread.id, length.id],
  })
  const { made } = await owner<{ made: { id: string }[] }>('POST', `/products/${id}/combinations`, {
    skuStart: 'PAT',
    axes: [thread, length].map(({ id: optionId, values }) => ({
      optionId,
      valueIds: values.map((value) => value.id),
    })),
  })
  expect(made).toHaveLength(COLOURS * SIZES)
  for (let start = 0; start < made.length; start += PRICES_AT_ONCE)
    await owner('PUT', '/prices', {
      prices: made
        .slice(start, start + PRICES_AT_ONCE)
        .map((variant) => ({ variantId: variant.id, price: { amount: 1900, currency: 'EUR' } })),
    })
  await owner('POST', `/products/${id}/publication`, {})
})

for (const javaScriptEnabled of [true, false])
  test(`of two thousand variants one is chosen and bought, ${javaScriptEnabled ? 'with' : 'without'} script`, async ({
    visitor,
  }) => {
    const page = await visitor({ javaScriptEnabled })
    const answer = await page.goto('/p/pattern')
    expect(gzipSync(await answer!.body()).length).toBeLessThan(40_000)
    const choose = async (name: string, value: string) => {
      await page.getByLabel(name).selectOption(value)
      if (!javaScriptEnabled)
        await page
          .locator('form')
          .filter({ has: page.getByLabel(name) })
          .getByRole('button', { name: 'Apply' })
          .click()
    }
    await expect(page.getByLabel('Thread').getByRole('option')).toHaveCount(COLOURS)
    await expect(page.getByLabel('Length').getByRole('option')).toHaveCount(SIZES)
    await choose('Thread', 'Thread 33')
    await expect(page).toHaveURL(/variant=PAT-33-0$/)
    await choose('Length', 'Length 21')
    await expect(page).toHaveURL(/variant=PAT-33-21$/)
    await page.getByRole('button', { name: 'Add to cart' }).click()
    await page.getByRole('link', { name: 'Go to cart' }).click()
    await expect(page.getByText('Thread 33, Length 21').first()).toBeVisible()
  })

test('what the page’s address names is not what the store must know', async ({ page }) => {
  for (const named of ['of-another', 'x'.repeat(200), '%00', ''])
    expect((await page.goto(`/p/pattern?variant=${named}`))!.status()).toBe(200)
})
