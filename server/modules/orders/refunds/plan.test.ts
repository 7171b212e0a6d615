/** However an order is given back, amounts and taxes end at exactly what was charged. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { amountLeft, amountOf, drawOn, planAll, planAmount, planItems, type Part } from './plan.ts'
import type { Refundable } from './refundable.ts'

const lineId = (index: number) => `00000000-0000-7000-8000-00000000000${index}`

function orderOf(
  lines: [pieces: number, amount: number, tax: number][],
  delivery = { amount: 0, tax: 0 },
): Refundable {
  return {
    lines: lines.map(([pieces, amount, tax], index) => ({
      lineId: lineId(index),
      amount,
      tax,
      pieces,
      unsent: pieces,
      sent: 0,
      shipped: 0,
    })),
    delivery,
  }
}

/** What is left after the parts went back. */
function less(left: Refundable, parts: Part[]): Refundable {
  const of = (id: string | null) => parts.find((part) => part.lineId === id)
  return {
    lines: left.lines.map((line) => {
      const part = of(line.lineId)
      return {
        ...line,
        amount: line.amount - (part?.amount ?? 0),
        tax: line.tax - (part?.tax ?? 0),
        pieces: line.pieces - (part?.quantity ?? 0),
      }
    }),
    delivery: {
      amount: left.delivery.amount - (of(null)?.amount ?? 0),
      tax: left.delivery.tax - (of(null)?.tax ?? 0),
    },
  }
}

const left = fc
  .record({
    lines: fc.array(
      fc.tuple(
        fc.integer({ min: 1, max: 9 }),
        fc.integer({ min: 0, max: 100_000 }),
        fc.integer({ min: 0, max: 100 }),
      ),
      { minLength: 1, maxLength: 5 },
    ),
    delivery: fc.tuple(fc.integer({ min: 0, max: 2000 }), fc.integer({ min: 0, max: 100 })),
  })
  .map(({ lines, delivery: [amount, percent] }) =>
    orderOf(
      lines.map(([pieces, sum, share]) => [pieces, sum, Math.round((sum * share) / 300)]),
      { amount, tax: Math.round((amount * percent) / 300) },
    ),
  )

const step = fc.oneof(
  fc.record({ kind: fc.constant('piece' as const), line: fc.nat(4) }),
  fc.record({ kind: fc.constant('delivery' as const), part: fc.integer({ min: 1, max: 100 }) }),
  fc.record({ kind: fc.constant('amount' as const), part: fc.integer({ min: 1, max: 100 }) }),
)

type Step = typeof step extends fc.Arbitrary<infer Of> ? Of : never

test('piece by piece, in sums and by the delivery: never more than was left, and in the end exactly all, tax and amount', () => {
  fc.assert(
    fc.property(left, fc.array(step, { maxLength: 12 }), (whole, steps) => {
      let now = whole
      for (const each of steps) {
        const parts = take(now, each)
        const next = less(now, parts)
        for (const place of [...next.lines, next.delivery]) {
          assert.ok(
            place.amount >= 0 && place.tax >= 0 && place.tax <= place.amount,
            JSON.stringify({ now, each }),
          )
        }
        now = next
      }
      const end = less(now, planAll(now, amountLeft(now)))
      assert.equal(amountLeft(end), 0)
      assert.deepEqual(
        [...end.lines, end.delivery].map((place) => place.tax),
        [...end.lines, end.delivery].map(() => 0),
      )
    }),
    { numRuns: 500 },
  )
})

function take(now: Refundable, how: Step): Part[] {
  if (how.kind === 'amount') {
    const amount = Math.floor((amountLeft(now) * how.part) / 100)
    const parts = planAmount(now, amount)
    assert.equal(amountOf(parts), amount)
    return parts
  }
  if (how.kind === 'delivery') {
    return planItems(now, { lines: [], delivery: Math.floor((now.delivery.amount * how.part) / 100) })
  }
  const line = now.lines[how.line % now.lines.length]!
  return line.pieces === 0
    ? []
    : planItems(now, { lines: [{ orderLineId: line.lineId, quantity: 1 }], delivery: 0 })
}

test('pieces that cannot be divided evenly: the cent is given once', () => {
  let now = orderOf([[3, 1000, 160]])
  const amounts: number[][] = []
  for (let piece = 0; piece < 3; piece++) {
    const parts = planItems(now, { lines: [{ orderLineId: lineId(0), quantity: 1 }], delivery: 0 })
    amounts.push([parts[0]!.amount, parts[0]!.tax])
    now = less(now, parts)
  }
  assert.deepEqual(amounts, [
    [333, 53],
    [334, 54],
    [333, 53],
  ])
})

test('less money than the order has left is spread over all of it', () => {
  const parts = planAll(
    orderOf(
      [
        [1, 1000, 160],
        [2, 3000, 196],
      ],
      { amount: 1000, tax: 160 },
    ),
    2500,
  )
  assert.deepEqual(
    parts.map(({ lineId: id, quantity, amount, tax }) => [id?.slice(-1) ?? null, quantity, amount, tax]),
    [
      ['0', 1, 500, 80],
      ['1', 2, 1500, 98],
      [null, 0, 500, 80],
    ],
  )
})

test('what one payment cannot give the next one does, and the pieces are counted once', () => {
  const parts = planItems(
    orderOf(
      [
        [2, 1001, 161],
        [1, 0, 0],
      ],
      { amount: 490, tax: 78 },
    ),
    {
      lines: [
        { orderLineId: lineId(0), quantity: 2, restock: 'cancel' },
        { orderLineId: lineId(1), quantity: 1 },
      ],
      delivery: 490,
    },
  )
  const shown = drawOn([600, 500, 400], parts).map((drawn) =>
    drawn.map(({ lineId: id, quantity, amount, tax, restock }) => [
      id?.slice(-1) ?? null,
      quantity,
      amount,
      tax,
      restock,
    ]),
  )
  assert.deepEqual(shown, [
    [
      ['0', 2, 600, 97, 'cancel'],
      ['1', 1, 0, 0, 'none'],
    ],
    [
      ['0', 0, 401, 64, 'none'],
      [null, 0, 99, 16, 'none'],
    ],
    [[null, 0, 391, 62, 'none']],
  ])
  assert.deepEqual(drawOn([2000, 10], parts), [parts, []])
})
