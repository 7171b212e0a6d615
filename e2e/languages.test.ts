/** The shop in the reader's language: its address says it, and everything done there keeps it. */
import { loadWords, wordsFor } from '@quayside/words'
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
