/** What a shop promises is read where it matters: when a pre-order leaves, and until when prices stay. */
import { expect, storeOfThisFile, test } from './journey.ts'
import * as shopper from './shopper.ts'

const store = storeOfThisFile()
const SKU = 'QS-MOON-CHALK-S'

type Shown = { variants: { id: string; sku: string }[] }
type Stock = { items: { id: string; levels: { locationId: string }[] }[] }

async function staff(method: string, path: string, body: object) {
  const answer = await store().call(method, `/v1/admin${path}`, { as: 'owner', body })
  expect(answer.status, JSON.stringify(answer.body)).toBeLessThan(300)
}

/** None is there, five may be ordered ahead. */
async function preOrder(slug: string, shipsOn: string) {
  const { body: product } = await store().call<Shown>('GET', `/v1/products/${slug}`)
  const { id } = product.variants.find((variant) => variant.sku === SKU)!
  const { body } = await store().call<Stock>('GET', `/v1/admin/stock-items?variantIds=${id}`, { as: 'owner' })
  const [item] = body.items
  const { locationId } = item!.levels[0]!
  await staff('POST', '/stock-counts', { itemId: item!.id, locationId, onHand: 0 })
  await staff('PATCH', `/stock-items/${item!.id}/levels/${locationId}`, { backorderLimit: 5 })
  await staff('PATCH', `/stock-items/${item!.id}/promise`, { preOrder: true, shipsOn })
}

test.beforeAll(async () => {
  await preOrder('moon-vase', '2031-03-12')
  await staff('PATCH', '/cart-settings', { priceHoldMinutes: 30 })
})

for (const javaScriptEnabled of [true, false])
  test(`a pre-order says when it leaves, from its page to the order, ${javaScriptEnabled ? 'with' : 'without'} script`, async ({
    visitor,
  }) => {
    const page = await visitor({ javaScriptEnabled })
    await page.goto(`/p/moon-vase?variant=${SKU}`)
    const promise = page.getByRole('main').getByText('Pre-order, ships from Mar 12, 2031')
    await expect(promise).toBeVisible()
    await shopper.fillCart(page, `/p/moon-vase?variant=${SKU}`)
    await page.goto('/cart')
    await expect(promise).toBeVisible()
    await expect(page.getByText(/Prices held for you until \d/)).toBeVisible()
    const buyer = shopper.someone()
    await shopper.goToCheckout(page)
    await shopper.fillIn(page, buyer)
    await shopper.order(page, { script: javaScriptEnabled })
    await shopper.pay(page)
    await shopper.seesThanks(page, buyer)
    await page.goto(`/orders/${shopper.orderOf(page)}`)
    await expect(promise).toBeVisible()
    await expect(page.getByText('Ordered, paid when it leaves')).toBeVisible()
  })
