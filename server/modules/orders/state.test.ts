/** The states as the code knows them are the states as the database guards them. */
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { STATES, STEPS } from './state.ts'

const migration = readFileSync(new URL('migrations/0001-orders.sql', import.meta.url), 'utf8')

test('code and database allow the same steps', () => {
  const guarded = [...migration.matchAll(/'([a-z_]+)>([a-z_]+)'/g)].map(([, from, to]) => `${from}>${to}`)
  const known = STATES.flatMap((from) => STEPS[from].map((to) => `${from}>${to}`))
  assert.deepEqual(guarded.toSorted(), known.toSorted())
})

test('code and database know the same states', () => {
  const [, listed] = /state text not null check \(state in \(([^)]+)\)/.exec(migration)!
  assert.deepEqual(
    listed!
      .split(', ')
      .map((word) => word.slice(1, -1))
      .toSorted(),
    [...STATES].toSorted(),
  )
})
