/** The table of what tests reach adds up, and a module of money that is reached too little is told. */
import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { THRESHOLDS, moduleOf, shareOf, shortfalls, table } from './coverage.ts'

const file = (path: string, lines: number, coveredLines: number, branches = 0, coveredBranches = 0) => ({
  path,
  lines,
  coveredLines,
  branches,
  coveredBranches,
})
const files = [
  file('server/modules/tax/amounts.ts', 100, 100, 20, 19),
  file('server/modules/tax/rates/set.ts', 100, 80),
  file('server/kit/money.ts', 50, 50, 10, 10),
  file('server/assemble.ts', 10, 10),
]

test('files are counted under their module', () => {
  assert.equal(moduleOf('server/modules/tax/rates/set.ts'), 'server/modules/tax/')
  assert.equal(moduleOf('server/adapters/smtp/channel.ts'), 'server/adapters/smtp/')
  assert.equal(moduleOf('server/kit/money.ts'), 'server/kit/')
  assert.equal(moduleOf('server/assemble.ts'), 'server/')
  assert.deepEqual(shareOf(files.slice(0, 2)), { lines: 90, branches: 95 })
  assert.match(table(files), /server\/modules\/tax\/ +90\.0 % +95\.0 %/)
  assert.match(table(files), /all +92\.3 % +96\.7 %/)
})

test('what is reached too little is told with the files to look at, and so is what was not measured', () => {
  const needed = { lines: 95, branches: 90 }
  assert.deepEqual(shortfalls(files, { 'server/kit/money.ts': needed }), [])
  const [tax] = shortfalls(files, { 'server/modules/tax/': needed })
  assert.match(tax!, /tax\/ reaches 90\.0 % of lines.*rates\/set\.ts \(20 lines\)/)
  assert.match(shortfalls(files, { 'server/modules/ledger/': needed })[0]!, /not measured/)
})

test('money and stock have thresholds, and each is of something that is there', () => {
  for (const start of ['ledger/', 'payments/', 'inventory/', 'tax/', 'cart/totals.ts'])
    assert.ok(`server/modules/${start}` in THRESHOLDS, start)
  assert.ok('server/kit/money.ts' in THRESHOLDS)
  for (const start of Object.keys(THRESHOLDS))
    assert.ok(existsSync(join(import.meta.dirname, '../..', start)), start)
})
