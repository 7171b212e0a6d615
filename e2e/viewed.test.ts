/** A shopper looks around, finds again what they looked at, and has it forgotten; what a search finds is marked. */
import { expect, storeOfThisFile, test } from './journey.ts'
import * as shopper from './shopper.ts'

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
  await expect(seen.getByRole('link', { name: 'Linen notebook', exact: true })).toBeVisible()
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

test('what is liked waits on a list, which others see by its link; by script or without', async ({
  visitor,
}) => {
  const plain = await visitor({ javaScriptEnabled: false })
  await plain.goto('/p/linen-notebook')
  await plain.getByRole('button', { name: 'Linen notebook: keep on my list' }).click()
  await expect(plain).toHaveURL(/\/p\/linen-notebook$/)
  await expect(plain.getByRole('button', { name: 'Linen notebook: keep on my list' })).toHaveAttribute(
    'aria-pressed',
    'true',
  )
  await plain.goto('/account/lists')
  await plain.getByRole('link', { name: 'Wish list', exact: true }).click()
  await expect(plain.getByRole('link', { name: 'Linen notebook', exact: true })).toBeVisible()
  await plain.getByText('Share this list').click()
  await plain.getByRole('button', { name: 'Make a link' }).click()
  const link = await plain.getByRole('textbox', { name: 'Link to this list' }).inputValue()

  await shopper.fillCart(plain, '/p/linen-notebook')
  await plain.goto('/cart')
  const aside = plain.getByRole('button', { name: 'Save for later: Linen notebook' })
  await aside.click()
  await expect(plain.getByRole('heading', { name: 'Saved for later' })).toBeVisible()
  await plain.getByRole('button', { name: 'Undo' }).click()
  await expect(aside).toBeVisible()
  await expect(plain.getByRole('heading', { name: 'Saved for later' })).toBeHidden()

  const page = await visitor({})
  await page.goto(link)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Wish list')
  const heart = page.getByRole('button', { name: 'Linen notebook: keep on my list' })
  await expect(heart).toHaveAttribute('aria-pressed', 'false')
  const pressed = async (isLiked: boolean) => {
    const drawnAnew = page.waitForResponse(
      (answer) => answer.url().includes('.data') && answer.request().method() === 'GET',
    )
    await heart.press('Enter')
    await expect(heart).toHaveAttribute('aria-pressed', String(isLiked))
    await (await drawnAnew).finished()
  }
  await pressed(true)
  await expect(page).toHaveURL(link)
  await pressed(false)
  await page.goto('/account/lists')
  await expect(page.getByText('0 things')).toBeVisible()
})
