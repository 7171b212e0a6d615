/**
 * Migrations go in steps that code can go back from: what takes away, or asks more of a row than older code
 * gives, is marked `-- contract` in its first line.
 */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readSet } from '#kit/migrate.ts'
import { migrationSets } from '../modules.ts'

const TAKES_AWAY = [
  [/\bdrop\s+table\b/i, 'takes a table away'],
  [/\bdrop\s+column\b/i, 'takes a column away'],
  [/\bdrop\s+schema\b/i, 'takes a schema away'],
  [/\brename\b/i, 'gives another name'],
  [/\bset\s+not\s+null\b/i, 'asks for what older code may not write'],
] as const

/** Of before this rule: the code of before them starts on no newer database at all. */
const BEFORE = ['messages/0002-suppressions.sql', 'payments/0004-fees-and-disputes.sql']

/** A table that is written anew beside itself, with the same columns otherwise arranged: nobody who reads it by name sees it. */
const MADE_ANEW = /\bdrop table ((?:\w+\.)?(\w+));\s*alter table \1_next rename to \2;/g

function faultsOf(name: string, sql: string): string[] {
  if (BEFORE.includes(name) || /^-- contract\b/.test(sql)) return []
  const code = sql
    .replaceAll(/--.*$/gm, '')
    .replaceAll(/\$\$.*?\$\$/gs, '')
    .replaceAll(MADE_ANEW, '')
  const faults = TAKES_AWAY.filter(([form]) => form.test(code)).map(([, what]) => `${name} ${what}`)
  for (const [, column] of code.matchAll(
    /\balter\s+table[^;]*?\badd\s+(?:column\s+)?(?:if\s+not\s+exists\s+)?(\w+\s[^,;]*)/gi,
  ))
    if (
      /\bnot\s+null\b/i.test(column!) &&
      !/\b(default|generated)\b/i.test(column!) &&
      !/^(constraint|foreign|unique|check|primary)\b/i.test(column!)
    )
      faults.push(`${name} adds a column that older code cannot fill: ${column!.trim()}`)
  return faults
}

test('what a migration takes away is marked as a step that code does not go back from', () => {
  const faults = migrationSets.flatMap((set) =>
    readSet(set).flatMap(({ module, name, sql }) => faultsOf(`${module}/${name}`, sql)),
  )
  assert.deepEqual(faults, [])
})

/** Published before this was asked; they run in the order of their names. */
const TWICE = ['orders/0005']

function numberedTwice(names: string[]): string[] {
  const numbers = names.map((name) => name.split('-')[0]!)
  return [...new Set(numbers.filter((number, at) => numbers.indexOf(number) !== at))]
}

test('no two migrations of a module have the same number', () => {
  const names = migrationSets.flatMap((set) => readSet(set).map(({ module, name }) => `${module}/${name}`))
  assert.deepEqual(numberedTwice(names), TWICE)
  assert.deepEqual(numberedTwice(['tea/0001-a.sql', 'tea/0002-b.sql', 'tea/0002-c.sql', 'cup/0002-d.sql']), [
    'tea/0002',
  ])
})

test('planted steps are seen, marked ones pass', () => {
  const step = (sql: string) => faultsOf('tea/0002', sql)
  assert.deepEqual(
    step('alter table tea add milk int not null default 0, add constraint tea_milk check (milk >= 0)'),
    [],
  )
  assert.deepEqual(step('alter table tea add milk int not null'), [
    'tea/0002 adds a column that older code cannot fill: milk int not null',
  ])
  assert.equal(step('alter table tea drop column milk').length, 1)
  assert.equal(step('alter table tea rename to coffee').length, 1)
  assert.equal(step('alter table tea alter milk set not null').length, 1)
  assert.deepEqual(step('drop table cup.tea; alter table cup.tea_next rename to tea;'), [])
  assert.equal(step('drop table cup.tea; alter table cup.coffee_next rename to tea;').length, 2)
  assert.deepEqual(step('-- contract: nobody reads milk since 0.4\nalter table tea drop column milk'), [])
  assert.deepEqual(step('alter table tea drop constraint tea_milk -- rename is not meant'), [])
})
