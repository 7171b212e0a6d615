import assert from 'node:assert/strict'
import { after, before, beforeEach, test } from 'node:test'
import { sql } from 'kysely'
import type { TestDatabase } from '#testing/database.ts'
import { bump, kitApp, kitDatabase, notes, ROBOT, until } from '#testing/kit.ts'
import { defineModule } from './module.ts'
import { command, Nothing } from './operation.ts'
import { anyone } from './policy.ts'
import { snapshot } from './snapshot.ts'
import { Count, shape } from './types.ts'

let loads = 0
const rule = snapshot('notes.rule', async (db) => {
  loads++
  const { rows } = await sql<{ value: number }>`select value from notes.counter where name = 'rule'`.execute(
    db,
  )
  return rows[0]?.value ?? 0
})

let between: (run: number) => Promise<void> = async () => {}
let runs = 0
/** Computes with the rule, and checks it at the end, as the placing of an order does. */
const follow = command({
  id: 'notes.follow',
  summary: 'Follow the rule',
  rest: 'POST /follow',
  audience: 'shop',
  access: anyone,
  input: Nothing,
  output: shape('Followed', { value: Count }),
  async run(_, ctx) {
    const value = await ctx.app.snapshots.read(rule, ctx)
    await between(++runs)
    await ctx.app.snapshots.assertFresh([rule], ctx)
    return { value }
  },
})

let database: TestDatabase
let here: ReturnType<typeof kitApp>
let there: ReturnType<typeof kitApp>
before(async () => {
  database = await kitDatabase()
  const modules = [notes, defineModule({ name: 'extra', operations: [follow] })]
  here = kitApp({ url: database.url, modules })
  there = kitApp({ url: database.url, modules })
})
after(async () => {
  await Promise.all([here.close(), there.close()])
  await database.drop()
})
beforeEach(async () => {
  await here.pool.query('truncate notes.counter, kit.snapshot', [])
  for (const app of [here, there]) app.snapshots.forget(ROBOT_STORE, [rule.name])
  between = async () => {}
  runs = loads = 0
})
const ROBOT_STORE = '01900000-0000-7000-8000-000000000001'

const change = (app: typeof here) =>
  app.inTransaction({ actor: ROBOT }, async (ctx) => {
    await bump('rule', ctx)
    await ctx.app.snapshots.changed(rule, ctx)
  })
const read = (app: typeof here) => app.inTransaction({ actor: ROBOT }, (ctx) => app.snapshots.read(rule, ctx))

test('rows are loaded once and again after a change', async () => {
  assert.deepEqual([await read(here), await read(here)], [0, 0])
  assert.equal(loads, 1)
  await change(here)
  assert.deepEqual([await read(here), await read(here)], [1, 1])
  assert.equal(loads, 2)
})

test('a change that is rolled back changes nothing', async () => {
  await read(here)
  await assert.rejects(
    here.inTransaction({ actor: ROBOT }, async (ctx) => {
      await here.snapshots.changed(rule, ctx)
      throw new Error('never mind')
    }),
  )
  await here.invoke(follow, {}, {})
  assert.deepEqual([runs, loads], [1, 1])
})

test('a command that computed with old rows is run again with the new ones', async () => {
  await read(here)
  between = async (run) => (run === 1 ? change(there) : undefined)
  assert.deepEqual(await here.invoke(follow, {}, {}), { value: 1 })
  assert.equal(runs, 2)
})

test('also when the change came from this process and memory has forgotten the old rows', async () => {
  between = async (run) => (run === 1 ? change(here) : undefined)
  assert.deepEqual(await here.invoke(follow, {}, {}), { value: 1 })
  assert.equal(runs, 2)
})

test('also when memory holds the new rows already', async () => {
  between = async (run) => {
    if (run > 1) return
    await change(here)
    await read(here)
  }
  assert.deepEqual(await here.invoke(follow, {}, {}), { value: 1 })
  assert.equal(runs, 2)
})

test('rows that change without end: the caller is asked to come again', async () => {
  between = () => change(there)
  await assert.rejects(here.invoke(follow, {}, {}), { status: 503 })
})

test('the tail tells other processes within a second', async () => {
  there.tail.start()
  await read(there)
  await change(here)
  await until(async () => (await read(there)) === 1, 1_500)
})

test('a load that failed is tried again', async () => {
  let fails = true
  const shaky = snapshot('notes.shaky', async () => {
    if (fails) throw new Error('gone')
    return 7
  })
  const look = () => here.inTransaction({ actor: ROBOT }, (ctx) => here.snapshots.read(shaky, ctx))
  await assert.rejects(look(), /gone/)
  fails = false
  assert.equal(await look(), 7)
})
