/** A page is known by one address in each language, and each of them names the others. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { paths } from './paths.ts'
import { standingOf } from './standing.ts'

const shop = (locale: string) => ({
  origin: 'https://shop.example',
  locale,
  locales: [
    { code: 'en', path: '' },
    { code: 'de', path: '/de' },
    { code: 'ar', path: '/ar' },
  ],
})
const mug = {
  slug: 'krug',
  slugs: [
    { locale: 'de', slug: 'krug' },
    { locale: 'en', slug: 'mug' },
  ],
}

test('a page without a name of its own stands alike in all languages', () => {
  assert.deepEqual(standingOf(shop('de'), paths.home), {
    canonical: 'https://shop.example/de',
    alternates: [
      { hrefLang: 'en', href: 'https://shop.example/' },
      { hrefLang: 'de', href: 'https://shop.example/de' },
      { hrefLang: 'ar', href: 'https://shop.example/ar' },
      { hrefLang: 'x-default', href: 'https://shop.example/' },
    ],
  })
})

test('a product stands under its name in each language that it is told in', () => {
  const { canonical, alternates } = standingOf(shop('de'), (slug) => paths.product(slug), mug)
  assert.equal(canonical, 'https://shop.example/de/p/krug')
  assert.deepEqual(
    alternates.map(({ hrefLang, href }) => [hrefLang, href]),
    [
      ['en', 'https://shop.example/p/mug'],
      ['de', 'https://shop.example/de/p/krug'],
      ['x-default', 'https://shop.example/p/mug'],
    ],
  )
})

test('where it shows another language’s text it is listed with that language', () => {
  const inArabic = standingOf(shop('ar'), (slug) => paths.product(slug), { ...mug, slug: 'mug' })
  assert.equal(inArabic.canonical, 'https://shop.example/p/mug')
})

test('a shop of one language names no others, and one that could not be read stays where it is', () => {
  const one = { origin: 'https://shop.example', locale: 'en', locales: [{ code: 'en', path: '' }] }
  assert.deepEqual(standingOf(one, paths.cart).alternates, [])
  assert.equal(standingOf({ ...one, locales: [] }, paths.home).canonical, 'https://shop.example/')
})
