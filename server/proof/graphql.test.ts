/**
 * G11 over GraphQL: every operation has its field, which lets in whom the operation says, and bears what is wrong.
 *
 * The whole matrix of callers is asked over REST; here each operation meets a stranger, its owner, and staff with and
 * without the permission.
 */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { validateSchema } from 'graphql'
import { Compile } from 'typebox/compile'
import { newId } from '#kit/id.ts'
import { Problem } from '#kit/problem.ts'
import type { Operation } from '#kit/operation.ts'
import { openShop } from '#testing/shop.ts'
import { startSession } from '../modules/identity/session.ts'
import { createHttp } from '../surfaces/http.ts'
import { damage } from './damage.ts'
import { randomFrom } from './random.ts'
import { judge, type Expect } from './rights.ts'
import { graphqlQuery, graphqlSchemas, overGraphql } from './road-graphql.ts'
import { samples } from './samples/index.ts'

const CASES = Number(process.env['PROOF_CASES'] ?? 100)
const seed = Number(process.env['PROOF_SEED'] ?? Math.floor(Math.random() * 2 ** 31))
const TRIES_A_SAMPLE = 12

const shop = await openShop()
const http = await createHttp(shop.app)
after(async () => {
  await http.close()
  await shop.close()
})
const operations = [...shop.app.operations.values()].filter(({ access }) => access.rule !== 'system')
const isProblem = Compile(Problem)
const tokenOf = (personId: string | null) =>
  shop.inside(async (ctx) => (await startSession(ctx, { personId, guestId: newId() })).token)

test('the schemas are whole', () => {
  for (const schema of Object.values(graphqlSchemas(shop.app))) assert.deepEqual(validateSchema(schema), [])
})

test('every operation has its field, of its kind and for its audience', () => {
  const without = operations.filter((each) => !graphqlQuery(shop.app, each, []))
  assert.deepEqual(
    without.map(({ id }) => id),
    [],
  )
  const { shop: shoppers, admin } = graphqlSchemas(shop.app)
  const count = [shoppers, admin].flatMap((schema) =>
    [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()].flatMap((root) =>
      Object.keys(root?.getFields() ?? {}),
    ),
  )
  assert.equal(count.length, operations.length, 'a field of nothing')
})

const byModule = Map.groupBy(
  operations.filter(({ kind }) => kind !== 'stream'),
  ({ id }) => id.split('.')[0]!,
)
for (const [name, own] of byModule) {
  test(`${name}: each field lets in whom its operation says`, async () => {
    for (const operation of own) await mustJudge(operation)
  })

  test(`${name} bears ${CASES} bad inputs over GraphQL (seed ${seed})`, async () => {
    const random = randomFrom(seed)
    for (const operation of own) await torment(operation, Math.ceil(CASES / own.length), random)
  })
}

async function ask(operation: Operation, token: string | null, input?: Record<string, unknown>) {
  const given = input ?? (await samples[operation.id]!.input(shop, shop.alice))
  return (await overGraphql(http, shop.app, operation, given, token))!
}

const staff = new Map<string, string>()

/** One of staff for each permission, with just that. */
async function staffWith(permissions: string[]): Promise<string> {
  const name = permissions.join()
  if (!staff.has(name)) staff.set(name, (await shop.person(`staff-${newId().slice(-8)}`, permissions)).id)
  return tokenOf(staff.get(name)!)
}

async function mustJudge(operation: Operation): Promise<void> {
  const { owned = false } = samples[operation.id]!
  const { permission } = operation.access
  const callers: [who: string, token: string | null, expected: Expect][] = [
    ['nobody', null, judge(operation, owned, 'anonymous')],
    ...(permission
      ? ([
          ['staff without', await staffWith([]), 403],
          ['staff with', await staffWith([permission]), 'in'],
        ] as const)
      : ([
          ['another member', await tokenOf(shop.charlie.id), judge(operation, owned, 'member')],
          ['Alice', await tokenOf(shop.alice.id), judge(operation, owned, 'owner')],
        ] as const)),
  ] as never
  for (const [who, token, expected] of callers) {
    const { status, body } = await ask(operation, token)
    const told = `${operation.id}, ${who}: ${status} ${body.slice(0, 400)}`
    assert.ok(status < 500, told)
    if (expected !== 'in') assert.equal(status, expected, told)
    else assert.ok((status !== 401 || body.includes('log_in_refused')) && status !== 403, told)
  }
}

async function torment(operation: Operation, cases: number, random: ReturnType<typeof randomFrom>) {
  const isRight = Compile(operation.output)
  for (let done = 0; done < cases;) {
    const staff = operation.access.rule === 'permission'
    const token = await tokenOf(staff ? shop.bob.id : shop.alice.id)
    const sample = await samples[operation.id]!.input(shop, shop.alice)
    for (let tries = 0; tries < TRIES_A_SAMPLE && done < cases; tries++, done++) {
      const input = damage(sample, random)
      const { status, body, json } = await ask(operation, token, input)
      const told = `${operation.id} ${JSON.stringify(input).slice(0, 400)} → ${status} ${body.slice(0, 400)}`
      assert.ok(status < 500, told)
      assert.ok(status >= 400 ? isProblem.Check(json) : isRight.Check(json), told)
      if (operation.session && status < 300) break
    }
  }
}
