/** Codes for offers, in the cart and at the checkout: with script and without. */
import { expect, storeOfThisFile, test, type Page } from './journey.ts'
import { CONFIRMED } from './mails.ts'
import * as shopper from './shopper.ts'
import { invariantsHold, mailsArrived, orderLinkIn } from './truth.ts'

const store = storeOfThisFile()

async function offer(code: string, given: object): Promise<void> {
  const made = await store().call<{ id: string }>('POST', '/v1/admin/promotions', {
    as: 'owner',
    body: { needsCode: true, ...given },
  })
  expect(made.status, JSON.stringify(made.body)).toBe(201)
  const path = `/v1/admin/promotions/${made.body.id}/codes`
  expect((await store().call('POST', path, { as: 'owner', body: { code } })).status).toBe(201)
}

/** The checkout shows its summary twice, folded for phones; one of them is seen. */
const codes = (page: Page) => page.getByRole('region', { name: 'Codes for offers' }).filter({ visible: true })

async function enter(page: Page, code: string): Promise<void> {
  await codes(page).getByRole('textbox').fill(code)
  await codes(page).getByRole('button', { name: 'Apply' }).click()
}

for (const javaScriptEnabled of [true, false])
  test(`a shopper ${javaScriptEnabled ? 'with' : 'without'} script pays less by a code, and is told why another does not hold`, async ({
    visitor,
  }) => {
    const mark = javaScriptEnabled ? 'WITH' : 'WITHOUT'
    await offer(`SPRING-${mark}`, {
      kind: 'percentage',
      basisPoints: 1000,
      names: [{ locale: 'en', name: 'Spring sale' }],
    })
    await offer(`BIG-${mark}`, {
      kind: 'amount',
      names: [{ locale: 'en', name: 'Ten off' }],
      sums: [{ currency: 'EUR', offAmount: 1000, minimumAmount: 100_000 }],
    })
    const page = await visitor({ javaScriptEnabled })
    await shopper.fillCart(page, '/p/tide-mug?variant=QS-TIDE-SEA-L')
    await page.goto('/cart')
    await enter(page, 'nonsense')
    await expect(codes(page)).toContainText('We do not know this code.')
    await expect(codes(page).getByRole('textbox')).toHaveValue('nonsense')
    await enter(page, `BIG-${mark}`)
    await expect(codes(page)).toContainText(/For this offer, add goods for €[\d.]+ more\./)
    await enter(page, `spring-${mark.toLowerCase()}`)
    await expect(codes(page)).toContainText(/takes off €\d/)
    const summary = page.getByRole('term').filter({ hasText: 'Spring sale' }).filter({ visible: true })
    await expect(summary).toBeVisible()
    await codes(page)
      .getByRole('button', { name: `Remove the code SPRING-${mark}` })
      .click()
    await expect(summary).toHaveCount(0)

    await shopper.goToCheckout(page)
    await enter(page, 'wrong')
    await expect(codes(page)).toContainText('We do not know this code.')
    await enter(page, `SPRING-${mark}`)
    await expect(codes(page)).toContainText(/takes off €\d/)
    const buyer = shopper.someone()
    await shopper.fillIn(page, buyer)
    await shopper.order(page, { script: javaScriptEnabled })
    await shopper.pay(page)
    await shopper.seesThanks(page, buyer)
    const [mail] = await mailsArrived(store(), buyer.email, [CONFIRMED])
    expect(mail!.text).toMatch(/Spring sale: -€\d/)
    await page.goto(orderLinkIn(mail!))
    await expect(page.getByText('Spring sale')).toBeVisible()
    await invariantsHold(store())
  })
