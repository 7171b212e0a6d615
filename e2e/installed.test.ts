/** The shop as an app: it can be put on a phone's first screen, and says what it knows when there is no network. */
import { expect, storeOfThisFile, test, type BrowserContext, type Page } from './journey.ts'
import { addToCart, someone } from './shopper.ts'

const store = storeOfThisFile()

/** A browser that runs the service worker; what it cannot reach while offline it complains of, which is no fault. */
const own: BrowserContext[] = []
test.afterEach(async () => {
  for (const context of own.splice(0)) await context.close()
})

async function isReady(page: Page, offline: string): Promise<void> {
  const kept = () =>
    page.evaluate<boolean>(
      `navigator.serviceWorker.ready.then(() => caches.match('${offline}')).then(Boolean)`,
    )
  await expect.poll(kept).toBe(true)
}

test('offline there are the cart and what was looked at, to be read; after the log-out nothing', async ({
  browser,
}) => {
  const context = await browser.newContext({
    baseURL: store().url,
    serviceWorkers: 'allow',
    locale: 'en-GB',
    viewport: { width: 1280, height: 900 },
  })
  own.push(context)
  const page = await context.newPage()
  const { name, email } = someone('Dana Okafor')
  await page.goto('/signup')
  await page.getByLabel('Your name').fill(name)
  await page.getByLabel('Email').fill(email)
  await page.getByLabel('Password').fill('four unrelated quiet words')
  await page.getByRole('button', { name: 'Create account' }).click()
  await expect(page.getByText('No orders yet')).toBeVisible()
  await page.goto('/p/tide-mug')
  await addToCart(page)
  await page.goto('/cart')
  await expect(page.getByRole('textbox', { name: 'Quantity of Tide mug' })).toBeVisible()
  await isReady(page, '/offline')
  const pictures = () =>
    page.evaluate<number>(`caches.open('pictures').then((kept) => kept.keys()).then(({ length }) => length)`)
  await expect.poll(pictures).toBe(1)

  await context.setOffline(true)
  await page.goto('/p/moon-vase')
  await expect(page.getByRole('heading', { level: 1, name: 'You are offline' })).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Your cart' })).toBeVisible()
  await expect(page.getByRole('main').getByRole('listitem').filter({ hasText: 'Tide mug' })).toBeVisible()
  await expect(page.getByText('As it was last seen here')).toBeVisible()
  const picture = page.getByRole('main').locator('img').first()
  await expect
    .poll(() => picture.evaluate((image) => (image as { naturalWidth?: number }).naturalWidth))
    .toBeGreaterThan(0)

  await context.setOffline(false)
  await page.getByRole('link', { name: 'Try again' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Moon vase' })).toBeVisible()
  await page.getByRole('contentinfo').getByRole('button', { name: 'Log out' }).click()
  await expect(page.getByRole('link', { name: 'Log in' }).first()).toBeVisible()
  await page.goto('/de')
  await isReady(page, '/de/offline')
  await context.setOffline(true)
  await page.goto('/de/cart')
  await expect(page.getByRole('heading', { level: 1, name: 'Sie sind offline' })).toBeVisible()
  await expect(page.getByText('Noch nichts gemerkt')).toBeVisible()
  await expect(page.getByText('Tide mug')).toHaveCount(0)
  const kept = await page.evaluate<string[]>(
    `caches.keys().then((names) => Promise.all(names.map((name) => caches.open(name).then((each) => each.keys()))))
      .then((all) => all.flat().map(({ url }) => new URL(url).pathname))`,
  )
  expect(
    kept.filter((path) => !/^\/assets\/|\/offline$/.test(path)),
    'what is kept of answers',
  ).toEqual([])
})

test('it can be installed in each language, with icons drawn for it', async ({ page }) => {
  for (const [base, direction] of [
    ['', 'ltr'],
    ['/de', 'ltr'],
    ['/ar', 'rtl'],
  ] as const) {
    await page.goto(base || '/')
    const link = await page.locator('link[rel=manifest]').getAttribute('href')
    const answer = await page.request.get(link!)
    expect(answer.headers()['content-type']).toContain('application/manifest+json')
    const told = (await answer.json()) as Record<string, unknown> & { icons: { src: string }[] }
    expect(told).toMatchObject({ start_url: base || '/', dir: direction, display: 'standalone', scope: '/' })
    for (const { src } of told.icons)
      expect((await page.request.get(src)).headers()['content-type']).toBe('image/png')
  }
})
