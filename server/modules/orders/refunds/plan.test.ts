/** However an order is given back, amounts and taxes end at exactly what was charged. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import {
  amountLeft,
  amountOf,
  drawOn,
  planAll,
  planAmount,
  planItems,
  type ItemsWish,
  type Part,
} from './plan.ts'
import type { Refundable } from './refundable.ts'

const lineId = (index: number) => `00000000-0000-7000-8000-00000000000${index}`
const depositId = (index: number) => `00000000-0000-7000-8000-00000000001${index}`

function orderOf(
  lines: [pieces: number, amount: number, tax: number][],
  delivery = { amount: 0, tax: 0 },
  /** Two bottles with each piece of the first line, and so on. */
  deposits: [line: number, each: number, unit: number][] = [],
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
    deposits: deposits.map(([line, each, unit], index) => {
      const pieces = lines[line]![0] * each
      return {
        depositId: depositId(index),
        lineId: lineId(line),
        amount: pieces * unit,
        tax: Math.round((pieces * unit * 19) / 119),
        pieces,
        each,
      }
    }),
    delivery,
  }
}

/** What is left after the parts went back. */
function less(left: Refundable, parts: Part[]): Refundable {
  const of = (id: string | null) => parts.find((part) => (part.lineId ?? part.depositId) === id)
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
    deposits: left.deposits.map((deposit) => {
      const part = of(deposit.depositId)
      return {
        ...deposit,
        amount: deposit.amount - (part?.amount ?? 0),
        tax: deposit.tax - (part?.tax ?? 0),
        pieces: deposit.pieces - (part?.quantity ?? 0),
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
    deposits: fc.array(
      fc.tuple(fc.nat(4), fc.integer({ min: 1, max: 24 }), fc.integer({ min: 1, max: 300 })),
      { maxLength: 4 },
    ),
  })
  .map(({ lines, delivery: [amount, percent], deposits }) =>
    orderOf(
      lines.map(([pieces, sum, share]) => [pieces, sum, Math.round((sum * share) / 300)]),
      { amount, tax: Math.round((amount * percent) / 300) },
      deposits.map(([line, each, unit]) => [line % lines.length, each, unit]),
    ),
  )

const step = fc.oneof(
  fc.record({
    kind: fc.constant('piece' as const),
    line: fc.nat(4),
    restock: fc.constantFrom('none' as const, 'cancel' as const),
  }),
  fc.record({
    kind: fc.constant('empties' as const),
    deposit: fc.nat(3),
    pieces: fc.integer({ min: 1, max: 9 }),
  }),
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
        for (const place of [...next.lines, ...next.deposits, next.delivery]) {
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
        [...end.lines, ...end.deposits, end.delivery].map((place) => place.tax),
        [...end.lines, ...end.deposits, end.delivery].map(() => 0),
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
  if (how.kind === 'empties') {
    const deposit = now.deposits[how.deposit]
    const quantity = Math.min(how.pieces, deposit?.pieces ?? 0)
    return quantity === 0
      ? []
      : planItems(now, {
          lines: [],
          deposits: [{ orderDepositId: deposit!.depositId, quantity }],
          delivery: 0,
        })
  }
  const line = now.lines[how.line % now.lines.length]!
  return line.pieces === 0
    ? []
    : planItems(now, {
        lines: [{ orderLineId: line.lineId, quantity: 1, restock: how.restock }],
        delivery: 0,
      })
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

test('a deposit goes back with its bottle, alone where only that came back, and never twice', () => {
  let now = orderOf([[6, 1200, 192]], undefined, [
    [0, 20, 8],
    [0, 1, 150],
  ])
  const give = (wish: ItemsWish) => {
    const parts = planItems(now, wish)
    now = less(now, parts)
    return parts.map((part) => [(part.lineId ?? part.depositId)!.slice(-2), part.quantity, part.amount])
  }
  const crate = { orderLineId: lineId(0), quantity: 1 }
  // It tasted of cork: the money goes back, the bottles stay until they are brought.
  assert.deepEqual(give({ lines: [crate], delivery: 0 }), [['00', 1, 200]])
  assert.deepEqual(give({ lines: [{ ...crate, restock: 'cancel' }], delivery: 0 }), [
    ['00', 1, 200],
    ['10', 20, 160],
    ['11', 1, 150],
  ])
  const empties = { orderDepositId: depositId(0), quantity: 95 }
  assert.deepEqual(give({ lines: [], deposits: [empties], delivery: 0 }), [['10', 95, 760]])
  assert.throws(() => give({ lines: [], deposits: [empties], delivery: 0 }), {
    code: 'orders.too_many_empties',
    details: { orderDepositId: depositId(0), left: 5 },
  })
  assert.deepEqual(
    give({ lines: [{ ...crate, restock: 'cancel' }], delivery: 0 }),
    [
      ['00', 1, 200],
      ['10', 5, 40],
      ['11', 1, 150],
    ],
    'of what came back empty only the rest',
  )
  for (const [deposits, fault] of [
    [[{ orderDepositId: lineId(0), quantity: 1 }], 'deposits.0.orderDepositId'],
    [[{ ...empties, quantity: 0 }, empties], 'deposits'],
  ] as const)
    assert.throws(
      () => give({ lines: [], deposits: [...deposits], delivery: 0 }),
      ({ errors }: { errors: { path: string }[] }) => errors[0]!.path === fault,
    )
})

test('a free amount is taken from what was bought; deposits bear only what is more than that', () => {
  const left = orderOf([[1, 1000, 160]], { amount: 500, tax: 80 }, [[0, 2, 25]])
  const from = (amount: number) =>
    planAmount(left, amount).map((part) => [(part.lineId ?? part.depositId)?.slice(-2) ?? null, part.amount])
  assert.deepEqual(from(750), [
    ['00', 500],
    [null, 250],
  ])
  assert.deepEqual(from(1530), [
    ['00', 1000],
    [null, 500],
    ['10', 30],
  ])
})
