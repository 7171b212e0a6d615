import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { newId } from '#kit/id.ts'
import { openShop } from '../../../testing/shop.ts'
import { book } from '../index.ts'
import { list } from './list.ts'

const shop = await openShop()
after(() => shop.close())

const subjectId = newId()
for (const [kind, amount] of [
  ['capture', 1000],
  ['refund', -400],
] as const) {
  shop.clock.forward(1000)
  await shop.inside((ctx) =>
    book(ctx, {
      kind,
      reference: `test:${kind}`,
      subject: { kind: 'order', id: subjectId },
      cause: 'test',
      currency: 'EUR',
      entries: [
        { account: 'provider:test', amount },
        { account: 'receivable', amount: -amount },
      ],
    }),
  )
}

test('staff read the books, newest first, in one statement', async () => {
  const statements = { count: 0 }
  const { items } = await shop.bob.call(list, { subjectId }, { statements })
  assert.equal(statements.count, 1)
  assert.deepEqual(
    items.map(({ kind, reference, at }) => [kind, reference, at]),
    [
      ['refund', 'test:refund', '2026-03-02T10:00:02.000Z'],
      ['capture', 'test:capture', '2026-03-02T10:00:01.000Z'],
    ],
  )
  assert.deepEqual(items[1]!.entries, [
    { account: 'provider:test', amount: { amount: 1000, currency: 'EUR' } },
    { account: 'receivable', amount: { amount: -1000, currency: 'EUR' } },
  ])
})

test('by kind, and page by page', async () => {
  assert.equal((await shop.bob.call(list, { kind: 'capture' })).items.length, 1)
  assert.deepEqual((await shop.bob.call(list, { subjectId: newId() })).items, [])
  const first = await shop.bob.call(list, { limit: 1, withTotal: true })
  assert.deepEqual(first.total, { count: 2, atLeast: false })
  const second = await shop.bob.call(list, { limit: 1, after: first.next! })
  assert.deepEqual([second.items[0]!.kind, second.next], ['capture', null])
})

test('only those who may read the books do', async () => {
  await assert.rejects(shop.alice.call(list, {}), { code: 'forbidden' })
  await assert.rejects(shop.staff('payments.read').call(list, {}), { code: 'forbidden' })
  assert.equal((await shop.staff('ledger.read').call(list, {})).items.length, 2)
})
