/** What others think of a product can be read and answered without script; who has an account says what they think. */
import { join } from 'node:path'
import { expect, storeOfThisFile, test } from './journey.ts'
import { someone } from './shopper.ts'

const shared = storeOfThisFile()
const MASTERS = join(import.meta.dirname, '../server/demo/pictures/masters')

test('without script Alice reads, narrows, finds one helpful, and writes a review that staff publish', async ({
  visitor,
}) => {
  const page = await visitor({ javaScriptEnabled: false })
  await page.goto('/p/tide-mug')
  const said = page.getByRole('region', { name: 'What buyers say' })
  const before = await said.getByRole('article').count()
  expect(before).toBeGreaterThan(1)
  await said.getByRole('link', { name: /^3 stars:/ }).click()
  await expect(said.getByRole('img', { name: '3.0 out of 5 stars' })).toHaveCount(
    await said.getByRole('article').count(),
  )
  await said
    .getByRole('button', { name: /^Helpful/ })
    .first()
    .click()
  await expect(said.getByRole('status')).toContainText('it helped')

  await said.getByRole('link', { name: 'Write a review' }).click()
  await expect(page.getByRole('main').getByRole('link', { name: 'Log in' })).toBeVisible()
  const buyer = someone()
  await page.goto('/signup')
  await page.getByLabel('Your name').fill(buyer.name)
  await page.getByLabel('Email').fill(buyer.email)
  await page.getByLabel('Password').fill('a long enough password')
  await page.getByRole('button', { name: 'Create account' }).click()
  await page.goto('/p/tide-mug/review')
  await page.getByRole('button', { name: 'Send review' }).click()
  await expect(page.getByLabel('Your review')).toHaveAttribute('aria-invalid', 'true')
  await page.getByRole('radio', { name: /^2 stars/ }).check()
  await page.getByLabel('Your review').fill('It is <b>smaller</b> than it looks.')
  await page.getByRole('button', { name: 'Send review' }).click()
  await expect(said.getByRole('status')).toContainText('We look at it')

  const queue = await shared().call<{ items: { id: string }[] }>('GET', '/v1/admin/reviews?state=pending', {
    as: 'owner',
  })
  await shared().call('PUT', `/v1/admin/reviews/${queue.body.items[0]!.id}/moderation`, {
    as: 'owner',
    body: { state: 'published' },
  })
  await page.goto('/p/tide-mug?order=newest')
  await expect(said.getByRole('article').first()).toContainText('It is <b>smaller</b> than it looks.')
  await expect(said.getByRole('article').first()).toContainText(buyer.name)

  await page.getByRole('link', { name: 'Ask a question' }).click()
  await page.getByLabel('Your question').fill('Does it go into the dishwasher?')
  await page.getByRole('button', { name: 'Ask' }).click()
  const asked = page.getByRole('region', { name: 'Questions and answers' })
  await expect(asked.getByRole('status')).toContainText('We look at your question')
  const questions = await shared().call<{ items: { id: string }[] }>(
    'GET',
    '/v1/admin/questions?state=pending',
    {
      as: 'owner',
    },
  )
  await shared().call('POST', `/v1/admin/questions/${questions.body.items[0]!.id}/answers`, {
    as: 'owner',
    body: { text: 'It does, on the upper shelf.', authorName: 'Quayside' },
  })
  await page.goto('/p/tide-mug')
  await expect(asked.getByRole('article').first()).toContainText('It does, on the upper shelf.')
})

test('with script a photo goes along with a review', async ({ page }) => {
  const buyer = someone()
  await page.goto('/signup')
  await page.getByLabel('Your name').fill(buyer.name)
  await page.getByLabel('Email').fill(buyer.email)
  await page.getByLabel('Password', { exact: true }).fill('a long enough password')
  await page.getByRole('button', { name: 'Create account', exact: true }).click()
  await expect(page.getByRole('heading', { level: 1 })).not.toHaveText('Create an account')
  await page.goto('/p/tide-mug/review')
  await page.getByLabel(/^Photos/).setInputFiles(join(MASTERS, 'logbook.webp'))
  await expect(page.locator('input[name=photoToken]')).toHaveCount(1)
  await page.getByRole('radio', { name: /^4 stars/ }).check()
  await page.getByLabel('Your review').fill('As on my picture.')
  await page.getByRole('button', { name: 'Send review' }).click()
  await expect(page.getByText('We look at it')).toBeVisible()
  const { body } = await shared().call<{ items: { photos: unknown[] }[] }>(
    'GET',
    '/v1/admin/reviews?state=pending',
    { as: 'owner' },
  )
  expect(body.items[0]!.photos).toHaveLength(1)
})
