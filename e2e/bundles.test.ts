/** A set of things with a choice in it is put together, bought and looked at again; a licence key is there when it is paid. */
import { randomUUID } from 'node:crypto'
import { expect, storeOfThisFile, test } from './journey.ts'
import * as shopper from './shopper.ts'

const store = storeOfThisFile()

type Shown = { id: string; variants: { id: string; sku: string }[] }
const variantsOf = async (slug: string) => {
  const { body } = await store().call<Shown>('GET', `/v1/products/${slug}`)
  return body.variants.map(({ id }) => id)
}

async function owner<Body>(method: string, path: string, body: unknown): Promise<Body> {
  const answer = await store().call<Body>(method, `/v1/admin${path}`, { as: 'owner', body })
  expect(answer.status, JSON.stringify(answer.body)).toBeLessThan(300)
  return answer.body
}

/** A product of one variant, for sale. */
async function made(name: string, amount: number, shippable: boolean): Promise<string> {
  const { body: categories } = await store().call<{ items: { id: string }[] }>(
    'GET',
    '/v1/admin/tax/categories',
    {
      as: 'owner',
    },
  )
  const sku = `QS-${randomUUID().slice(0, 8)}`
  const texts = [{ locale: 'en', name }]
  const product = await owner<Shown>('POST', '/products', {
    taxCategoryId: categories.items[0]!.id,
    shippable,
    texts,
    variants: [{ sku }],
  })
  const variantId = product.variants[0]!.id
  await owner('PUT', '/prices', { prices: [{ variantId, price: { amount, currency: 'EUR' } }] })
  await owner('POST', `/products/${product.id}/publication`, {})
  return variantId
}

for (const javaScriptEnabled of [true, false])
  test(`a set is chosen and bought as one thing, ${javaScriptEnabled ? 'with' : 'without'} script`, async ({
    visitor,
  }) => {
    const name = `Writing set ${javaScriptEnabled ? 'one' : 'two'}`
    const variantId = await made(name, 5000, true)
    const [notebook] = await variantsOf('linen-notebook')
    const [mug, vase] = [await variantsOf('tide-mug'), await variantsOf('moon-vase')]
    await owner('PUT', `/variants/${variantId}/bundle`, {
      price: 'own',
      parts: [{ variantId: notebook, quantity: 2 }],
      groups: [
        {
          texts: [{ locale: 'en', name: 'Something for the desk' }],
          minimum: 1,
          maximum: 1,
          variantIds: [mug[0], vase[0]],
        },
      ],
    })
    const page = await visitor({ javaScriptEnabled })
    await page.goto(`/p/${name.toLowerCase().replaceAll(' ', '-')}`)
    await expect(page.getByRole('link', { name: '2 × Linen notebook' })).toBeVisible()
    const desk = page.getByRole('group', { name: /Something for the desk/ })
    await expect(desk.getByRole('radio')).toHaveCount(2)
    await desk.getByRole('radio', { name: /Tide mug/ }).check()
    await page.getByRole('button', { name: 'Add to cart' }).click()
    await page.getByRole('link', { name: 'Go to cart' }).click()
    const main = page.getByRole('main')
    await expect(main.getByRole('list', { name: 'What is in it' }).getByRole('listitem')).toHaveText([
      /2\s×\sLinen notebook/,
      /1\s×\sTide mug/,
    ])
    await main.getByRole('button', { name: `One ${name} more` }).click()
    await expect(main.getByText('€100.00').first()).toBeVisible()
    await expect(main.getByText('4 × Linen notebook')).toBeVisible()
    await main.getByRole('button', { name: `One ${name} less` }).click()
    const buyer = shopper.someone()
    await shopper.goToCheckout(page)
    await expect(page.getByText(`In ${name}`).filter({ visible: true }).first()).toBeVisible()
    await shopper.fillIn(page, buyer)
    await shopper.order(page, { script: javaScriptEnabled })
    await shopper.pay(page)
    await shopper.seesThanks(page, buyer)
  })

test('a licence key stands on the page of its order', async ({ page }) => {
  const variantId = await made('Drawing programme', 4900, false)
  await owner('PUT', `/variants/${variantId}/digital`, { keys: 'sold_out' })
  await owner('POST', `/variants/${variantId}/licence-keys`, { keys: ['DRAW-2718-2818'] })
  const buyer = shopper.someone()
  await shopper.fillCart(page, '/p/drawing-programme')
  await shopper.fillCart(page)
  await shopper.goToCheckout(page)
  await shopper.fillIn(page, buyer)
  await shopper.order(page)
  await shopper.pay(page)
  await shopper.seesThanks(page, buyer)
  const order = shopper.orderOf(page)
  await expect(async () => {
    await page.goto(`/orders/${order}`)
    await expect(page.getByText('DRAW-2718-2818')).toBeVisible({ timeout: 1000 })
  }).toPass()
  const visitor = await page.context().browser()!.newContext()
  const other = await visitor.newPage()
  await other.goto(`${store().url}/p/drawing-programme`)
  await expect(other.getByRole('button', { name: 'Sold out' })).toBeDisabled()
  await visitor.close()
})
