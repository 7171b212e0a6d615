/** A shopper looks for a mug, mistypes it, and narrows what is found: with script and without. */
import { expect, storeOfThisFile, test } from './journey.ts'

storeOfThisFile()

for (const javaScriptEnabled of [true, false])
  test(`a shopper ${javaScriptEnabled ? 'with' : 'without'} script finds what was mistyped, and narrows what is found`, async ({
    visitor,
  }) => {
    const page = await visitor({ javaScriptEnabled })
    const search = async (words: string) => {
      const box = page.getByRole('searchbox', { name: 'Search products' })
      await box.fill(words)
      await box.press('Enter')
    }
    await page.goto('/')
    await search('enamle mug')
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Results for “enamle mug”')
    await expect(page.getByRole('heading', { level: 2 }).first()).toContainText('Enamel mug')

    await search('mug')
    await expect(page.getByText('6 products')).toBeVisible()
    await page.getByText('Narrow down').click()
    await page.getByRole('checkbox', { name: 'Sea (2)' }).check()
    await page.getByRole('checkbox', { name: /^In stock/ }).check()
    await page.getByRole('button', { name: 'Apply' }).last().click()
    await expect(page.getByText('2 products')).toBeVisible()
    await expect(page.getByRole('checkbox', { name: 'Sea (2)' })).toBeChecked()
    expect(new URL(page.url()).searchParams.getAll('option')).toEqual(['colour:sea'])

    await page.getByRole('link', { name: 'Show all results' }).click()
    await expect(page.getByText('6 products')).toBeVisible()
  })
