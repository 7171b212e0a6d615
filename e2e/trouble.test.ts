/**
 * What goes wrong for a shop and its visitors in one day: names without end, all the pictures there may be, letters twice
 * as large, script that comes half, a cart of nothing but problems, a shop with nothing left to sell.
 */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, storeOfThisFile, test, type Page } from './journey.ts'
import * as shopper from './shopper.ts'
import { variantOf } from './truth.ts'

const store = storeOfThisFile()
const MASTERS = join(import.meta.dirname, '../server/demo/pictures/masters')

async function owner<Body>(method: string, path: string, body?: unknown): Promise<Body> {
  const answer = await store().call<Body>(method, `/v1/admin${path}`, { as: 'owner', body })
  expect(answer.status, JSON.stringify(answer.body)).toBeLessThan(300)
  return answer.body
}

/** What stands out beyond the page’s side, so that all of it must be pushed aside to be read. */
const standingOut = (page: Page) => page.evaluate(outside)

/** Runs in the page. */
function outside(): string[] {
  const { document } = globalThis as unknown as { document: Document }
  const { scrollWidth, clientWidth } = document.documentElement
  if (scrollWidth === clientWidth) return []
  const wide = [...document.querySelectorAll('body *')].filter((each) => {
    const { left, right } = each.getBoundingClientRect()
    return left < -1 || right > clientWidth + 1
  })
  const innermost = wide.filter((each) => !wide.some((other) => other !== each && each.contains(other)))
  return innermost.map(
    ({ tagName, className, textContent }) => `${tagName} ${className}: ${textContent.slice(0, 60)}`,
  )
}
type Element = {
  tagName: string
  className: string
  textContent: string
  contains(other: Element): boolean
  getBoundingClientRect(): { left: number; right: number }
}
type Document = {
  documentElement: { scrollWidth: number; clientWidth: number }
  querySelectorAll(selector: string): Iterable<Element>
}

const GERMAN = 'Donaudampfschifffahrtsgesellschaftskapitänskajütenschlüsselanhänger'
const LONGEST = {
  en: `🫖👩‍👩‍👧‍👦${'🏴‍☠️'.repeat(12)} ${'W'.repeat(150)}`,
  de: `${GERMAN.repeat(4)}`,
  ar: `${'إبريقشايكبيرمصنوعمنالخزف'.repeat(8)} ${'ـ'.repeat(60)}`,
}
const PICTURES = 60
const VALUES = 40

async function uploaded(picture: string): Promise<string> {
  const bytes = await readFile(join(MASTERS, picture))
  const name = `${'n'.repeat(90)}-${picture}`
  const ticket = { name, type: 'image/webp', bytes: bytes.length, visibility: 'public' }
  const { uploadUrl } = await owner<{ uploadUrl: string }>('POST', '/media/tickets', ticket)
  const answer = await fetch(store().url + uploadUrl, { method: 'PUT', body: new Uint8Array(bytes) })
  return ((await answer.json()) as { id: string }).id
}

