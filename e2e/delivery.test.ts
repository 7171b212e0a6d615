/** The ways of delivery at the till: the days they arrive, and why one of them does not take these goods. */
import type { Page } from '@playwright/test'
import { expect, storeOfThisFile, test } from './journey.ts'
import * as shopper from './shopper.ts'

const store = storeOfThisFile()

/** A working day, as the page says it. */
const DAY = String.raw`(Mon|Tue|Wed|Thu|Fri), \w{3} \d{1,2}`

type Methods = { items: { id: string; key: string }[] }

async function staff(method: string, path: string, body: object): Promise<void> {
  const answer = await store().call(method, path, { as: 'owner', body })
  expect(answer.status, JSON.stringify(answer.body)).toBe(200)
}

test.beforeAll(async () => {
  const { body } = await store().call<Methods>('GET', '/v1/admin/delivery/methods', { as: 'owner' })
  const express = body.items.find(({ key }) => key === 'express')!
  await staff('PATCH', `/v1/admin/delivery/methods/${express.id}`, { limits: { weightGrams: 100 } })
  await staff('PATCH', '/v1/admin/delivery/calendar', { cutoffMinute: 840, workingDays: [1, 2, 3, 4, 5] })
})

/** The fields follow; without script a press of the button asks for them. */
async function chooseCountry(page: Page, label: string, script: boolean): Promise<void> {
  await page.getByLabel('Country').selectOption({ label })
  if (!script) await page.getByRole('button', { name: 'Use this country' }).click()
}

for (const javaScriptEnabled of [true, false])
  test(`the till asks what the country needs, says when it arrives and why not faster, ${javaScriptEnabled ? 'with' : 'without'} script`, async ({
    visitor,
  }) => {
    const page = await visitor({ javaScriptEnabled })
    await shopper.fillCart(page, '/p/tide-mug?variant=QS-TIDE-SEA-L')
    await page.goto('/cart')
    await expect(
      page.getByText(new RegExp(`^Delivery from €4\\.90, arrives ${DAY}\\s–\\s${DAY}\\.$`)),
    ).toBeVisible()
    await shopper.goToCheckout(page)
    await expect(page.getByLabel('Country'), 'the shop’s own').toHaveValue('DE')
    await page.getByLabel('City').fill('Roma')
    await chooseCountry(page, 'Italy', javaScriptEnabled)
    await expect(page.getByLabel('Province').getByRole('option', { name: 'Roma' })).toHaveCount(1)
    await expect(page.getByLabel('City'), 'nothing typed is lost').toHaveValue('Roma')
    await chooseCountry(page, 'Germany', javaScriptEnabled)
    await expect(page.getByLabel('Province')).toHaveCount(0)
    await shopper.fillIn(page, shopper.someone())
    if (javaScriptEnabled) await page.keyboard.press('Tab')
    else await page.getByRole('button', { name: 'Continue', exact: true }).click()
    await expect(
      page.getByText(new RegExp(String.raw`To your door · Arrives ${DAY}\s–\s${DAY}`)),
    ).toBeVisible()
    await expect(page.getByRole('radio', { name: /^Express/ })).toHaveCount(0)
    const refused = page.getByRole('region', { name: 'Not for this cart' })
    await expect(refused.getByRole('listitem')).toHaveText([
      'Express: Together the goods are heavier than the 100 g that may go this way.',
    ])
  })
