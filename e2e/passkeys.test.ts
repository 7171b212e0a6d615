/** Ways in: by a passkey of one's device, and what makes a password bearable. Passkeys need a name, so the shop is at `localhost`. */
import { expect, storeOfThisFile, test, type Page } from './journey.ts'
import { PASSKEY_ADDED, WELCOME } from './mails.ts'
import * as shopper from './shopper.ts'
import { mailsArrived } from './truth.ts'

const store = storeOfThisFile({ settings: async () => ({ LIMIT_SCALE: '1000' }) })
const named = (path: string) => new URL(path, store().url.replace('127.0.0.1', 'localhost')).href
const PASSWORD = 'four unrelated quiet words'

/** A telephone that holds keys and knows its owner; `present` is whether its owner says yes by themselves. */
async function telephone(page: Page) {
  const cdp = await page.context().newCDPSession(page)
  await cdp.send('WebAuthn.enable', { enableUI: false })
  const { authenticatorId } = await cdp.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
  return {
    lose: () => cdp.send('WebAuthn.removeVirtualAuthenticator', { authenticatorId }),
    keys: async () => (await cdp.send('WebAuthn.getCredentials', { authenticatorId })).credentials,
    present: (enabled: boolean) =>
      cdp.send('WebAuthn.setAutomaticPresenceSimulation', { authenticatorId, enabled }),
  }
}

async function logOut(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Log out' }).first().click()
  await expect(page.getByRole('heading', { level: 1, name: 'Your orders' })).toBeHidden()
}

const orders = (page: Page) => page.getByRole('heading', { level: 1, name: 'Your orders' })

test('an account is opened with a passkey, and one comes back by it alone; another device gets its own', async ({
  page,
}) => {
  test.slow()
  const buyer = shopper.someone('Pia Lund')
  const phone = await telephone(page)
  await page.goto(named('/signup'))
  const byPasskey = page.getByRole('button', { name: 'Create account with a passkey' })
  await byPasskey.click()
  await expect(page.getByLabel('Your name')).toBeFocused()
  await expect(page.getByLabel('Email')).toHaveAccessibleDescription(/such as name@example.com/)
  expect(await phone.keys()).toEqual([])
  await page.getByLabel('Your name').fill(buyer.name)
  await page.getByLabel('Email').fill(buyer.email)
  await byPasskey.click()
  await expect(orders(page)).toBeVisible()
  expect(await phone.keys()).toHaveLength(1)
  await mailsArrived(store(), buyer.email, [WELCOME])

  await phone.present(false)
  await logOut(page)
  await page.goto(named('/login?to=/account/passkeys'))
  await expect(page.getByLabel('Email')).toHaveAttribute('autocomplete', 'username webauthn')
  await phone.present(true)
  await page.getByRole('button', { name: 'Log in with a passkey' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Passkeys' })).toBeVisible()
  await page.getByRole('button', { name: /^Remove: / }).click()
  await expect(page.getByRole('alert')).toContainText('This is your last way to log in')
  await page.getByLabel('Name', { exact: true }).fill('My telephone')
  await page.getByRole('button', { name: /^Save the name: / }).click()
  await expect(page.getByText('The name is saved.')).toBeVisible()
  const add = page.getByRole('button', { name: 'Add a passkey' })
  await add.click()
  await expect(page.getByRole('alert')).toContainText('on this device already')

  await phone.lose()
  const laptop = await telephone(page)
  await add.click()
  await expect(page.getByText('The passkey is added.')).toBeVisible()
  expect(await laptop.keys()).toHaveLength(1)
  await mailsArrived(store(), buyer.email, [WELCOME, PASSKEY_ADDED])
  await page.getByRole('button', { name: 'Remove: My telephone' }).click()
  await expect(page.getByText('The passkey is removed.')).toBeVisible()
  await expect(page.getByLabel('Name', { exact: true })).toHaveCount(1)

  await logOut(page)
  await page.goto(named('/login')) // the key is offered where the address is filled in, and its owner takes it
  await expect(orders(page)).toBeVisible()
})

test('a password: shown to whoever types it, kept by whoever keeps it, and changed where managers look', async ({
  page,
  visitor,
  request,
}) => {
  const buyer = shopper.someone('Mia Lund')
  await page.goto('/signup')
  await expect(page.getByRole('button', { name: /passkey/ })).toHaveCount(0) // here the shop is at a number
  const password = page.getByLabel('Password')
  await expect(page.getByLabel('Email')).toHaveAttribute('autocomplete', 'username')
  await expect(password).toHaveAttribute('autocomplete', 'new-password')
  await page.getByLabel('Your name').fill(buyer.name)
  await page.getByLabel('Email').fill(buyer.email)
  await password.fill('short')
  await page.getByRole('button', { name: 'Show what is typed' }).click()
  await expect(password).toHaveAttribute('type', 'text')
  await expect(password).toHaveValue('short')
  await page.getByRole('button', { name: 'Hide what is typed' }).click()
  await expect(password).toHaveAttribute('type', 'password')
  await page.getByRole('button', { name: 'Create account' }).click()
  await expect(password).toBeFocused()
  await expect(password).toHaveAccessibleDescription(/at least 10 characters/)
  await password.fill(PASSWORD)
  await page.getByRole('button', { name: 'Create account' }).click()
  await expect(orders(page)).toBeVisible()

  await page.goto('/.well-known/change-password')
  await expect(page.getByRole('heading', { level: 1, name: 'Change your password' })).toBeVisible()
  await expect(page.locator('input[autocomplete=username]')).toHaveValue(buyer.email)
  const endpoints = await request.get('/.well-known/passkey-endpoints')
  expect(await endpoints.json()).toEqual({
    enroll: `${store().url}/account/passkeys`,
    manage: `${store().url}/account/passkeys`,
  })
  expect((await request.get('/.well-known/no-such-thing')).status()).toBe(404)

  const plain = await visitor({ javaScriptEnabled: false })
  for (const path of ['/signup', '/login']) {
    await plain.goto(named(path))
    await expect(plain.getByLabel('Password')).toBeVisible()
    await expect(plain.getByRole('button', { name: /passkey|Show/ })).toHaveCount(0)
  }
})
