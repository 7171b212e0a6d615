/** What goods cost by rates that measure them, and together with goods of another profile. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { chargeFor } from './charge.ts'
import type { Goods } from './goods.ts'
import type { Rate } from './rules.ts'
import { piece, rate } from './testing.ts'

const bulky = { id: 'bulky', name: 'Bulky goods', namedOnly: false }
const cold = { id: 'cold', name: 'Cold goods', namedOnly: true }
const weighing = (weightGrams: number, more: Partial<Goods> = {}) =>
  piece({ parcel: { weightGrams, size: null, profileId: null }, ...more })
const ofProfile = (profileId: string) => piece({ parcel: { weightGrams: 100, size: null, profileId } })

function charged(rates: Rate[], goods: Goods[], combination: 'sum' | 'dearest' = 'sum', subtotal = 1000) {
  const charge = chargeFor({ rates, combination }, goods, {
    currency: 'EUR',
    subtotal,
    profiles: [bulky, cold],
  })
  return 'reason' in charge ? charge.reason : charge.amount
}

test('by weight: a range holds from its first gram to the next one’s', () => {
  const byWeight = rate({
    amount: 100,
    measure: 'weight_grams',
    upTo: 30_000,
    ranges: [
      { from: 0, amount: 300, step: null, stepAmount: null },
      { from: 1001, amount: 500, step: 1000, stepAmount: 50 },
    ],
  })
  const at = (grams: number) => charged([byWeight], [weighing(grams)])
  // Up to 1 kg 4.00; from there 6.00 and 0.50 for each kilogram begun beyond 1001 g.
  assert.deepEqual([0, 1000, 1001, 1002, 2001, 2002, 30_000].map(at), [400, 400, 600, 650, 650, 700, 2050])
  assert.equal(at(30_001), 'beyond')
  assert.equal(charged([byWeight], [weighing(400, { quantity: 2 }), weighing(201)]), 600, 'all together')
})

test('by value, by number and by size', () => {
  const range = (from: number, amount: number) => ({ from, amount, step: null, stepAmount: null })
  const byValue = rate({ amount: 0, measure: 'value', ranges: [range(0, 690), range(5000, 390)] })
  assert.equal(charged([byValue], [piece({ unitAmount: 2499, quantity: 2 })]), 690)
  assert.equal(charged([byValue], [piece({ unitAmount: 2500, quantity: 2 })]), 390)
  const byPiece = rate({
    amount: 0,
    measure: 'items',
    ranges: [{ from: 1, amount: 200, step: 1, stepAmount: 75 }],
  })
  assert.equal(charged([byPiece], [piece({ quantity: 4 })]), 425)
  const bySize = rate({ amount: 0, measure: 'volume_ccm', ranges: [range(0, 100), range(2, 900)] })
  const cube = (lengthMm: number) =>
    piece({ parcel: { weightGrams: 0, size: { lengthMm, widthMm: 10, heightMm: 10 }, profileId: null } })
  assert.equal(charged([bySize], [cube(10)]), 100)
  assert.equal(charged([bySize], [cube(11)]), 900, 'a begun cubic centimetre is a whole one')
  assert.equal(charged([bySize], [piece()]), 100, 'what has no size takes no room')
})

test('a rate that begins later does not hold below', () => {
  const pallet = rate({
    measure: 'weight_grams',
    ranges: [{ from: 30_000, amount: 0, step: null, stepAmount: null }],
  })
  assert.equal(charged([pallet], [weighing(29_999)]), 'below')
  assert.equal(charged([pallet], [weighing(30_000)]), 490)
})

test('goods of two profiles are added up, or the dearest counts', () => {
  const rates = [rate(), rate({ profileId: 'bulky', amount: 2900 })]
  const cart = [piece(), ofProfile('bulky')]
  assert.equal(charged(rates, [piece()]), 490)
  assert.equal(charged(rates, [ofProfile('bulky')]), 2900)
  assert.equal(charged(rates, cart), 3390)
  assert.equal(charged(rates, cart, 'dearest'), 2900)
})

test('a profile without a rate of its own goes by the general one, unless it must be named', () => {
  assert.equal(charged([rate()], [piece(), ofProfile('bulky')]), 490)
  assert.equal(charged([rate()], [piece(), ofProfile('cold')]), 'profile')
  assert.equal(charged([rate({ profileId: 'cold', amount: 990 })], [ofProfile('cold')]), 990)
  assert.equal(charged([rate({ profileId: 'cold', amount: 990 })], [piece()]), 'profile', 'nor others by its')
})

test('each rate is free from its own sum on', () => {
  const rates = [rate({ freeFrom: 5000 }), rate({ profileId: 'bulky', amount: 2900 })]
  const cart = [piece(), ofProfile('bulky')]
  assert.equal(charged(rates, cart, 'sum', 4999), 3390)
  assert.equal(charged(rates, cart, 'sum', 5000), 2900)
})

test('each step of a price is told', () => {
  const ranges = [{ from: 1000, amount: 200, step: 500, stepAmount: 100 }]
  const charge = chargeFor(
    { rates: [rate({ measure: 'weight_grams', ranges })], combination: 'sum' },
    [weighing(1600)],
    { currency: 'EUR', subtotal: 1000, profiles: [] },
  )
  assert.deepEqual(charge, {
    amount: 890,
    parts: [
      {
        profileId: null,
        measure: 'weight_grams',
        measured: 1600,
        base: 490,
        added: 400,
        free: false,
        freeFrom: null,
        amount: 890,
      },
    ],
  })
})
