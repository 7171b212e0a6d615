import assert from 'node:assert/strict'
import { test } from 'node:test'
import { choicesOf, isAnyQuantity, nearest, stepped } from './quantities.ts'

const any = { minimum: 1, maximum: null, step: 1 }
const sixes = { minimum: 12, maximum: 48, step: 6 }

test('the nearest quantity keeps to steps, limits and stock', () => {
  assert.equal(nearest(any, 7, 5), 5)
  assert.equal(nearest(any, 2000, 2000), 999)
  assert.equal(nearest(sixes, 1, 100), 12)
  assert.equal(nearest(sixes, 20, 100), 18)
  assert.equal(nearest(sixes, 99, 100), 48)
  assert.equal(nearest(sixes, 48, 20), 18)
  assert.equal(nearest(sixes, 12, 11), 0)
})

test('a step leads to the next allowed quantity, and below the minimum to none', () => {
  assert.deepEqual([stepped(any, 1, true), stepped(any, 2, false), stepped(any, 1, false)], [2, 1, 0])
  assert.deepEqual(
    [stepped(sixes, 12, true), stepped(sixes, 13, true), stepped(sixes, 48, true)],
    [18, 18, 48],
  )
  assert.deepEqual(
    [stepped(sixes, 20, false), stepped(sixes, 18, false), stepped(sixes, 12, false)],
    [18, 12, 0],
  )
  assert.equal(stepped(sixes, 1, true), 12)
})

test('a list offers the first quantities that can be had', () => {
  assert.deepEqual(choicesOf(any, 3, 10), [1, 2, 3])
  assert.deepEqual(choicesOf(sixes, 99, 4), [12, 18, 24, 30])
  assert.deepEqual(choicesOf(sixes, 20, 10), [12, 18])
  assert.deepEqual(choicesOf(sixes, 5, 10), [])
  assert.deepEqual([isAnyQuantity(any), isAnyQuantity(sixes)], [true, false])
})
