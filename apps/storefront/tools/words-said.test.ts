import assert from 'node:assert/strict'
import { test } from 'node:test'
import { wordsSaid } from './words-said.ts'

const said = (code: string) => [...wordsSaid(code, 'a.tsx')].sort()

test('a word is said by whatever name its section has', () => {
  assert.deepEqual(said('const words = useWords(); f(words.cart.title)'), ['cart.title'])
  assert.deepEqual(said('const words = useWords().cart; const a = <p>{words.title}</p>'), ['cart.title'])
  assert.deepEqual(said('const { cart: words, list } = useWords(); f(words.title, list.price)'), [
    'cart.title',
    'list.price',
  ])
  assert.deepEqual(said('const { title } = useWords().cart; f(title)'), ['cart.title'])
  assert.deepEqual(said('const words = wordsFor(language); const { title } = words.cart'), ['cart.title'])
  assert.deepEqual(said("const f = (order: Order, words: Words['order']) => words.status[order.state]"), [
    'order.status',
  ])
  assert.deepEqual(said('const f = (field: string, words: Words) => words.faults.email'), ['faults.email'])
})

test('a section that is handed on is said whole', () => {
  assert.deepEqual(said('const words = useWords(); f(words.order)'), ['order'])
  assert.deepEqual(said('const words = useWords().order; const a = <Steps words={words} />'), ['order'])
  assert.deepEqual(said('const words = useWords().order; f(words[state])'), ['order'])
  assert.deepEqual(said('const { order: { title } } = useWords()'), ['order'])
})

test('what only sounds like words is none', () => {
  assert.deepEqual(said('f(paths.cart(), basket.title)'), [])
  assert.deepEqual(said('const words = text.split(" "); f(words.length)'), [])
})
