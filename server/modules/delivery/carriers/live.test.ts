/** Which price counts: the carrier's, the store's own while it is silent, and nothing where it does not go. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { silentLog } from '#kit/log.ts'
import { after, hours, minutes } from '#kit/clock.ts'
import { offersFor, type Asked } from '../offers.ts'
import { SATURDAY, here, method, piece, rate, rulesOf, to } from '../testing.ts'
import { askCarriers } from './ask.ts'
import { carrierPort, type Carrier, type CarrierRate } from './carrier.ts'
import { questionsFor, unasked, type CarrierQuote } from './live.ts'

const live = { carrier: 'post', service: 'express', markupBasisPoints: 1000, answerWithinMs: 200 }
const rules = rulesOf([method({ live })])
const said: CarrierRate = { service: 'express', amount: 1001, minDays: 1, maxDays: 1 }

function quoted(rates: CarrierRate[] | null, asked = to(), askedAt = SATURDAY): CarrierQuote[] {
  return questionsFor(rules, asked).map(({ carrier, fingerprint }) => ({
    carrier,
    fingerprint,
    rates,
    askedAt: askedAt.toISOString(),
  }))
}

const offered = (quotes: CarrierQuote[], more: Partial<Asked> = {}) => {
  const [offer] = offersFor(rules, to({ quotes, ...more }), here)
  return offer && [offer.amount, offer.minDays, offer.maxDays, offer.pricedBy]
}

test('the carrier’s price with the mark-up, rounded up, and its days', () => {
  assert.deepEqual(offered(quoted([said])), [1102, 1, 1, 'carrier'])
})

test('unasked, unanswered, of other goods or an old answer: the store’s own rate and days', () => {
  const own = [490, 2, 4, 'fallback']
  assert.deepEqual(offered([]), own)
  assert.deepEqual(offered(quoted(null)), own)
  assert.deepEqual(offered(quoted([said]), { goods: [piece({ quantity: 2 })] }), own)
  assert.deepEqual(offered(quoted([said]), { postalCode: '10115' }), own)
  assert.deepEqual(offered(quoted([said], to(), after(SATURDAY, -hours(24)))), own)
  assert.deepEqual(offered(quoted([said], to(), after(SATURDAY, -hours(23)))), [1102, 1, 1, 'carrier'])
})

test('what the carrier does not take is not offered; the store’s own limits and free orders hold as ever', () => {
  assert.equal(offered(quoted([{ ...said, service: 'standard' }])), undefined)
  assert.equal(offered(quoted([]))?.length, undefined)
  assert.deepEqual(offered(quoted([said]), { subtotal: 6000 }), [0, 1, 1, 'carrier'])
  const heavy = rulesOf([method({ live, rates: [rate({ measure: 'weight_grams', upTo: 200 })] })])
  assert.deepEqual(offersFor(heavy, to({ quotes: quoted([said]) }), here), [])
})

test('carriers are asked once it is known where it goes, anew after half an hour, and left alone for a minute', () => {
  const questions = questionsFor(rules, to())
  assert.deepEqual(
    questions.map(({ carrier, answerWithinMs }) => [carrier, answerWithinMs]),
    [['post', 200]],
  )
  assert.deepEqual(questionsFor(rules, to({ postalCode: null })), [])
  assert.deepEqual(questionsFor(rules, to({ country: 'US' })), [])
  const open = (quotes: CarrierQuote[], now = SATURDAY) => unasked(questions, quotes, now).length
  assert.equal(open([]), 1)
  assert.equal(open(quoted([said])), 0)
  assert.equal(open(quoted([said]), after(SATURDAY, minutes(30))), 1)
  assert.equal(open(quoted(null)), 0)
  assert.equal(open(quoted(null), after(SATURDAY, minutes(1))), 1)
})

test('two ways of one carrier are one question, and nobody waits longer than the less patient one', () => {
  const both = rulesOf([method({ live }), method({ id: 'other', live: { ...live, answerWithinMs: 150 } })])
  assert.deepEqual(
    questionsFor(both, to()).map(({ answerWithinMs }) => answerWithinMs),
    [150],
  )
})

const sure = { ...said, currency: 'EUR' }
const WRONG: Record<string, Carrier['rates']> = {
  'hangs and does not heed its deadline': () => pause(5_000, [sure], { ref: false }),
  throws: () => Promise.reject(new Error('500')),
  'another currency': async () => [{ ...sure, currency: 'USD' }],
  'a negative price': async () => [{ ...sure, amount: -1 }],
  'half a cent': async () => [{ ...sure, amount: 10.5 }],
  'no list': async () => ({ rates: [] }) as never,
  nothing: async () => null as never,
}

for (const [how, rates] of Object.entries(WRONG))
  test(`a carrier that goes wrong says nothing, in time: ${how}`, async () => {
    const ports = ((wanted: unknown) => (wanted === carrierPort ? [{ name: 'post', rates }] : [])) as never
    const began = performance.now()
    const [quote] = await askCarriers(questionsFor(rules, to()), {
      ports,
      log: silentLog,
      now: () => SATURDAY,
    })
    assert.equal(quote!.rates, null)
    assert.ok(performance.now() - began < 1_500)
    assert.deepEqual(offered([quote!]), [490, 2, 4, 'fallback'])
  })
