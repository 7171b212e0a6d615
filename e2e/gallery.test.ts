/** The pictures and films of a product, as they are looked at: by hand, by keyboard, on a phone. */
import { expect, storeOfThisFile, test } from './journey.ts'

const store = storeOfThisFile()

test('pictures are swiped on a phone, and opened above the page to be stepped through and looked at closely', async ({
  page,
}) => {
  await page.setViewportSize({ width: 360, height: 740 })
  await page.goto('/p/moon-vase')
  await expect(page.getByText('1 / ')).toBeVisible()
  await page
    .getByRole('list', { name: 'Pictures' })
    .evaluate((strip) => (strip as unknown as { scrollBy(x: number, y: number): void }).scrollBy(300, 0))
  await expect(page.getByText('2 / ')).toBeVisible()

  await page
    .getByRole('link', { name: /^Enlarge/ })
    .first()
    .click()
  const opened = page.getByRole('dialog', { name: 'Pictures' })
  await expect(opened.getByRole('status')).toContainText('1')
  await page.keyboard.press('ArrowRight')
  await expect(opened.getByRole('status')).toContainText('2')
  const close = opened.getByRole('button', { name: /^Zoom/ }).nth(1)
  await close.click()
  await expect(close).toHaveAttribute('aria-pressed', 'true')
  await page.keyboard.press('Escape')
  await expect(opened).toBeHidden()
})

test('a film plays by keyboard, loads nothing before, and nothing jumps; without script it is there as well', async ({
  page,
}) => {
  await page.addInitScript(`shift = 0; new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) shift += entry.value
  }).observe({ type: 'layout-shift', buffered: true })`)
  const loaded: string[] = []
  page.on('request', (request) => loaded.push(request.url()))
  await page.goto('/p/tide-mug')
  const film = page.getByLabel('Film: The Tide mug in its four glazes')
  await film.scrollIntoViewIfNeeded()
  expect(loaded.filter((url) => url.endsWith('.mp4'))).toEqual([])
  await film.focus()
  await page.keyboard.press('Space')
  await expect
    .poll(() => film.evaluate((video) => (video as unknown as { currentTime: number }).currentTime))
    .toBeGreaterThan(0)
  expect(await page.evaluate('shift')).toBe(0)
  const withoutScript = await (await fetch(`${store().url}/p/tide-mug`)).text()
  expect(withoutScript).toMatch(
    /<video controls=""[^>]* preload="none"[^>]*>\s*<source [^>]*type="video\/mp4"/,
  )
})
