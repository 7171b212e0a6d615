import assert from 'node:assert/strict'
import { test } from 'node:test'
import { firstSort, isNarrowed, queryOf, said, widest, without } from './list-query.ts'

const read = (text: string) => queryOf(new URLSearchParams(text))

test('an address says what is sought, what narrows it and in which order', () => {
  const query = read('q=+mug+&sort=-price&option=colour:sea&option=colour:sea&attribute=wood:oak&available=1')
  assert.equal(query.q, 'mug')
  assert.equal(query.sort, '-price')
  assert.deepEqual([query.options, query.attributes, query.available], [['colour:sea'], ['wood:oak'], true])
  assert.ok(isNarrowed(query))
})

test('what it says wrongly is passed over', () => {
  const query = read(
    'sort=cheapest&option=sea&option=%3Cb%3E:x&category=a/b&min=-3&max=lots&currency=EUR&after=',
  )
  assert.equal(query.sort, firstSort(''))
  assert.equal(isNarrowed(query), false)
})

test('what the store would refuse is passed over too, however long it is', () => {
  const long = 'x'.repeat(5000)
  for (const category of ['a_b', '-mugs', 'mugs-', 'a--b', '%00', '%F0%9F%8F%BA', long])
    assert.equal(read(`category=${category}`).category, null, category)
  assert.equal(read('category=k%C3%BCche-2').category, 'küche-2')
  assert.deepEqual(read(`option=a:${long}&attribute=${long}:b`).options, [])
  assert.deepEqual(
    [read('after=%00').after, read(`after=${long}`).after, read('after=a b').after],
    ['', '', ''],
  )
  assert.equal(read('q=%00').q, '')
  const q = read(`q=${encodeURIComponent('🏺'.repeat(150))}`).q
  assert.deepEqual([Array.from(q).length, q.isWellFormed()], [100, true])
})

test('amounts are minor units of the currency they were said in, and nothing without one', () => {
  assert.deepEqual(read('min=12.5&max=1.200&currency=EUR').price, { currency: 'EUR', min: 1250, max: 120 })
  assert.deepEqual(read('min=0,5&currency=KWD').price, { currency: 'KWD', min: 500, max: null })
  assert.deepEqual(read('min=1200&currency=JPY').price.min, 1200)
  assert.deepEqual(read('min=12').price.min, null)
})

test('one thing less, or nothing at all, begins the list anew', () => {
  const params = new URLSearchParams('q=mug&option=colour:sea&option=colour:clay&min=3&currency=EUR&after=x')
  assert.equal(
    without(params, 'option', 'colour:sea').toString(),
    'q=mug&option=colour%3Aclay&min=3&currency=EUR',
  )
  assert.equal(without(params, 'min').get('currency'), null)
  assert.equal(widest(params).toString(), 'q=mug')
})

test('what a form leaves empty is not in its address', () => {
  const form = new FormData()
  for (const [name, value] of [
    ['q', 'mug'],
    ['min', ''],
    ['max', ' '],
    ['currency', 'EUR'],
  ])
    form.append(name!, value!)
  assert.equal(said(form).toString(), 'q=mug')
})
