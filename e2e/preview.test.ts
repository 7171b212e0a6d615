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

test('a new arrangement of the home is tried out by link, published, and read without script', async ({
  browser,
  page,
}) => {
  const { items } = await owner<{ items: { id: string }[] }>('GET', '/content/documents?kind=home')
  const home = await owner<{ id: string; blocks: { kind: string }[] }>(
    'GET',
    `/content/documents/${items[0]!.id}`,
  )
  const say = (text: string) => [{ kind: 'paragraph', spans: [{ text, marks: [], link: null }] }]
  const faq = {
    kind: 'faq',
    texts: [{ locale: 'en', title: 'Before you ask' }],
    questions: [{ texts: [{ locale: 'en', question: 'Are you open?', answer: say('<b>Always</b>.') }] }],
  }
  await owner('PATCH', `/content/documents/${home.id}`, { blocks: [faq, ...home.blocks] })
  const { url } = await owner<{ url: string }>('POST', `/content/documents/${home.id}/preview`, {})

  await page.goto(url)
  await expect(page.getByRole('status').filter({ hasText: 'A preview' })).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Before you ask' })).toBeVisible()
  await page.goto('/')
  await expect(page.getByRole('heading', { name: 'Before you ask' })).toHaveCount(0)

  await owner('POST', `/content/documents/${home.id}/publication`)
  const plain = await browser.newContext({ baseURL: store().url, javaScriptEnabled: false })
  const reader = await plain.newPage()
  await reader.goto('/')
  await reader.getByText('Are you open?').click()
  await expect(reader.getByText('<b>Always</b>.')).toBeVisible()

  const slot = { kind: 'slot', slot: 'product.below', blocks: [{ ...faq, texts: [] }] }
  const below = await owner<{ id: string }>('POST', '/content/documents', slot)
  await owner('POST', `/content/documents/${below.id}/publication`)
  await reader.goto('/p/moon-vase')
  await expect(reader.getByText('Are you open?')).toBeVisible()
  await plain.close()
})

test('old addresses lead on in every language, with script and without, and only where nothing stands', async ({
  page,
}) => {
  const redirects = [
    { from: '/old/mugs', to: '/c/ceramics' },
    { from: '/cart', to: '/c/ceramics' },
  ]
  await owner('PUT', '/content/redirects', { redirects })
  const look = (path: string) => fetch(store().url + path, { redirect: 'manual' })
  const old = await look('/old/mugs?sort=price')
  expect([old.status, old.headers.get('location')]).toEqual([301, '/c/ceramics?sort=price'])
  expect((await look('/de/old/mugs')).headers.get('location')).toBe('/de/c/ceramics')
  expect((await look('/cart')).status).toBe(200)
  expect((await look('/old/cups')).status).toBe(404)

  const { items } = await owner<{ items: { id: string }[] }>('GET', '/content/documents?kind=page')
  const link = { kind: 'address', id: null, address: '/old/mugs' }
  const body = [{ kind: 'paragraph', spans: [{ text: 'All mugs', marks: [], link }] }]
  await owner('PATCH', `/content/documents/${items[0]!.id}`, {
    blocks: [{ kind: 'rich_text', texts: [{ locale: 'en', title: '', body }] }],
  })
  const { url } = await owner<{ url: string }>('POST', `/content/documents/${items[0]!.id}/preview`, {})
  await page.goto(url)
  await page.getByRole('link', { name: 'All mugs' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Ceramics' })).toBeVisible()
})
