/**
 * Every operation has a budget, in `budgets.json`: SQL statements (begin and commit included), rows that PostgreSQL
 * looks at in a shop of thousands of each thing, and milliseconds.
 *
 * Statements and rows are counted, for a clock would tell more of the machine than of the store. The milliseconds are
 * the operation's declared deadline, which PostgreSQL keeps in service for each of its statements.
 *
 *   node server/proof/budgets/write.ts          adds budgets for operations that have none
 *   node server/proof/budgets/write.ts --all    measures all anew
 */
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { openBigShop } from './big-shop.ts'
import { costOf } from './measure.ts'
import type { Budgets } from './write.ts'

const budgets = JSON.parse(readFileSync(join(import.meta.dirname, 'budgets.json'), 'utf8')) as Budgets

const big = await openBigShop()
await big.grow()
after(() => big.close())
// In the order in which they were measured: samples fill Alice's cart as they go.
const operations = [...big.shop.app.operations.values()].toSorted((a, b) => (a.id < b.id ? -1 : 1))

test('every operation has a budget, and nothing else has', () => {
  assert.deepEqual(Object.keys(budgets).toSorted(), operations.map(({ id }) => id).toSorted())
})

for (const operation of operations) {
  test(`${operation.id} keeps to its budget of statements and rows`, async () => {
    const budget = budgets[operation.id]
    assert.ok(budget, `add one by: node server/proof/budgets/write.ts`)
    const cost = await costOf(big, operation)
    assert.ok(cost.statements <= budget.statements, `${cost.statements} statements, not ${budget.statements}`)
    assert.ok(cost.rows <= budget.rows, `${cost.rows} rows, not ${budget.rows}: ${cost.says}`)
    assert.equal(operation.deadlineMs, budget.milliseconds, 'its deadline is the budget of its time')
  })
}
