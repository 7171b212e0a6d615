/** Somebody who has never seen this store reads its API in the browser, tries it there, and sees what changed lately. */
import { expect, storeOfThisFile, test } from './journey.ts'

const store = storeOfThisFile()
// The page lays out hundreds of operations.
test.use({ actionTimeout: 40_000 })
test.describe.configure({ timeout: 150_000 })

test('the list of products is found, tried and answered in the page', async ({ page }) => {
  await page.goto(`${store().url}/docs`)
  await expect(page.getByRole('heading', { name: 'Quayside', exact: false }).first()).toBeVisible()
  await page.getByRole('link', { name: 'browse', exact: true }).click()
  await page.getByRole('button', { name: 'GET /v1/products Products for sale' }).click()
  await page.getByRole('button', { name: 'Execute' }).click()
  const live = page.getByRole('table').filter({ has: page.getByRole('heading', { name: 'Response body' }) })
  await expect(live).toContainText('"items"')
  await expect(live.getByRole('cell', { name: '200', exact: true })).toBeVisible()

  const changes = page.waitForEvent('popup')
  await page.getByRole('link', { name: 'What changed from version to version' }).click()
  await expect((await changes).locator('body')).toContainText('What changed in the API')
})
