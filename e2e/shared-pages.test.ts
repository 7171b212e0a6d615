/** Behind a CDN: a stranger's page comes from its cache, runs as it should, and is theirs with the first thing they do. */
import { CDN_SECRET, openCachingProxy } from '../server/testing/caching-proxy.ts'
import { expect, storeOfThisFile, test } from './journey.ts'
import * as shopper from './shopper.ts'

const proxy = await openCachingProxy()
const store = storeOfThisFile({
  settings: async () => ({
    PUBLIC_URL: proxy.url,
    CDN_PURGE_URL: proxy.purgeUrl,
    CDN_PURGE_SECRET: CDN_SECRET,
  }),
})
test.beforeAll(() => proxy.to(store().url))
test.afterAll(() => proxy.close())

for (const javaScriptEnabled of [true, false])
  test(`a stranger buys from a page out of the cache, ${javaScriptEnabled ? 'with' : 'without'} script`, async ({
    visitor,
  }) => {
    const from = async (page: Awaited<ReturnType<typeof visitor>>) =>
      (await page.goto(`${proxy.url}/p/moon-vase`))?.headers()
    const first = await visitor()
    await expect.poll(async () => (await from(first))?.['x-cache']).toBe('hit')
    const page = await visitor({ javaScriptEnabled })
    expect((await from(page))?.['x-cache']).toBe('hit')
    expect(await page.context().cookies()).toEqual([])
    const other = await page.context().newPage()
    await from(other)

    await shopper.addToCart(page)
    await expect(page.getByRole('link', { name: /^Cart/ }).first()).toHaveAccessibleName(/1/)
    expect((await from(page))?.['x-cache'], 'it is their own from now on').toBe('miss')
    await shopper.addToCart(other) // whose page was open before, and says no token
    await page.goto(`${proxy.url}/cart`)
    await expect(page.getByRole('textbox', { name: 'Quantity of Moon vase' })).toHaveValue('2')
  })