test.describe('the longest name, sixty pictures, forty values', () => {
  let slug = ''

  test.beforeAll(async () => {
    const taxes = await owner<{ items: { id: string }[] }>('GET', '/tax/categories')
    const option = await owner<{ id: string; values: { id: string }[] }>('POST', '/options', {
      key: 'glaze',
      texts: [{ locale: 'en', name: 'Glaze' }],
      values: Array.from({ length: VALUES }, (_, n) => ({
        key: `g${n}`,
        texts: [{ locale: 'en', name: n === 0 ? LONGEST.de.slice(0, 100) : `Glaze ${n}` }],
      })),
    })
    const texts = Object.entries(LONGEST).map(([locale, name]) => ({
      locale,
      name,
      subtitle: name,
      description: `<script>alert(1)</script> ${name}`,
    }))
    const product = { taxCategoryId: taxes.items[0]!.id, shippable: false, texts, optionIds: [option.id] }
    const made = await owner<{ id: string; slug: string }>('POST', '/products', product)
    const { made: variants } = await owner<{ made: { id: string }[] }>(
      'POST',
      `/products/${made.id}/combinations`,
      { skuStart: 'ODD', axes: [{ optionId: option.id, valueIds: option.values.map(({ id }) => id) }] },
    )
    await owner('PUT', '/prices', {
      prices: variants.map(({ id }) => ({
        variantId: id,
        price: { amount: 9_007_199_254, currency: 'EUR' },
      })),
    })
    const files = [await uploaded('logbook.webp'), await uploaded('teapot-sage.webp')]
    await owner('PUT', `/products/${made.id}/media`, {
      media: Array.from({ length: PICTURES }, (_, n) => ({
        fileId: files[n % 2],
        variantId: variants[Math.floor(n / 2)]!.id,
        alts: [{ locale: 'en', alt: `Picture ${n + 1}` }],
      })),
    })
    await owner('POST', `/products/${made.id}/publication`, {})
    slug = (
      await owner<{ texts: { locale: string; slug: string }[] }>('GET', `/products/${made.id}`)
    ).texts.find(({ locale }) => locale === 'en')!.slug
  })

  test('a name of three thousand characters is refused by its field', async () => {
    const { status, body } = await store().call<{ errors: { path: string }[] }>(
      'POST',
      '/v1/admin/products',
      {
        as: 'owner',
        body: {
          taxCategoryId: (await owner<{ items: { id: string }[] }>('GET', '/tax/categories')).items[0]!.id,
          texts: [{ locale: 'de', name: 'Ä'.repeat(3000) }],
        },
      },
    )
    expect([status, body.errors.map(({ path }) => path)]).toEqual([422, ['texts.0.name']])
  })

  for (const [language, base] of [
    ['English', ''],
    ['German', '/de'],
    ['Arabic', '/ar'],
  ] as const)
    test(`fits a phone, and letters of twice the size, in ${language}`, async ({ visitor }) => {
      // At 1280 px a page of letters twice as large, or four times, has the room of one of 640 or 320 px.
      for (const width of [320, 640]) {
        const page = await visitor({ viewport: { width, height: 640 }, javaScriptEnabled: width === 320 })
        for (const path of [
          `${base}/p/${slug}`,
          `${base}/products?q=ODD-G1`,
          `${base}/products?sort=newest`,
        ]) {
          const answer = await page.goto(path)
          expect(answer!.status(), path).toBe(200)
          expect(await standingOut(page), `${path} at ${width} px`).toEqual([])
        }
      }
    })

  test('is put into the cart, which fits too', async ({ visitor }) => {
    const page = await visitor({ viewport: { width: 320, height: 640 } })
    await page.goto(`/p/${slug}?variant=ODD-G1`)
    await page.getByRole('button', { name: 'Add to cart' }).first().click()
    await page.goto('/cart')
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    expect(await standingOut(page)).toEqual([])
    await page.goto('/checkout')
    expect(await standingOut(page)).toEqual([])
  })
})

test('script that comes half, or not at all, leaves pages that sell', async ({ page, faults }) => {
  let missing = 0
  await page.route(/\/assets\/.*\.js/, (route, request) => {
    if (/entry|root/.test(request.url())) return route.continue()
    missing++
    return route.abort()
  })
  await page.goto('/p/tide-mug', { waitUntil: 'domcontentloaded' })
  await expect.poll(() => missing, 'files that did not come').toBeGreaterThan(0)
  await page.getByRole('button', { name: 'Add to cart' }).first().click()
  await expect(page.getByRole('link', { name: 'Cart, 1 item' })).toBeVisible()
  faults.length = 0 // the browser says of each file that it did not come
})

test('of a cart that is nothing but problems each says what can be done', async ({ page }) => {
  await shopper.fillCart(page, '/p/teapot?variant=QS-TEAPOT-SAGE')
  await shopper.fillCart(page, '/p/tide-mug')
  const [teapot, mug] = [
    await variantOf(store(), 'teapot', 'QS-TEAPOT-SAGE'),
    (await store().call<{ id: string }>('GET', '/v1/products/tide-mug')).body,
  ]
  const stock = await owner<{
    items: { id: string; levels: { locationId: string }[] }[]
  }>('GET', `/stock-items?variantIds=${teapot.id}`)
  for (const { id: itemId, levels } of stock.items)
    for (const { locationId } of levels)
      await owner('POST', '/stock-counts', { itemId, locationId, onHand: 0 })
  await owner('DELETE', `/products/${mug.id}/publication`)
  await page.goto('/cart')
  await expect(page.getByText(/please remove it to go on/)).toHaveCount(2)
  await expect(page.getByRole('button', { name: 'Check out' })).toBeDisabled()
  for (const remove of await page.getByRole('button', { name: /^Remove / }).all())
    await expect(remove).toBeEnabled()
  await owner('POST', `/products/${mug.id}/publication`, {})
})

test('a shop with nothing left to sell says so, and stays a shop', async ({ page }) => {
  test.setTimeout(120_000)
  for (;;) {
    const { items } = await owner<{ items: { id: string }[] }>('GET', '/products?state=published&limit=100')
    if (items.length === 0) break
    await Promise.all(items.map(({ id }) => owner('DELETE', `/products/${id}/publication`)))
  }
  await expect
    .poll(async () => (await store().call<{ items: unknown[] }>('GET', '/v1/products')).body.items.length)
    .toBe(0)
  for (const path of ['/', '/products', '/c/ceramics', '/products?q=mug', '/cart']) {
    const answer = await page.goto(path)
    expect(answer!.status(), path).toBe(200)
    await expect(page.getByRole('heading', { level: 1 }), path).toBeVisible()
    expect(await standingOut(page), path).toEqual([])
  }
  await page.goto('/products')
  await expect(page.getByText('Nothing on this shelf yet')).toBeVisible()
})
