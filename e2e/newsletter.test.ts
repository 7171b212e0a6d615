/** The newsletter: asked for at the foot of a page, shown to be one's own by a link, ended by another; with and without script. */
import { AxeBuilder } from '@axe-core/playwright'
import { expect, storeOfThisFile, test, type Page } from './journey.ts'
import { NEWSLETTER_ASKED, NEWSLETTER_BEGINS, WELCOME } from './mails.ts'
import * as shopper from './shopper.ts'
import { mailsArrived } from './truth.ts'

const store = storeOfThisFile({ settings: async () => ({ LIMIT_SCALE: '1000' }) })
const foot = (page: Page) => page.getByRole('contentinfo')
const linkIn = (text: string, what: 'confirm' | 'end') =>
  new RegExp(`https?:\\S+/newsletter\\?${what}=\\S+`).exec(text)![0]

async function ask(page: Page, email: string): Promise<void> {
  await foot(page).getByLabel('Send it to').fill(email)
  await foot(page).getByRole('button', { name: 'Subscribe' }).click()
}

for (const javaScriptEnabled of [true, false])
  test.describe(javaScriptEnabled ? 'with script' : 'without script', () => {
    test.use({ javaScriptEnabled })

    test(`a reader ${javaScriptEnabled ? 'with' : 'without'} script asks, confirms and ends it`, async ({
      page,
    }) => {
      const { email } = shopper.someone('Rita Reader')
      await page.goto('/journal')
      await ask(page, 'rita at example')
      await expect(page.getByLabel('Send it to')).toHaveAccessibleDescription(/such as name@example.com/)
      await expect(page.getByLabel('Send it to')).toHaveValue('rita at example')
      await page.getByLabel('Send it to').fill(email)
      await page.getByRole('button', { name: 'Subscribe' }).click()
      await expect(page.getByRole('heading', { level: 1, name: 'Look into your mail' })).toBeVisible()

      const [asked] = await mailsArrived(store(), email, [NEWSLETTER_ASKED])
      await page.goto(linkIn(asked!.text, 'confirm'))
      await page.getByRole('button', { name: 'Yes, send me the newsletter' }).click()
      await expect(page.getByText('The newsletter comes to you from now on.')).toBeVisible()

      const [, begins] = await mailsArrived(store(), email, [NEWSLETTER_ASKED, NEWSLETTER_BEGINS])
      await page.goto(linkIn(begins!.text, 'end'))
      await page.getByRole('button', { name: 'End the newsletter' }).click()
      await expect(page.getByText('the address is forgotten')).toBeVisible()
      await page.goto(linkIn(asked!.text, 'confirm'))
      await page.getByRole('button', { name: 'Yes, send me the newsletter' }).click()
      await expect(page.getByText('This link does not work, or not any more').first()).toBeVisible()
    })
  })

test('whoever asks twice reads the same answer, and one mail comes', async ({ page }) => {
  const { email } = shopper.someone('Rolf Reader')
  for (let n = 0; n < 2; n++) {
    await page.goto('/')
    await page.getByRole('main').getByLabel('Send it to').fill(email)
    await page.getByRole('main').getByRole('button', { name: 'Subscribe' }).click()
    await expect(page.getByRole('heading', { level: 1, name: 'Look into your mail' })).toBeVisible()
  }
  await mailsArrived(store(), email, [NEWSLETTER_ASKED])
})

test('an account asks for it and ends it on its own page', async ({ page }) => {
  const buyer = shopper.someone('Anna Reader')
  await page.goto('/signup')
  await page.getByLabel('Your name').fill(buyer.name)
  await page.getByLabel('Email').fill(buyer.email)
  await page.getByLabel('Password').fill('four unrelated quiet words')
  await page.getByRole('button', { name: 'Create account' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Your orders' })).toBeVisible()
  await page.goto('/account/profile')
  await page.getByRole('main').getByRole('button', { name: 'Subscribe' }).click()
  const mails = await mailsArrived(store(), buyer.email, [WELCOME, NEWSLETTER_ASKED])
  await page.goto(linkIn(mails[1]!.text, 'confirm'))
  await page.getByRole('button', { name: 'Yes, send me the newsletter' }).click()
  await expect(page.getByText('The newsletter comes to you from now on.')).toBeVisible()
  await page.goto('/account/profile')
  await expect(page.getByText(`It goes to ${buyer.email}.`)).toBeVisible()
  await page.getByRole('button', { name: 'End the newsletter' }).click()
  await expect(page.getByText('No newsletter comes any more')).toBeVisible()
  await page.goto('/account/profile')
  await expect(page.getByRole('main').getByRole('button', { name: 'Subscribe' })).toBeVisible()
})

test('axe finds nothing on its pages', async ({ page }) => {
  for (const path of ['/', '/newsletter', '/newsletter?confirm=x', '/newsletter?now=asked', '/ar/newsletter'])
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme })
      await page.goto(path)
      const { violations } = await new AxeBuilder({ page }).analyze()
      expect(violations.map(({ id, nodes }) => `${path} ${id} ${nodes[0]?.target}`)).toEqual([])
    }
})
