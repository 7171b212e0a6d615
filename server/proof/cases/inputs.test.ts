/**
 * What may not be said in the input of any operation (C21, C23, C25, S3, S17, S26), over REST.
 *
 * Walked from the list of operations, so that a new one is asked too. A refusal changes nothing.
 */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { newId } from '#kit/id.ts'
import type { Operation } from '#kit/operation.ts'
import { openShop } from '#testing/shop.ts'
import { startSession } from '../../modules/identity/session.ts'
import { batchesOf } from '../../surfaces/batch.ts'
import { createHttp } from '../../surfaces/http.ts'
import { openapi } from '../../surfaces/openapi.ts'
import { overRest, type Answer } from '../road.ts'
import { samples } from '../samples/index.ts'
import { idsOf, placesIn, quantitiesOf, textsOf, type Place } from './fields.ts'

const shop = await openShop()
const http = await createHttp(shop.app)
after(async () => {
  await http.close()
  await shop.close()
})
const operations = [...shop.app.operations.values()].filter(({ access }) => access.rule !== 'system')
const writes = operations.filter(({ kind }) => kind === 'command')

interface Harm {
  says: string
  to: (holder: Record<string, unknown>) => void
}
const set = (name: string, value: unknown): Harm => ({
  says: `${name} ${JSON.stringify(value)?.slice(0, 60)}`,
  to: (holder) => void (holder[name] = value),
})

/** Sends a good input once for each harm at each place, and hands over the answer; nothing may have changed. */
async function harmed(
  operation: Operation,
  harmsOf: (place: Place) => Harm[],
  judge: (answer: Answer, told: string, name: string) => void,
): Promise<number> {
  const good = await samples[operation.id]!.input(shop, shop.alice)
  const token = await tokenFor(operation)
  let tries = 0
  for (const { path, ...place } of placesIn(operation.input, good)) {
    for (const { says, to } of harmsOf({ path, ...place })) {
      const input = structuredClone(good)
      to(placesIn(operation.input, input).find((each) => each.path === path)!.holder)
      const before = await marks()
      const answer = await overRest(http, operation, input, token)
      const told = `${operation.id}, ${path || 'top'}, ${says}: ${answer.status} ${answer.body.slice(0, 300)}`
      judge(answer, told, says.split(' ')[0]!)
      if (answer.status >= 400 && !operation.id.startsWith('identity.'))
        assert.equal(await marks(), before, told)
      tries++
    }
  }
  return tries
}

async function tokenFor({ access }: Operation): Promise<string> {
  const { id } = access.rule === 'permission' ? shop.bob : shop.alice
  return shop.inside(async (ctx) => (await startSession(ctx, { personId: id, guestId: newId() })).token)
}

/** Whatever a command does leaves an event or an audit row. */
async function marks(): Promise<string> {
  const { rows } = await shop.app.pool.pg.query<{ marks: string }>(
    `select concat((select count(*) from kit.event where actor not like 'system:%'), ' ', (select count(*) from kit.audit)) as marks`,
  )
  return rows[0]!.marks
}

/** Refused as unknown, by its name. */
function mustNotKnow(answer: Answer, told: string, name: string): void {
  assert.ok(answer.status === 400 || answer.status === 422, told)
  const { errors } = answer.json as { errors: { path: string; code: string }[] }
  assert.ok(
    errors.some(({ path, code }) => path.split('.').at(-1) === name && code === 'unknown_field'),
    told,
  )
}

async function unknownEverywhere(fields: Record<string, unknown>): Promise<number> {
  let tries = 0
  for (const operation of writes.filter(({ rest }) => rest.method !== 'DELETE'))
    tries += await harmed(
      operation,
      ({ schema }) =>
        Object.entries(fields)
          .filter(([name]) => !(name in schema.properties))
          .map(([name, value]) => set(name, value)),
      mustNotKnow,
    )
  return tries
}

const cent = { amount: 1, currency: 'EUR' }

