/** A shopper looks around, finds again what they looked at, and has it forgotten; what a search finds is marked. */
import { expect, storeOfThisFile, test } from './journey.ts'

storeOfThisFile()

test('what was looked at stands on other pages, until it is forgotten', async ({ visitor }) => {
  const page = await visitor({})
  const seen = page.getByRole('region', { name: 'You looked at' })
  const look = async (path: string) => {
    const noted = page.waitForResponse((answer) => answer.url().endsWith('/viewed'))
    await page.goto(path)
    expect((await noted).status()).toBe(204)
  }
  await page.goto('/')
  await expect(seen).toBeHidden()
  await look('/p/linen-notebook')
  await page.goto('/p/enamel-mug')
  await expect(seen.getByRole('link', { name: 'Linen notebook' })).toBeVisible()
  await expect(seen.getByRole('listitem')).toHaveCount(1)

  await seen.getByRole('button', { name: 'Forget these' }).press('Enter')
  await expect(seen).toBeHidden()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Enamel mug')
})

test('words that were looked for are marked where they were found', async ({ visitor }) => {
  const page = await visitor({ javaScriptEnabled: false })
  await page.goto('/products?q=mugs')
  await expect(page.getByRole('heading', { level: 2 }).first().locator('mark')).toHaveText(/^mug$/i)
})
