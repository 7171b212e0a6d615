/** Crawlers are told where there is nothing for them, in each language, and where all the rest is listed. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { robotsText } from './robots.ts'

const shop = {
  indexed: true,
  disallow: ['/pages/press'],
  locales: [{ path: '' }, { path: '/de' }],
  origin: 'https://shop.example',
}
/** As RFC 9309 has it: the beginning of an address, in which `*` is anything. */
const passesOver = (text: string, address: string) =>
  [...text.matchAll(/^Disallow: (.+)$/gm)].some(([, rule]) =>
    new RegExp(
      `^${rule!
        .split('*')
        .map((part) => part.replace(/[.?+^$()[\]{}|\\]/g, '\\$&'))
        .join('.*')}`,
    ).test(address),
  )

test('carts, accounts, searches and narrowed lists are passed over; shelves, their orders and pages are read', () => {
  const text = robotsText(shop)
  for (const address of [
    '/cart',
    '/de/cart',
    '/checkout/return?order=1',
    '/account/orders',
    '/orders/1?token=2',
    '/lists/abc',
    '/products?q=mug',
    '/de/c/mugs?sort=price&option=glaze%3Asand',
    '/c/mugs?min=5&currency=EUR',
    '/pages/press-kit',
  ])
    assert.ok(passesOver(text, address), address)
  for (const address of [
    '/',
    '/de',
    '/products',
    '/p/cart-of-oak',
    '/c/mugs?sort=price',
    '/c/mugs?after=x',
    '/collections/new',
    '/journal',
    '/p/mug?variant=MUG-1',
    '/products?seq=1',
  ])
    assert.ok(!passesOver(text, address), address)
  assert.match(text, /^Sitemap: https:\/\/shop\.example\/sitemap\.xml$/m)
})

test('a shop that is not to be listed is passed over whole, and names no sitemap', () => {
  const text = robotsText({ ...shop, indexed: false })
  assert.ok(passesOver(text, '/') && passesOver(text, '/p/mug'))
  assert.doesNotMatch(text, /Sitemap/)
})
