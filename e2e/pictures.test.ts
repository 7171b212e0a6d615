/** Pictures of a product as shoppers meet them: the smallest format that fits, in place from the start, of the variant they chose. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, storeOfThisFile, test, type Page } from './journey.ts'
import * as shopper from './shopper.ts'

const store = storeOfThisFile({ copies: true })
const MASTERS = join(import.meta.dirname, '../server/demo/pictures/masters')

type Product = {
  media: { fileId: string; variantId: string | null; alts: { locale: string; alt: string }[] }[]
}
type File = { id: string; sources: { type: string }[] }

const asOwner = async <Body>(method: string, path: string, body?: unknown) =>
  (await store().call<Body>(method, `/v1/admin${path}`, { as: 'owner', ...(body !== undefined && { body }) }))
    .body

async function uploaded(name: string): Promise<string> {
  const bytes = await readFile(join(MASTERS, name))
  const ticket = { name, type: 'image/webp', bytes: bytes.length, visibility: 'public' }
  const { uploadUrl } = await asOwner<{ uploadUrl: string }>('POST', '/media/tickets', ticket)
  const answer = await fetch(store().url + uploadUrl, { method: 'PUT', body: new Uint8Array(bytes) })
  return ((await answer.json()) as File).id
}

const gallery = (page: Page) => page.getByRole('list', { name: 'Pictures' }).getByRole('img')
const told = (page: Page) => gallery(page).evaluateAll((all) => all.map((each) => each.getAttribute('alt')))

test('Bob’s new picture of the sea blue mug is shown as AVIF, around its focus, and nothing jumps', async ({
  page,
}) => {
  test.setTimeout(400_000)
  const { body: shown } = await store().call<{ id: string; variants: { id: string; sku: string }[] }>(
    'GET',
    '/v1/products/tide-mug',
  )
  const product = await asOwner<Product>('GET', `/products/${shown.id}`)
  const fileId = await uploaded('logbook.webp')
  const variantId = shown.variants.find(({ sku }) => sku === 'QS-TIDE-SEA-S')!.id
  const alts = [{ locale: 'en', alt: 'The sea blue mug on a desk' }]
  const media = product.media.map((each) => ({
    fileId: each.fileId,
    variantId: each.variantId,
    alts: each.alts,
  }))
  await asOwner('PUT', `/products/${shown.id}/media`, { media: [...media, { fileId, variantId, alts }] })
  await asOwner('PATCH', `/media/files/${fileId}`, { focus: { xPermille: 310, yPermille: 0 } })
  await expect
    .poll(
      async () =>
        new Set((await asOwner<File>('GET', `/media/files/${fileId}`)).sources.map(({ type }) => type)),
      { timeout: 330_000 }, // first of all the shop's own pictures get theirs
    )
    .toEqual(new Set(['image/avif', 'image/webp']))

  await page.addInitScript(`shift = 0; new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) shift += entry.value
  }).observe({ type: 'layout-shift', buffered: true })`)
  await page.goto('/p/tide-mug?variant=QS-TIDE-SEA-L')
  const picture = page.getByRole('img', { name: 'The sea blue mug on a desk' })
  await picture.scrollIntoViewIfNeeded()
  await expect
    .poll(() => picture.evaluate((image) => (image as unknown as { currentSrc: string }).currentSrc))
    .toMatch(/-\d+\.avif$/)
  await expect(picture).toHaveCSS('object-position', '30% 0%')
  expect((await told(page)).slice(0, 3)).toEqual([
    'White speckled mug with a sea blue dipped top',
    'The rim of a speckled mug from near, dipped in sea blue',
    'The sea blue mug on a desk',
  ])
  expect(await page.evaluate('shift')).toBe(0)
})

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with script' : 'without script', () => {
    test.use({ javaScriptEnabled })

    test('another colour shows its own pictures first', async ({ page }) => {
      await page.goto('/p/moon-vase')
      await shopper.choose(page, 'Colour', 'Chalk')
      await expect.poll(async () => (await told(page))[0]).toMatch(/chalk/i)
      const before = await told(page)
      await shopper.choose(page, 'Colour', 'Soot')
      await expect.poll(async () => (await told(page))[0]).toMatch(/soot/i)
      expect((await told(page)).toSorted()).toEqual(before.toSorted())
    })
  })
}
