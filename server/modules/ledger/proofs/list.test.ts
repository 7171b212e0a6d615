import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { paid } from '#testing/orders.ts'
import { openShop } from '../../../testing/shop.ts'
import { list } from './list.ts'

const shop = await openShop()
after(() => shop.close())
const { pg } = shop.app.pool

/** Past all guards: the books say what nobody booked. */
async function falsify(change: string): Promise<void> {
  const client = await pg.connect()
  await client.query(`begin; set local session_replication_role = replica; ${change}; commit`)
  client.release()
}

const order = await paid(shop, shop.guest(), { of: await shop.goods({ price: 2510 }) })

test('every night the books are proved, and what they hold is written down', async () => {
  await shop.job('ledger.prove')
  const [proof, ...none] = (await shop.bob.call(list, {})).items
  assert.deepEqual([proof!.holds, proof!.faults, none], [true, [], []])
  assert.deepEqual([proof!.transactions, proof!.entries], [2, 4])
  assert.deepEqual(
    proof!.balances.map(({ account, amount }) => [account, amount.amount]),
    [
      ['fees:sandbox', 67],
      ['provider:sandbox', 3000 - 67],
      ['receivable', -3000],
    ],
  )
  assert.equal(order.totals.total.amount, 3000)
  await shop.invariants()
})

test('books that do not add up are found, kept in the list, and shown until a later proof is right', async () => {
  await falsify(`update ledger.entry set amount = amount + 1 where amount = 3000`)
  shop.clock.forward(86_400_000)
  await shop.job('ledger.prove')
  const [proof] = (await shop.bob.call(list, { holds: false })).items
  const broken = proof!.faults.map(({ invariant }) => invariant)
  for (const id of ['I1', 'I1.ledger', 'I7.captures']) assert.ok(broken.includes(id), `${id} of ${broken}`)
  await falsify(`update ledger.entry set amount = amount - 1 where amount = 3001`)
  await assert.rejects(shop.invariants(), /I1\.proof/)
  const text = await shop.app.metrics.text()
  assert.match(text, /quayside_ledger_proofs_total\{holds="false"\} 1/)

  shop.clock.forward(86_400_000)
  await shop.job('ledger.prove')
  await shop.invariants()
  assert.deepEqual(
    (await shop.bob.call(list, {})).items.map(({ holds }) => holds),
    [true, false, true],
  )
})

test('a proof is never changed, and seen by those who may read the books', async () => {
  await assert.rejects(pg.query(`update ledger.proof set holds = true, faults = '[]'`), /never change/)
  await assert.rejects(shop.alice.call(list, {}), { code: 'forbidden' })
  await assert.rejects(shop.staff('payments.read').call(list, {}), { code: 'forbidden' })
  assert.equal((await shop.staff('ledger.read').call(list, {})).items.length, 3)
})
