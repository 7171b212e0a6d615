/** A business of another member state buys by its tax id: with script and without. */
import { expect, storeOfThisFile, test } from './journey.ts'
import { CONFIRMED } from './mails.ts'
import * as shopper from './shopper.ts'
import { invariantsHold, mailsArrived, orderLinkIn } from './truth.ts'

const store = storeOfThisFile()
const NOTE = /^Reverse charge: no VAT is charged/

for (const javaScriptEnabled of [true, false])
  test(`a business ${javaScriptEnabled ? 'with' : 'without'} script pays the price without the tax in it, and reads why on every page`, async ({
    visitor,
  }) => {
    const page = await visitor({ javaScriptEnabled })
    const buyer = {
      ...shopper.someone('Berta Wagner'),
      street: 'Ring 1',
      postalCode: '1010',
      city: 'Wien',
      country: 'Austria',
    }
    await shopper.fillCart(page, '/p/tide-mug?variant=QS-TIDE-SEA-L')
    await shopper.goToCheckout(page)
    await shopper.fillIn(page, buyer)
    await page.getByText('Buying for a business?').click()
    await page.getByLabel('Company name').fill('ACME GmbH')
    await page.getByLabel('VAT id').fill('ATU13585628')
    await page.getByRole('button', { name: 'Check and use' }).click()
    await expect(page.getByText('This is not a tax id of that country.')).toBeVisible()
    await page.getByLabel('VAT id').fill('ATU 1358 5627')
    await page.getByRole('button', { name: 'Check and use' }).click()
    await expect(page.getByRole('status').filter({ hasText: NOTE })).toBeVisible()
    await expect(
      page.getByRole('term').filter({ hasText: 'Tax not charged' }).filter({ visible: true }),
    ).toBeVisible()

    await page.waitForLoadState('networkidle')
    await page.goto('/cart')
    await expect(page.getByText(NOTE)).toBeVisible()
    await shopper.goToCheckout(page)
    await expect(page.getByLabel('Street and number')).toHaveValue(buyer.street)
    await page.getByRole('button', { name: /^Order and pay/ }).click()
    await expect(page.getByRole('group', { name: 'What should happen?' })).toBeVisible()
    await shopper.pay(page)
    await shopper.seesThanks(page, buyer)
    await expect(page.getByText(NOTE)).toBeVisible()
    const [mail] = await mailsArrived(store(), buyer.email, [CONFIRMED])
    await page.goto(orderLinkIn(mail!))
    await expect(page.getByText(NOTE)).toBeVisible()
    await expect(page.getByText('ACME GmbH, ATU13585627')).toBeVisible()
    await invariantsHold(store())
  })
