/**
 * SE-01: one grammar for every list, walked from the operations, so that a new one is asked too.
 *
 * A list comes in pages, all of the same form, or as a whole that says how long it may get. Whatever it is asked that it did
 * not declare is refused, over REST, by its name.
 */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { newId } from '#kit/id.ts'
import type { Operation } from '#kit/operation.ts'
import { pageInput } from '#kit/page.ts'
import type { TSchema } from '#kit/types.ts'
import { openShop } from '#testing/shop.ts'
import { startSession } from '../modules/identity/session.ts'
import { createHttp } from '../surfaces/http.ts'
import { isList, isPaged, plainInput } from './budgets/list-calls.ts'
import { overRest } from './road.ts'

/** The newest of a process's own doings: `limit` is all there is to say of where they end. */
const ENDS_BY_LIMIT = new Set(['system.errors.list'])
/** Lines of the queue and of a file are no resources and have numbers: the number is the cursor. */
const BY_NUMBER = new Set(['system.jobs.list', 'exchange.runs.faults', 'exchange.runs.results'])

const shop = await openShop()
const http = await createHttp(shop.app)
after(async () => {
  await http.close()
  await shop.close()
})
const lists = [...shop.app.operations.values()]
  .filter(isList)
  .filter(({ access }) => access.rule !== 'system')
const paged = lists.filter(isPaged).filter(({ id }) => !ENDS_BY_LIMIT.has(id) && !BY_NUMBER.has(id))

type Part = TSchema & { role?: string; maxItems?: number; properties?: Record<string, Part> }
const inputOf = ({ input }: Operation) => input.properties as Record<string, Part>
const outputOf = ({ output }: Operation) => (output as Part).properties!

test('there are lists of both kinds', () => assert.ok(paged.length > 15 && lists.length > paged.length + 15))

test('every page is asked for and answered in the same words', () => {
  for (const operation of paged) {
    for (const [name, part] of Object.entries(pageInput))
      assert.deepEqual(inputOf(operation)[name], part, `${operation.id} ${name}`)
    const { items, next, total } = outputOf(operation)
    assert.ok(items && next && total && items.maxItems === 100, operation.id)
  }
})

test('a list that comes as a whole says how long it may get', () => {
  for (const operation of lists.filter((each) => !paged.includes(each)))
    assert.ok(outputOf(operation)['items']!.maxItems! > 0, operation.id)
})

test('orders are words, filters are typed, and nothing else is an object', () => {
  for (const operation of lists)
    for (const [name, part] of Object.entries(inputOf(operation))) {
      const says = `${operation.id} ${name}`
      assert.equal(name === 'sort', part.role === 'sort', says)
      if (part.role === 'sort') assert.deepEqual(Object.keys(part.properties!), ['by', 'desc'], says)
      if (part.role === 'filter')
        for (const field of Object.values(part.properties!))
          for (const operator of Object.keys(field.properties!))
            assert.match(operator, /^(eq|in|all|none|gt|gte|lt|lte|contains|missing)$/, says)
      if (!part.role) assert.equal(part.properties, undefined, says)
    }
})

for (const operation of lists)
  test(`${operation.id} refuses by name what it did not declare`, async () => {
    const good = await plainInput(shop, operation)
    const token = await shop.inside(
      async (ctx) =>
        (
          await startSession(ctx, {
            personId: (operation.access.rule === 'permission' ? shop.bob : shop.alice).id,
            guestId: newId(),
          })
        ).token,
    )
    const input = inputOf(operation)
    const wrong: (readonly [string, string])[] = [
      ['colour', 'red'],
      ['colour[gte]', '1'],
      ['limit[gte]', '1'],
      ...(input['limit']
        ? ([
            ['limit', '0'],
            ['limit', 'all'],
          ] as const)
        : []),
      ...(paged.includes(operation)
        ? ([
            ['limit', '101'],
            ['after', 'bm90LWEtY3Vyc29y'],
            ['page', '0'],
          ] as const)
        : []),
      ...(input['sort']
        ? ([
            ['sort', 'nonsense'],
            ['sort', '--name'],
          ] as const)
        : [['sort', 'name'] as const]),
      ...Object.entries(input).flatMap(([, part]) =>
        part.role === 'filter'
          ? Object.keys(part.properties!).map((field) => [`${field}[like]`, '1'] as const)
          : [],
      ),
    ]
    for (const [name, value] of wrong) {
      const answer = await overRest(http, operation, { ...good, [name]: value }, token)
      const says = `${operation.id} ${name}=${String(value)}: ${answer.status} ${answer.body.slice(0, 300)}`
      assert.ok(answer.status >= 400 && answer.status < 500, says)
      const { errors } = answer.json as { errors: { path: string }[] }
      assert.ok(
        errors.some(
          ({ path }) => path.startsWith(name.split('[')[0]!) || path.includes(`.${name.split('[')[0]!}`),
        ),
        says,
      )
    }
  })