test('no operation lets its caller name a price, a total or a discount that is not its own business', async () => {
  const tries = await unknownEverywhere({
    price: cent,
    unitPrice: cent,
    unitAmount: 1,
    total: cent,
    totals: { total: cent },
    discount: cent,
    tax: cent,
    captured: cent,
    currency: 'JPY',
  })
  assert.ok(tries > 200, `${tries} tries`)
})

test('only staff’s goods and refunds know an amount at all', () => {
  const knows = writes.filter(({ input }) => /"(price|amount|unitPrice|total)"/.test(JSON.stringify(input)))
  const shoppers = knows.filter(({ audience }) => audience === 'shop').map(({ id }) => id)
  // What was seen, to be refused when it is no longer so.
  assert.deepEqual(shoppers, ['orders.place'])
})

test('no operation lets its caller name a role, a right, an owner or a state', async () => {
  const tries = await unknownEverywhere({
    role: 'owner',
    roles: ['owner'],
    permissions: ['*'],
    isAdmin: true,
    storeId: newId(),
    customerId: newId(),
    personId: newId(),
    guestId: newId(),
    state: 'confirmed',
    emailVerified: true,
    createdAt: '2020-01-01T00:00:00.000Z',
  })
  assert.ok(tries > 200, `${tries} tries`)
})

test('no quantity anywhere is negative, broken, a text or beyond counting', async () => {
  const asked: string[] = []
  for (const operation of writes) {
    const tries = await harmed(
      operation,
      ({ schema }) =>
        quantitiesOf(schema).flatMap((name) => {
          const { minimum } = schema.properties[name] as { minimum?: number }
          assert.ok(name === 'delta' || (minimum ?? -1) >= 0, `${operation.id} ${name} has a least value`)
          const low = name === 'delta' ? [0] : [-1, -(2 ** 31), ...(minimum! > 0 ? [0] : [])]
          return [...low, 1.5, 2 ** 31, 2 ** 53, 1e308, '1', true, null].map((value) => set(name, value))
        }),
      (answer, told) => assert.ok(answer.status === 400 || answer.status === 422, told),
    )
    if (tries > 0) asked.push(operation.id)
  }
  for (const id of ['cart.addItem', 'cart.setQuantity', 'inventory.stock.adjust', 'inventory.stock.count'])
    assert.ok(asked.includes(id), `${id} was asked, of ${asked.join(', ')}`)
})

test('no shape of any operation has a number that may be broken', () => {
  const floats: string[] = []
  const walk = (schema: unknown, at: string): void => {
    if (typeof schema !== 'object' || schema === null) return
    if ((schema as { type?: unknown }).type === 'number') floats.push(at)
    for (const [name, inner] of Object.entries(schema)) walk(inner, `${at}.${name}`)
  }
  for (const { id, input, output } of shop.app.operations.values()) {
    walk(input, id)
    walk(output, id)
  }
  assert.deepEqual(floats, [])
})

test('an id that names nothing is refused as the operation says, or finds nothing', async () => {
  let tries = 0
  for (const operation of operations.filter(({ kind }) => kind !== 'stream'))
    tries += await harmed(
      operation,
      ({ schema }) => idsOf(schema, newId).map(([name, value]) => set(name, value)),
      (answer, told) => assert.ok(answer.status < 500, told),
    )
  assert.ok(tries > 150, `${tries} tries`)
})

const SQL = [
  `' or '1'='1`,
  `') or 1=1 --`,
  `'; select pg_sleep(5); --`,
  `x' union select 1,2,3 --`,
  `\\'; drop table orders.order; --`,
  `%' or '%'='`,
]

