/**
 * What shoppers ask for most is planned once for all executions.
 *
 * PostgreSQL compares what a plan for these very values would cost with one for any; where the first looks cheaper by more than
 * the planning itself, it plans each execution anew, and that can take longer than all the rest.
 */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import type { Typed } from '#kit/operation.ts'
import type { Actor } from '#kit/policy.ts'
import { newId } from '#kit/id.ts'
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

/** Statements that were executed each time, and how often they were planned for it. */
async function plannedFor(call: () => Promise<unknown>): Promise<Planned[]> {
  const before = new Map((await prepared()).map((each) => [each.name, each]))
  for (let n = 0; n < ROUNDS; n++) await call()
  return (await prepared())
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
