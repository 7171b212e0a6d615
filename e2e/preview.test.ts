/** Bob shows what is not in the shop yet: by a link, and to nobody else. */
import { AxeBuilder } from '@axe-core/playwright'
import { expect, storeOfThisFile, test } from './journey.ts'

const store = storeOfThisFile()

const owner = async <Body>(method: string, path: string, body?: unknown) => {
  const answer = await store().call<Body>(method, `/v1/admin${path}`, { as: 'owner', body })
  expect(answer.status, JSON.stringify(answer.body)).toBeLessThan(300)
  return answer.body
}

test('a draft is seen as it will be by who has the link, and is found nowhere else', async ({ page }) => {
  const { items } = await owner<{ items: { id: string; slug: string }[] }>('GET', '/products?q=tide')
  const { id, slug } = items.find((item) => item.slug === 'tide-mug')!
  await owner('DELETE', `/products/${id}/publication`)
  const { url } = await owner<{ url: string }>('POST', `/products/${id}/preview`, {})

  await page.goto(url)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/tide mug/i)
  await expect(page.getByRole('status').filter({ hasText: 'Only people with this link' })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Add to cart' })).toHaveCount(0)
  await expect(page.locator('meta[name=robots]')).toHaveAttribute('content', 'noindex')
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    const { violations } = await new AxeBuilder({ page }).analyze()
    expect(violations.map(({ id: rule, nodes }) => `${rule} ${nodes[0]!.target.join(' ')}`)).toEqual([])
  }

  expect((await page.goto(`/p/${slug}`))?.status()).toBe(404)
  expect((await page.goto(url.slice(0, -3)))?.status()).toBe(404)
})
