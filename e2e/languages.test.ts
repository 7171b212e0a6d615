/** The shop in the reader's language: its address says it, and everything done there keeps it. */
import { loadWords, wordsFor } from '@quayside/words'
import { faultsIn } from '../apps/storefront/app/schema-org.ts'
import { expect, storeOfThisFile, test } from './journey.ts'
import * as shopper from './shopper.ts'
import { mailsArrived, orderLinkIn } from './truth.ts'

const store = storeOfThisFile()
await Promise.all([loadWords('ar'), loadWords('de')])

test('Amina buys in Arabic on a phone, without script, and her mail leads back to Arabic pages', async ({
  visitor,
}) => {
  const words = wordsFor('ar')
  const page = await visitor({
    javaScriptEnabled: false,
    locale: 'ar',
    viewport: { width: 360, height: 740 },
  })
  const buyer = shopper.someone('أمينة حداد')
  buyer.email = 'amina@example.com'
  await page.goto('/ar')
  await expect(page.locator('html')).toHaveAttribute('dir', 'rtl')
  await page.getByRole('main').getByRole('link', { name: 'خزف' }).first().click()
  await page.getByRole('main').getByRole('link', { name: 'كوب المد', exact: true }).click()
  await expect(page).toHaveURL(new RegExp(`/ar/p/${encodeURIComponent('كوب-المد')}`))
  await page.getByRole('button', { name: words.product.add }).first().click()
  await page.getByRole('link', { name: words.product.toCart }).click()
  await expect(page.getByRole('heading', { level: 1, name: words.cart.title })).toBeVisible()
  await page.getByRole('link', { name: words.cart.checkout }).click()
  await page.getByLabel(words.checkout.email).fill(buyer.email)
  await page.getByLabel(words.checkout.fields.name).fill(buyer.name)
  await page.getByLabel(words.checkout.fields.line1).fill(buyer.street)
  await page.getByLabel(words.checkout.fields.postal_code).fill(buyer.postalCode)
  await page.getByLabel(words.checkout.fields.city).fill(buyer.city)
  await page.getByLabel(words.checkout.country).selectOption({ label: 'ألمانيا' })
  await page.getByRole('button', { name: words.checkout.goOn, exact: true }).click()
  await expect(page.getByText('طرد').filter({ visible: true }).first()).toBeVisible()
  await page.getByRole('button', { name: words.checkout.pay('').trim() }).click()
  await shopper.pay(page)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    words.paying.thanksTitle(buyer.name.split(' ')[0]!),
  )
  await expect(page).toHaveURL(/\/ar\/checkout\/return/)

  const [mail] = await mailsArrived(store(), buyer.email, [/\p{Script=Arabic}/u])
  expect(mail!.html).toMatch(/dir="rtl"/)
  const link = orderLinkIn(mail!)
  expect(new URL(link).pathname).toMatch(/^\/ar\/orders\//)
  await page.goto(link)
  await expect(page.getByText(words.order.status['paid']!).first()).toBeVisible()
  await expect(page.getByRole('link', { name: 'كوب المد' })).toBeVisible()
})

test('Hans is offered German, never led to it; there he stays, with the names of each language in its addresses', async ({
  visitor,
}) => {
  const words = wordsFor('de')
  const page = await visitor({ locale: 'de-AT' })
  await page.goto('/p/tide-mug?variant=QS-TIDE-CLAY-L')
  await expect(page.getByRole('heading', { level: 1, name: 'Tide mug' })).toBeVisible()
  await page.getByRole('link', { name: words.language.offer }).click()
  await expect(page).toHaveURL('/de/p/gezeitenbecher?variant=QS-TIDE-CLAY-L')
  await expect(page.getByRole('link', { name: words.language.offer })).toHaveCount(0)

  await page.getByRole('button', { name: words.product.add }).click()
  await expect(page.getByText(words.product.added('Gezeitenbecher'))).toBeVisible()
  await page.getByRole('link', { name: words.product.toCart }).click()
  await expect(page).toHaveURL('/de/cart')
  await page.getByRole('link', { name: words.cart.checkout }).click()
  await expect(page.getByRole('heading', { level: 1, name: words.checkout.title })).toBeVisible()

  await page.goto('/de/p/tide-mug')
  await expect(page, 'the English name leads to the German one').toHaveURL('/de/p/gezeitenbecher')
  const choice = page.getByRole('contentinfo').getByRole('group', { name: words.language.choose })
  await choice.getByRole('link', { name: 'العربية' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'كوب المد' })).toBeVisible()

  await page.goto('/cart')
  await page.getByRole('button', { name: 'Stay here' }).click()
  await expect(page.getByRole('link', { name: words.language.offer })).toHaveCount(0)
  await page.goto('/products')
  await expect(page.getByRole('link', { name: words.language.offer })).toHaveCount(0)
})

test('an address means the same page to everybody, and each page has one', async ({ request }) => {
  const asked = async (path: string, language: string) => {
    const answer = await request.get(path, { headers: { 'accept-language': language }, maxRedirects: 0 })
    return [
      answer.status(),
      answer.headers()['location'],
      /<html lang="(\w+)"/.exec(await answer.text())?.[1],
    ]
  }
  expect(await asked('/cart', 'ar')).toEqual([200, undefined, 'en'])
  expect(await asked('/de/cart', 'ar')).toEqual([200, undefined, 'de'])
  expect(await asked('/en/cart?x=1', 'de')).toEqual([301, '/cart?x=1', undefined])
  expect(await asked('/en//evil.test', 'de')).toEqual([301, '/', undefined])
  expect((await asked('/fr/cart', 'fr'))[0]).toBe(404)
  expect((await asked('/de/account/orders', 'en')).slice(0, 2)).toEqual([
    303,
    '/de/login?to=%2Faccount%2Forders',
  ])
})