test('no text of any read is taken for SQL', async () => {
  const plenty = await shop.goods({ name: 'Cup' })
  let tries = 0
  for (const operation of operations.filter(({ kind }) => kind === 'query')) {
    const began = performance.now()
    const done = await harmed(
      operation,
      ({ schema }) =>
        [...textsOf(schema), 'sort', 'after', 'price[gte]'].flatMap((name) =>
          SQL.map((text) => set(name, text)),
        ),
      (answer, told) => {
        assert.ok(answer.status < 500, told)
        const { instance: _, ...document } = answer.json as Record<string, unknown>
        // What was sent may be said again, as a passkey's dialogue says a name.
        const said = SQL.reduce(
          (rest, text) => rest.replaceAll(JSON.stringify(text).slice(1, -1), ''),
          JSON.stringify(document),
        )
        assert.doesNotMatch(said, /syntax error|SQLSTATE|pg_/i, told)
        const { items, products, found } = document as {
          items?: unknown[]
          products?: unknown[]
          found?: boolean
        }
        // Where it was believed to be a search, it found nothing: no rows, no suggestions, no rank.
        if (answer.status === 200 && told.includes(' q '))
          assert.deepEqual(items ?? products ?? (found === false ? [] : found), [], told)
      },
    )
    assert.ok((performance.now() - began) / Math.max(1, done) < 2_000, `${operation.id} did not sleep`)
    tries += done
  }
  assert.ok(tries > 100, `${tries} tries`)
  assert.equal((await shop.onHand(plenty.variantId)).onHand, 10)
  await shop.invariants()
})

test('every route under /v1 is in the OpenAPI document, and the other way round', () => {
  const { paths } = openapi(shop.app) as { paths: Record<string, Record<string, unknown>> }
  const METHODS = ['get', 'post', 'put', 'patch', 'delete']
  const told = Object.entries(paths)
    .flatMap(([path, held]) =>
      METHODS.filter((method) => method in held).map((method) => `${method.toUpperCase()} ${path}`),
    )
    .toSorted()
  const declared = [...operations, ...batchesOf(operations)]
    .map(({ rest, audience }) =>
      `${rest.method} ${rest.path.replace(/:(\w+)/g, '{$1}')} ${audience}`.split(' ').slice(0, 2).join(' '),
    )
    .toSorted()
  assert.deepEqual(told, declared)
  // Where two operations name the same place of a path differently, Fastify tells it by all its names.
  const unnamed = (routes: string[]) => routes.map((route) => route.replaceAll(/\{[^/]+\}/g, '{}')).toSorted()
  assert.deepEqual(unnamed(mounted().filter((route) => route.includes(' /v1/'))), unnamed(told))
})

/** What a stranger may find beside the API; more wants a reason. */
const BESIDE = [
  '/livez',
  '/readyz',
  '/metrics',
  '/openapi.json',
  '/docs',
  '/problems',
  '/dev/mailbox',
  '/webhooks',
  '/uploads',
  '/files',
  '/downloads', // what is not public, by a signed link
  '/documents', // what an order's link opens
  '/handed-over', // files that were bought, by a signed link with an end
  '/sitemap', // what search engines are told is there
  '/cards', // pictures of pages, for where links are shown
  '/graphql',
  '/live',
  '/mcp',
  '/quayside.proto', // what clients of gRPC are made from
  '/quayside.admin.proto',
  '/newsletter/end', // no more letters, by one click in one (RFC 8058)
  '/wishlist-alerts/stop', // no more mails, by one click in one (RFC 8058)
  '*',
]

test('beside the API there are only the few addresses that are meant to be there', () => {
  const others = mounted().filter((route) => !route.includes(' /v1/'))
  assert.ok(others.length > 5)
  assert.deepEqual(
    others.filter((route) => !BESIDE.some((prefix) => route.split(' ')[1]!.startsWith(prefix))),
    [],
  )
})

/** Fastify's own list of its routes, which it tells as a tree. */
function mounted(): string[] {
  const above: string[] = []
  return http
    .printRoutes({ commonPrefix: false })
    .split('\n')
    .flatMap((line) => {
      const [, indent, part, methods] = /^(.*?)── (\S+)(?: \((.+)\))?$/.exec(line) ?? []
      if (part === undefined) return []
      const depth = indent!.length >> 2
      above.length = depth
      above[depth] = part
      const path = above.join('').replace(/:(\w+)/g, '{$1}')
      if (path === '/v1*' || path === '/v1') return [] // answers that there is nothing
      return (methods ?? '')
        .split(', ')
        .flatMap((method) => (method === '' || method === 'HEAD' ? [] : [`${method} ${path}`]))
    })
}
