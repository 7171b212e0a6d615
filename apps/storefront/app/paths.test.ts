import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ownPath, pathBehind, paths } from './paths.ts'

test('a path of the shop is followed back', () => {
  assert.equal(ownPath('/cart?x=1'), '/cart?x=1')
})

test('an address of another site is not', () => {
  for (const bad of [
    '//evil.test',
    '/\\evil.test',
    'https://evil.test',
    'javascript:alert(1)',
    '/\t/evil.test',
    '/.//evil.test',
    '/a/..//evil.test',
    '',
    null,
  ]) {
    assert.equal(ownPath(bad, '/home'), '/home', String(bad))
  }
})

test('what is unknown stays out of the address, what is odd is escaped', () => {
  assert.equal(paths.products({ q: '', sort: null }), '/products')
  assert.equal(paths.products({ q: 'a&b=c' }), '/products?q=a%26b%3Dc')
  assert.equal(paths.category('tea/../x'), '/c/tea%2F..%2Fx')
})

test('each language has its own addresses, the first one those without a beginning', () => {
  assert.equal(pathBehind('', paths.home()), '/')
  assert.equal(pathBehind('/de', paths.home()), '/de')
  assert.equal(pathBehind('/de', '/?a=1'), '/de?a=1')
  assert.equal(pathBehind('/de', paths.cart()), '/de/cart')
})
