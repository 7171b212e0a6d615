/** The password: forgotten, chosen anew, changed; with script and without. */
import { expect, storeOfThisFile, test, type Page } from './journey.ts'
import { NEW_PASSWORD, PASSWORD_CHANGED, WELCOME } from './mails.ts'
import * as shopper from './shopper.ts'
import { mailsArrived } from './truth.ts'

/** Both journeys come from one address within a minute, more often than people are let. */
const store = storeOfThisFile({ settings: async () => ({ LIMIT_SCALE: '1000' }) })
const [OLD, NEW] = ['four unrelated quiet words', 'four other quiet words']

async function signUp(page: Page, buyer: shopper.Buyer): Promise<void> {
  await page.goto('/signup')
  await page.getByLabel('Your name').fill(buyer.name)
  await page.getByLabel('Email').fill(buyer.email)
  await page.getByLabel('Password').fill(OLD)
  await page.getByRole('button', { name: 'Create account' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Your orders' })).toBeVisible()
}

async function logIn(page: Page, buyer: shopper.Buyer, password: string): Promise<void> {
  await page.getByLabel('Email').fill(buyer.email)
  await page.getByLabel('Password').fill(password)
  await page.getByRole('main').getByRole('button', { name: 'Log in' }).click()
}

for (const script of [true, false])
  test.describe(script ? 'with script' : 'without script', () => {
    test.use({ javaScriptEnabled: script })

    test('a forgotten password: the link from the mail sets another one, once, and other devices are out', async ({
      page,
      visitor,
    }) => {
      test.slow()
      const buyer = shopper.someone('Mia Lund')
      const device = await visitor({ javaScriptEnabled: script })
      await signUp(device, buyer)

      await page.goto('/login')
      await page.getByRole('link', { name: 'Forgot your password?' }).click()
      await page.getByLabel('Email').fill('mia at example')
      await page.getByRole('button', { name: 'Send me the link' }).click()
      await expect(page.getByLabel('Email')).toHaveAccessibleDescription(/such as name@example.com/)
      await page.getByLabel('Email').fill('nobody@example.com')
      await page.getByRole('button', { name: 'Send me the link' }).click()
      const told = page.getByText(/^If there is an account for/)
      const toNobody = await told.innerText()
      await page.goto('/forgot-password')
      await page.getByLabel('Email').fill(buyer.email)
      await page.getByRole('button', { name: 'Send me the link' }).click()
      await expect(told).toContainText(buyer.email)
      expect((await told.innerText()).replace(buyer.email, '')).toBe(
        toNobody.replace('nobody@example.com', ''),
      )
      expect(await store().mailsTo('nobody@example.com')).toEqual([])

      const mails = await mailsArrived(store(), buyer.email, [WELCOME, NEW_PASSWORD])
      const link = /https?:\S+\/set-password\?\S+/.exec(mails[1]!.text)![0]
      await page.goto(link)
      await page.getByLabel('New password').fill('short')
      await page.getByRole('button', { name: 'Set password' }).click()
      await expect(page.getByLabel('New password')).toHaveAccessibleDescription(/at least 10 characters/)
      await page.getByLabel('New password').fill(NEW)
      await page.getByRole('button', { name: 'Set password' }).click()
      await expect(page.getByText('Your new password is set. Log in with it.')).toBeVisible()
      await logIn(page, buyer, OLD)
      await expect(page.getByRole('alert')).toContainText('Email and password do not match')
      await logIn(page, buyer, NEW)
      await expect(page.getByRole('heading', { level: 1, name: 'Your orders' })).toBeVisible()
      await device.goto('/account/orders')
      await expect(device.getByRole('heading', { level: 1, name: 'Log in' })).toBeVisible()
      await mailsArrived(store(), buyer.email, [WELCOME, NEW_PASSWORD, PASSWORD_CHANGED])

      await page.goto(link)
      await page.getByLabel('New password').fill(OLD)
      await page.getByRole('button', { name: 'Set password' }).click()
      await expect(page.getByRole('alert')).toContainText('This link no longer works')
      await expect(page.getByRole('link', { name: 'Ask for a new link' })).toBeVisible()
    })

    test('changing it asks for the present one, keeps this device in and puts the others out', async ({
      page,
      visitor,
    }) => {
      test.slow()
      const buyer = shopper.someone('Nia Lee')
      await signUp(page, buyer)
      const device = await visitor({ javaScriptEnabled: script })
      await device.goto('/login')
      await logIn(device, buyer, OLD)
      await expect(device.getByRole('heading', { level: 1, name: 'Your orders' })).toBeVisible()

      await page.getByRole('link', { name: 'Password', exact: true }).click()
      await page.getByLabel('Present password').fill('a guess')
      await page.getByLabel('New password').fill(NEW)
      await page.getByRole('button', { name: 'Change password' }).click()
      await expect(page.getByLabel('Present password')).toHaveAccessibleDescription(
        'The present password is not right.',
      )
      await page.getByLabel('Present password').fill(OLD)
      await page.getByLabel('New password').fill(NEW)
      await page.getByRole('button', { name: 'Change password' }).click()
      await expect(page.getByText('Your password is changed.')).toBeVisible()
      await expect(page.getByLabel('Present password')).toHaveValue('')
      await mailsArrived(store(), buyer.email, [WELCOME, PASSWORD_CHANGED])
      await page.goto('/account/orders')
      await expect(page.getByRole('heading', { level: 1, name: 'Your orders' })).toBeVisible()
      await device.goto('/account/password')
      await expect(device.getByRole('heading', { level: 1, name: 'Log in' })).toBeVisible()
    })
  })
