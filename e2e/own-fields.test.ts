/** A store that declares fields of its own: shoppers read them in the cart, and see and change those of their account. */
import { isFitForAll } from './fit.ts'
import { expect, storeOfThisFile, test } from './journey.ts'
import * as shopper from './shopper.ts'

const store = storeOfThisFile({
  settings: async () => ({ NODE_OPTIONS: '--import ./e2e/own-fields-declared.ts' }),
})

type Mug = { id: string; variants: { id: string; sku: string }[] }
type Found = { items: { id: string }[] }

/** What Bob says of the tide mug, and of the one in sage. */
async function mugIsDescribed(): Promise<void> {
  const sku = 'QS-TIDE-SAGE-S'
  const { body: found } = await store().call<Mug>('GET', `/v1/products/tide-mug?variant=${sku}`)
  const { id, variants } = found
  const variantId = variants.find((each) => each.sku === sku)!.id
  const custom = { care: 'Wash by hand', glaze: 'Ash' }
  const mug = await store().call('PATCH', `/v1/admin/products/${id}`, { as: 'owner', body: { custom } })
  expect(mug.status).toBe(200)
  const body = { custom: { firedOn: '2026-02-01' } }
  const path = `/v1/admin/products/${id}/variants/${variantId}`
  expect((await store().call('PATCH', path, { as: 'owner', body })).status).toBe(200)
}

test('what is to stand beside a line stands there, on the page and beside it', async ({ page, visitor }) => {
  await mugIsDescribed()
  await page.goto('/p/tide-mug?variant=QS-TIDE-SAGE-S')
  await shopper.addToCart(page)
  await page.getByRole('link', { name: /^Cart, / }).click()
  const drawer = page.getByRole('dialog', { name: 'Your cart' })
  await expect(drawer.getByText('Care: Wash by hand')).toBeVisible()
  await expect(drawer.getByText('Fired on: February 1, 2026')).toBeVisible()
  await expect(drawer.getByText('Glaze')).toHaveCount(0)
  await page.goto('/cart')
  await expect(page.getByRole('main').getByText('Care: Wash by hand')).toBeVisible()
  await isFitForAll(page, 'cart with fields of the store’s own')

  const plain = await visitor({ javaScriptEnabled: false })
  await plain.goto('/p/tide-mug?variant=QS-TIDE-SAGE-S')
  await plain.getByRole('button', { name: 'Add to cart' }).click()
  await plain.goto('/cart')
  await expect(plain.getByText('Care: Wash by hand')).toBeVisible()
})

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with script' : 'without script', () => {
    test.use({ javaScriptEnabled })

    test('a member sees what the store asks, changes it, and reads beside a field what is wrong', async ({
      page,
    }) => {
      const buyer = shopper.someone()
      await page.goto('/signup')
      await page.getByLabel('Your name').fill(buyer.name)
      await page.getByLabel('Email').fill(buyer.email)
      await page.getByLabel('Password').fill('four unrelated quiet words')
      await page.getByRole('button', { name: 'Create account' }).click()
      await expect(page.getByRole('heading', { level: 1, name: 'Your orders' })).toBeVisible()
      const { body: found } = await store().call<Found>(
        'GET',
        `/v1/admin/customers?q=${encodeURIComponent(buyer.email)}`,
        { as: 'owner' },
      )
      const path = `/v1/admin/customers/${found.items[0]!.id}`
      const kept = { memberSince: '2020-05-01', risk: 'low' }
      await store().call('PATCH', path, { as: 'owner', body: { custom: kept } })

      await page.goto('/account/profile')
      const cups = page.getByLabel('Cups in your cupboard')
      const reach = page.getByLabel('Height of your shelf')
      const save = page.getByRole('button', { name: 'Save', exact: true })
      await page.getByLabel('Birthday').fill('1990-02-28')
      await page.getByLabel('How did you find us?').selectOption({ label: 'At a market' })
      await cups.fill('many')
      await reach.fill('1,75')
      await page.getByRole('checkbox', { name: 'Wrap everything as a gift' }).check()
      await save.click()
      await expect(cups).toHaveAccessibleDescription(/whole number/)
      await expect(cups).toHaveValue('many')
      await expect(page.getByLabel('Birthday')).toHaveValue('1990-02-28')
      await expect(page.getByRole('checkbox', { name: 'Wrap everything as a gift' })).toBeChecked()
      await cups.fill('100')
      await save.click()
      await expect(cups).toHaveAccessibleDescription(/99/)
      await cups.fill('12')
      await save.click()
      await expect(page.getByText('Your profile is saved.')).toBeVisible()
      await expect(page.getByText('Member since')).toBeVisible()
      await expect(page.getByText('May 1, 2020')).toBeVisible()
      await expect(page.getByText('low', { exact: true })).toHaveCount(0)
      if (javaScriptEnabled) await isFitForAll(page, 'profile with fields of the store’s own')
      const { body } = await store().call<{ custom: object }>('GET', path, { as: 'owner' })
      const hers = { birthday: '1990-02-28', foundBy: 'market', cups: 12, reach: '1.75', gifts: true }
      expect(body.custom).toEqual({ ...kept, ...hers })

      await page.getByRole('checkbox', { name: 'Wrap everything as a gift' }).uncheck()
      await page.getByLabel('How did you find us?').selectOption({ label: 'Please choose' })
      await cups.fill('')
      await save.click()
      const { foundBy: _, cups: __, ...stays } = hers
      const now = async () =>
        (await store().call<{ custom: object }>('GET', path, { as: 'owner' })).body.custom
      await expect.poll(now).toEqual({ ...kept, ...stays, gifts: false })
      await page.reload()
      await expect(cups).toHaveValue('')
    })
  })
}
