import assert from 'node:assert/strict'
import { test } from 'node:test'
import { offered } from './search-offers.ts'
import type { Suggestions } from './store.ts'

const price = { amount: 2400, currency: 'EUR' }
const found = {
  queries: ['mug', 'mugs', 'mug rack', 'mug tree', 'mug of tea'],
  categories: ['a', 'b', 'c'].map((slug) => ({ slug, name: slug.toUpperCase() })),
  products: [{ slug: 'tide-mug', name: 'Tide mug', picture: null, price }],
} as unknown as Suggestions

test('words to go on with come first, then shelves, then products; what is typed is not offered again', () => {
  assert.deepEqual(
    offered('Mug', found, ['vase']).map(({ kind, label, href }) => [kind, label, href]),
    [
      ['words', 'mugs', '/products?q=mugs'],
      ['words', 'mug rack', '/products?q=mug+rack'],
      ['words', 'mug tree', '/products?q=mug+tree'],
      ['shelf', 'A', '/c/a'],
      ['shelf', 'B', '/c/b'],
      ['product', 'Tide mug', '/p/tide-mug'],
    ],
  )
})

test('before anything is typed it is what was sought before', () => {
  assert.deepEqual(
    offered('', undefined, ['vase', 'tea']).map(({ kind, href }) => [kind, href]),
    [
      ['past', '/products?q=vase'],
      ['past', '/products?q=tea'],
    ],
  )
  assert.deepEqual(offered('m', undefined, ['vase']), [])
})
