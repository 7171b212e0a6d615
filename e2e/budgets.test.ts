/**
 * What a page may weigh, and that nothing on it moves by itself: counted, never timed.
 *
 * Script and style are told as gzip at its best would send them, in thousands of bytes; a browser that takes brotli gets
 * an eighth less.
 */
import { gzipSync } from 'node:zlib'
import { expect, storeOfThisFile, test, type Page } from './journey.ts'
import { fillCart } from './shopper.ts'

storeOfThisFile()

const SCRIPT = 130_000 // of which React and its router are 97,000; this only goes down
const STYLE = 12_000
const PHONE = { width: 360, height: 740 }
const DESK = { width: 1280, height: 800 }

/** Of all files that the page asks for while it is opened: how much of each kind. */
async function weightOf(page: Page, path: string): Promise<{ script: number; stylesheet: number }> {
  const weight = { script: 0, stylesheet: 0 }
  const counted: Promise<void>[] = []
  page.on('response', (response) => {
    const kind = response.request().resourceType()
    if (kind !== 'script' && kind !== 'stylesheet') return
    counted.push(
      response.body().then((body) => {
        weight[kind] += gzipSync(body, { level: 9 }).length
      }),
    )
  })
  await page.goto(path, { waitUntil: 'networkidle' })
  await Promise.all(counted)
  return weight
}

test('a page of the shop weighs little', async ({ visitor }) => {
  for (const path of ['/p/tide-mug', '/', '/c/ceramics', '/de/p/gezeitenbecher']) {
    const page = await visitor()
    const { script, stylesheet } = await weightOf(page, path)
    expect.soft(script, `script of ${path}`).toBeLessThanOrEqual(SCRIPT)
    expect.soft(script, `script of ${path}`).toBeGreaterThan(SCRIPT / 2) // that it was counted at all
    expect.soft(stylesheet, `style of ${path}`).toBeLessThanOrEqual(STYLE)
    expect.soft(stylesheet, `style of ${path}`).toBeGreaterThan(STYLE / 4)
    await page.context().close()
  }
})

test('no script is asked for before the page is painted with its pictures, or somebody wants to use it', async ({
  page,
}) => {
  const asked: string[] = []
  page.on('request', (request) => asked.push(`${request.resourceType()} ${new URL(request.url()).pathname}`))
  const scripts = () => asked.filter((each) => each.startsWith('script'))
  let come = () => {}
  const coming = new Promise<void>((done) => (come = done))
  await page.route(/\/files\//, async (route) => {
    await coming
    await route.continue().catch(() => {}) // a page that was left
  })
  for (const path of ['/', '/c/ceramics', '/p/tide-mug']) {
    asked.length = 0
    await page.goto(path, { waitUntil: 'domcontentloaded' })
    expect(scripts(), path).toEqual([])
    await page.mouse.move(10, 10)
    await expect.poll(scripts, path).not.toEqual([])
  }
  come()
})

test('what lies below is taken over when it comes near, and stays as it stands', async ({ page }) => {
  const scripts: string[] = []
  page.on('request', (request) => {
    if (request.resourceType() === 'script') scripts.push(new URL(request.url()).pathname)
  })
  const isReacts = (element: object) => Object.keys(element).some((key) => key.startsWith('__reactProps'))
  await page.goto('/p/tide-mug', { waitUntil: 'networkidle' })
  const reviews = page.getByRole('region', { name: 'What buyers say' })
  expect(await reviews.evaluate(isReacts)).toBe(false)
  const atFirst = scripts.length
  const sent = await reviews.elementHandle()
  await reviews.scrollIntoViewIfNeeded()
  await expect.poll(() => reviews.evaluate(isReacts)).toBe(true)
  expect(scripts.length).toBeGreaterThan(atFirst)
  expect(await reviews.evaluate((now, before) => now === before, sent)).toBe(true)

  // Whoever goes on before they have looked further down finds the next page whole.
  await page.goto('/p/tide-mug', { waitUntil: 'networkidle' })
  await page.getByRole('link', { name: 'Soot', exact: true }).click()
  await expect(page).toHaveURL(/variant=/)
  await expect(page.getByRole('contentinfo')).toContainText('Create an account')
  await expect(reviews).toContainText('Keeps the coffee hot')
})

/** Shifts are noted from the first paint on; those that follow a press are the reader's own. */
const NOTE_SHIFTS = `
  window.shifts = []
  new PerformanceObserver((list) => {
    for (const { value, hadRecentInput, sources } of list.getEntries())
      if (!hadRecentInput) shifts.push({ value, moved: sources.map(({ node }) => node?.nodeName + '.' + node?.className) })
  }).observe({ type: 'layout-shift', buffered: true })`

for (const viewport of [PHONE, DESK])
  test(`nothing moves by itself at ${viewport.width} px, though the faces and the pictures come late`, async ({
    visitor,
  }) => {
    const page = await visitor()
    await fillCart(page)
    await page.setViewportSize(viewport)
    await page.addInitScript(NOTE_SHIFTS)
    // After the first paint, which waits for neither.
    await page.route(/\.woff2$|\/files\//, async (route) => {
      await page
        .evaluate('new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))')
        .catch(() => {}) // a page that was left
      await route.continue()
    })
    for (const path of ['/', '/c/ceramics', '/p/tide-mug', '/cart', '/checkout', '/journal', '/ar']) {
      await page.goto(path, { waitUntil: 'networkidle' })
      expect.soft(await page.evaluate('shifts'), path).toEqual([])
    }
  })
