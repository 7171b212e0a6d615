/** Links fetch ahead what they lead to, as soon as somebody is about to follow them, under the strict policy. */
import { expect, storeOfThisFile, test } from './journey.ts'

storeOfThisFile()

test('pointing at a product fetches its page and its script ahead; following it then shows it', async ({
  page,
}) => {
  const list = await page.goto('/c/ceramics', { waitUntil: 'networkidle' })
  expect(list!.headers()['content-security-policy']).toMatch(
    /script-src 'self' 'nonce-[^']+'; style-src 'self';/,
  )
  const link = page.getByRole('main').getByRole('link', { name: 'Tide mug', exact: true })
  const asked = page.waitForRequest((request) => /\/p\/tide-mug\.data/.test(request.url()))
  await link.hover()
  expect((await (await asked).response())?.status()).toBe(200)
  await expect(page.locator('link[rel="modulepreload"][href*="product"]')).not.toHaveCount(0)
  await link.click()
  await expect(page.getByRole('heading', { level: 1, name: 'Tide mug' })).toBeVisible()
})

test('by keyboard too: a link that is reached fetches ahead', async ({ page }) => {
  await page.goto('/c/ceramics', { waitUntil: 'networkidle' })
  const asked = page.waitForRequest((request) => /\/p\/tide-mug\.data/.test(request.url()))
  await page.getByRole('main').getByRole('link', { name: 'Tide mug', exact: true }).focus()
  expect((await (await asked).response())?.status()).toBe(200)
})
