/**
 * In a shop of ten thousand: what shoppers ask for most is planned once for all executions, and words are found by an index,
 * also when they are mistyped.
 *
 * PostgreSQL compares what a plan for these very values would cost with one for any; where the first looks cheaper by more than
 * the planning itself, it plans each execution anew, and that can take longer than all the rest.
 */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import type { Typed } from '#kit/operation.ts'
import type { Actor } from '#kit/policy.ts'
import { newId } from '#kit/id.ts'
import { perform } from '#kit/worker.ts'
import { openDemoShop } from '#testing/demo-shop.ts'
import { product } from '../../modules/browse/product.ts'
import { products } from '../../modules/browse/products.ts'
import { search } from '../../modules/browse/search.ts'
import { suggest } from '../../modules/browse/suggest.ts'
import { seedSize } from '../../demo/sizes.ts'

const { app, close } = await openDemoShop({ cacheBytes: 0 })
after(close)
const guest: Actor = { kind: 'guest', sessionId: newId(), guestId: newId() }
await seedSize(app, { actor: { kind: 'system', name: 'test' } }, { size: '10k', shop: 1 })
await perform(app, app.jobs, { job: 'browse.keepUp', payload: {} as never })
await app.pool.pg.query('vacuum analyze')

const ROUNDS = 14
/** PostgreSQL looks at the values of the first five. */
const LOOKED_AT = 5

interface Planned {
  name: string
  statement: string
  generic: number
  custom: number
}

/** On the one connection of each kind that is used here, one call after the other. */
async function prepared(): Promise<Planned[]> {
  const text =
    'select name, statement, generic_plans::int as generic, custom_plans::int as custom from pg_prepared_statements where $1'
  return [...(await app.pool.read<Planned>(text, [true])), ...(await app.pool.query<Planned>(text, [true]))]
}

/** What a call asks of the connections for reading. Jobs of the shop, which may run meanwhile, ask others. */
async function askedBy(call: () => Promise<unknown>): Promise<{ text: string; values: unknown[] }[]> {
  const { read } = app.pool
  const asked: { text: string; values: unknown[] }[] = []
  app.pool.read = (text, values) => {
    asked.push({ text, values })
    return read(text, values)
  }
  await call()
  app.pool.read = read
  return asked
}

/** Statements that the call executed each time, and how often they were planned for it. */
async function plannedFor(call: () => Promise<unknown>): Promise<Planned[]> {
  const own = new Set((await askedBy(call)).map(({ text }) => text))
  const before = new Map((await prepared()).map((each) => [each.name, each]))
  for (let n = 0; n < ROUNDS; n++) await call()
  return (await prepared())
    .filter(({ statement }) => own.has(statement))
    .map((each) => {
      const { generic = 0, custom = 0 } = before.get(each.name) ?? {}
      return { ...each, generic: each.generic - generic, custom: each.custom - custom }
    })
    .filter(({ generic, custom }) => generic + custom >= ROUNDS)
}

const calls: [string, Typed<never, unknown>, Record<string, unknown>][] = [
  ['a list', products as never, { limit: 24 }],
  ['a list by price', products as never, { limit: 24, sort: { by: 'price' } }],
  ['a product', product as never, { slug: 'linen-notebook' }],
  ['a search', search as never, { q: 'lamp' }],
  ['a search with facets', search as never, { q: 'lamp', facets: true }],
  ['a suggestion', suggest as never, { q: 'la' }],
]
for (const [name, operation, input] of calls)
  test(`${name} is planned once`, async () => {
    const found = await plannedFor(() => app.invoke(operation, input as never, { actor: guest }))
    assert.ok(found.length > 0, 'it was asked by a named statement')
    for (const { statement, generic, custom } of found)
      assert.ok(
        custom <= LOOKED_AT,
        `planned ${custom} times, run ${generic + custom} times: ${statement.slice(0, 400)}`,
      )
  })

/** So many pages of 8 KB a search of few products may look at; to read all entries, words and prices takes thousands. */
const PAGES = 2_500

type Plan = {
  'Node Type': string
  'Relation Name'?: string
  'Index Name'?: string
  'Shared Hit Blocks': number
  'Shared Read Blocks': number
  Plans?: Plan[]
}
const steps = (plan: Plan): Plan[] => [plan, ...(plan.Plans ?? []).flatMap(steps)]

/** The plans of what a call asks of the database: as it was run, and the one that shoppers' connections keep for any words. */
async function plansOf(call: () => Promise<unknown>): Promise<{ run: Plan; kept: Plan }[]> {
  const asked = await askedBy(call)
  const told = async (how: string, text: string, values?: unknown[]) => {
    const { rows } = await app.pool.pg.query<{ 'QUERY PLAN': { Plan: Plan }[] }>(
      `explain (${how}, format json) ${text}`,
      values,
    )
    return rows[0]!['QUERY PLAN'][0]!.Plan
  }
  return Promise.all(
    asked.map(async ({ text, values }) => ({
      run: await told('analyze, buffers', text, values),
      kept: await told('generic_plan', text),
    })),
  )
}

/** One of few: its name but for the last letters, and with a slip in each word. */
const [rare] = await app.pool.query<{ name: string }>(
  `select lower(name) as name from browse.entry where locale = 'en' and name like '% cushion' and name ~ '^[A-Za-z]{4,} [A-Za-z]{5,} cushion$' order by name limit 1`,
  [],
)
const [first, second] = rare!.name.split(' ') as [string, string]
const begun = `${first} ${second} cush`
const mistyped = `${first.slice(0, -2)}${first.at(-1)}${first.at(-2)} ${second.slice(0, -2)}${second.at(-1)} cushon`

for (const q of [begun, mistyped, 'boathuose ca', 'pilotge te'])
  test(`"${q}" is found by an index, over few pages`, async () => {
    let found: { items: { name: string }[] } = { items: [] }
    const plans = await plansOf(async () => {
      found = (await app.invoke(search, { q, limit: 24 }, { actor: guest })) as typeof found
    })
    assert.ok(found.items.length > 0)
    for (const { run, kept } of plans) {
      const whole = steps(run).filter(
        (step) => step['Node Type'] === 'Seq Scan' && ['entry', 'word'].includes(step['Relation Name'] ?? ''),
      )
      assert.deepEqual(whole, [])
      const lists = steps(kept).flatMap((step) => /^entry_.*/.exec(step['Index Name'] ?? '') ?? [])
      assert.deepEqual([...new Set(lists)], ['entry_words'], 'no list of all that is sold is passed through')
      const pages = run['Shared Hit Blocks'] + run['Shared Read Blocks']
      assert.ok(pages <= PAGES, `${pages} pages`)
    }
  })
