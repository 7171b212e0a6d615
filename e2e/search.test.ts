/** A shopper looks for a mug, mistypes it, and narrows what is found: with script and without. */
import { expect, storeOfThisFile, test } from './journey.ts'

storeOfThisFile()

test('what might be meant is offered while it is typed, and what was sought before; by keyboard alone', async ({
  page,
}) => {
  await page.goto('/')
  const box = page.getByRole('combobox', { name: 'Search products' })
  const offers = page.getByRole('listbox', { name: 'What might be meant' }).getByRole('option')
  await box.focus()
  await page.keyboard.type('tide m')
  const mug = offers.filter({ hasText: '€' }).filter({ hasText: 'Tide mug' })
  await expect(mug).toContainText('€')
  await expect(box).toHaveAttribute('aria-expanded', 'true')
  await page.keyboard.press('Escape')
  await expect(offers).toHaveCount(0)
  await expect(box).toHaveValue('tide m')
  await page.keyboard.press('ArrowDown')
  await expect(mug).toBeVisible()
  for (let n = 0; n < 12 && (await mug.getAttribute('aria-selected')) !== 'true'; n++)
    await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: 'Tide mug' })).toBeVisible()

  await box.focus()
  await page.keyboard.type('vase')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Results for “vase”')
  await page.goto('/')
  await box.focus()
  await expect(offers).toHaveText([/vase/])
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Results for “vase”')
})

for (const javaScriptEnabled of [true, false])
  test(`a shopper ${javaScriptEnabled ? 'with' : 'without'} script finds what was mistyped, and narrows what is found`, async ({
    visitor,
  }) => {
    const page = await visitor({ javaScriptEnabled })
    const search = async (words: string) => {
      const box = page.getByLabel('Search products')
      await box.fill(words)
      await box.press('Enter')
    }
    await page.goto('/')
    await search('enamle mug')
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Results for “enamle mug”')
    await expect(page.getByRole('heading', { level: 2 }).first()).toContainText('Enamel mug')

    await search('mug')
    await expect(page.getByText('6 products', { exact: true })).toBeVisible()
    const taken = async (query: RegExp) =>
      javaScriptEnabled
        ? await page.waitForURL(query)
        : await page.getByRole('button', { name: /^Show \d+ products?$/ }).click()
    await page.getByRole('checkbox', { name: 'Sea (2)' }).check()
    await taken(/option=colour%3Asea/)
    await page.getByRole('checkbox', { name: /^In stock/ }).check()
    await taken(/available=1/)
    await expect(page.getByText('2 products', { exact: true })).toBeVisible()
    await expect(page.getByRole('checkbox', { name: 'Sea (2)' })).toBeChecked()
    expect(new URL(page.url()).searchParams.getAll('option')).toEqual(['colour:sea'])

    await page.getByRole('link', { name: 'Remove Sea' }).click()
    await expect(page).not.toHaveURL(/option=/)
    await page.getByRole('link', { name: 'Remove all filters' }).click()
    await expect(page.getByText('6 products', { exact: true })).toBeVisible()
  })

test('a shelf is narrowed in a drawer on a phone, and whoever comes back finds the place', async ({
  visitor,
}) => {
  const page = await visitor({ viewport: { width: 360, height: 740 } })
  await page.goto('/c/ceramics')
  await page.getByRole('button', { name: 'Filter' }).click()
  await page.getByRole('textbox', { name: 'Highest price in EUR' }).fill('20')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/max=20/)
  await expect(page.getByRole('complementary', { name: 'Filter' })).toBeHidden()
  await expect(page.getByRole('link', { name: /^Remove up to/ })).toBeVisible()

  await page.goto('/products')
  await page.getByRole('link', { name: 'More products' }).click()
  const last = page.getByRole('heading', { level: 2 }).nth(40)
  const name = await last.textContent()
  await last.click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(name!)
  await page.goBack()
  await expect(page.getByRole('heading', { level: 2, name: name! })).toBeInViewport()
})