test('search engines find each page once, under its address in each language', async () => {
  const { url } = store()
  const read = async (path: string) => (await fetch(new URL(path, url))).text()
  const hrefs = (html: string, which: string) =>
    [...html.matchAll(new RegExp(`<link rel="${which}[^>]* href="([^"]+)"`, 'g'))].map(([, href]) => href!)
  const canonical = async (path: string) => hrefs(await read(path), 'canonical"')
  expect(await read('/robots.txt')).toContain(`Sitemap: ${url}/sitemap.xml`)

  const parts = await read('/sitemap.xml')
  for (const kind of ['lists', 'categories', 'products', 'pages', 'posts', 'journal'])
    for (const locale of ['en', 'de', 'ar']) {
      const name = `/sitemap/${kind}-${locale}-1.xml`
      expect(parts).toContain(url + name)
      const entries = (await read(name)).split('<url>').slice(1)
      expect(entries.length, name).toBeGreaterThan(0)
      // What is listed is there, says of itself what the list says of it, and names the same others.
      const [, loc] = /<loc>([^<]+)<\/loc>/.exec(entries[0]!)!
      const html = await read(loc!)
      expect(html, loc).not.toContain('noindex')
      expect(hrefs(html, 'canonical"')).toEqual([loc])
      const listed = [...entries[0]!.matchAll(/hreflang="[^"]+" href="([^"]+)"/g)].map(([, href]) => href)
      expect(hrefs(html, 'alternate" hrefLang'), loc).toEqual(listed)
    }

  expect(await canonical('/c/ceramics?sort=price')).toEqual([`${url}/c/ceramics`])
  expect(await canonical('/p/tide-mug?variant=QS-TIDE-CLAY-L')).toEqual([`${url}/p/tide-mug`])
  for (const partial of ['/c/ceramics?max=20&currency=EUR', '/products?q=mug', '/cart'])
    expect([partial, (await read(partial)).includes('noindex'), await canonical(partial)]).toEqual([
      partial,
      true,
      [],
    ])
})

test('what search engines are told of the shop is what its pages show, in words that they know', async () => {
  const { url } = store()
  const read = async (path: string) => {
    const html = await (await fetch(new URL(path, url))).text()
    const scripts = [...html.matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/gs)]
    const things = scripts.map(([, text]) => JSON.parse(text!) as Record<string, unknown>)
    for (const thing of things) expect(faultsIn(thing), path).toEqual([])
    return { html: html.replace(/<script.*?<\/script>/gs, ''), things }
  }
  const typesOn = async (path: string) => (await read(path)).things.map((thing) => thing['@type']).sort()
  expect(await typesOn('/')).toEqual(['OnlineStore'])
  expect(await typesOn('/de/c/keramik')).toEqual(['BreadcrumbList'])

  const { html, things } = await read('/p/tide-mug')
  const product = things.find((thing) => thing['@type'] === 'ProductGroup')!
  const trail = things.find((thing) => thing['@type'] === 'BreadcrumbList')!
  const offers = product['offers'] as { lowPrice: string; priceCurrency: string }
  const rating = product['aggregateRating'] as { reviewCount: number }
  const reviews = product['review'] as { author: { name: string } }[]
  const told = [
    product['name'] as string,
    new Intl.NumberFormat('en', { style: 'currency', currency: offers.priceCurrency }).format(
      Number(offers.lowPrice),
    ),
    String(rating.reviewCount),
    ...reviews.map(({ author }) => author.name),
    ...(trail['itemListElement'] as { name: string }[]).map(({ name }) => name),
  ]
  for (const text of told) expect(html).toContain(text)

  const [, card] = /property="og:image" content="([^"]+)"/.exec(html)!
  const drawn = await fetch(card!)
  expect([drawn.status, drawn.headers.get('content-type')]).toEqual([200, 'image/jpeg'])
  expect(drawn.headers.get('cache-control')).toContain('immutable')
})

test('what the shop announces is put away, and while it is closed a link lets in', async ({ visitor }) => {
  const announce = async (body: object) => {
    const answer = await store().call<{ announcement: { id: string }; bypassToken: string }>(
      'POST',
      '/v1/admin/announcements',
      { as: 'owner', body },
    )
    expect(answer.status, JSON.stringify(answer.body)).toBe(201)
    return answer.body
  }
  const page = await visitor({ javaScriptEnabled: false })
  const texts = [
    { locale: 'en', text: 'The kiln is lit again' },
    { locale: 'ar', text: 'عاد الفرن إلى العمل' },
  ]
  await announce({ kind: 'bar', link: '/journal', texts })
  await page.goto('/cart')
  await expect(page.getByRole('link', { name: 'The kiln is lit again' })).toHaveAttribute('href', '/journal')
  await page.goto('/ar/cart')
  await page.getByRole('button', { name: wordsFor('ar').announcements.putAway }).click()
  await expect(page).toHaveURL('/ar/cart')
  await expect(page.getByText('عاد الفرن إلى العمل')).toHaveCount(0)

  const { announcement, bypassToken } = await announce({ kind: 'maintenance', texts })
  const closed = await page.request.get('/products')
  expect([closed.status(), closed.headers()['retry-after']]).toEqual([503, '600'])
  expect(await closed.text()).toContain('The kiln is lit again')
  await page.goto(`/open/${bypassToken}`)
  await page.goto('/products')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('All products')
  await store().call('DELETE', `/v1/admin/announcements/${announcement.id}`, { as: 'owner' })
})
