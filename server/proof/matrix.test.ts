/**
 * G11: every operation, asked by every kind of caller, for what is theirs, another's and gone.
 *
 * What each should get follows from the operation's declared access alone. An operation
 * that has no sample is named and turns this red.
 */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { newId } from '#kit/id.ts'
import type { Operation } from '#kit/operation.ts'
import { openShop, type Person } from '#testing/shop.ts'
import { create as createKey } from '../modules/identity/keys/create.ts'
import { revoke as revokeKey } from '../modules/identity/keys/revoke.ts'
import { startSession } from '../modules/identity/session.ts'
import { createHttp } from '../surfaces/http.ts'
import { judge, type Expect } from './rights.ts'
import { overRest } from './road.ts'
import { samples } from './samples/index.ts'

const shop = await openShop()
const http = await createHttp(shop.app)
after(async () => {
  await http.close()
  await shop.close()
})

interface Caller {
  name: string
  /** A new session each time, as some operations end it. */
  token: () => Promise<string | null>
  /** What the declared access means for this caller, when the thing is Alice's. */
  expects: (operation: Operation, owned: boolean) => Expect
}

/** What only the store's own processes may do has no road from outside; that is proven at the end. */
const operations = [...shop.app.operations.values()].filter(({ access }) => access.rule !== 'system')
const tokenOf = (who: { personId: string | null; guestId: string }) =>
  shop.inside(async (ctx) => (await startSession(ctx, who)).token)
const personToken = (person: Person) => tokenOf({ personId: person.id, guestId: newId() })

/** A person of staff whose one role has just these permissions. */
async function staffToken(permissions: string[]): Promise<string> {
  const member = await shop.person(`staff-${newId().slice(-8)}`, permissions)
  return personToken(member)
}

/** A program of somebody who may do everything, with a key that may do just this. */
const keyOf = (kind: 'secret' | 'publishable', permissions: string[]) =>
  shop.bob.call(createKey, { name: 'Till', kind, permissions })
const keys = [await keyOf('secret', []), await keyOf('publishable', [])] as const

/** Keys are made and changed by people, who answer for them. */
const BY_PEOPLE = new Set(['identity.keys.create', 'identity.keys.update', 'identity.keys.rotate'])

const everyPermission = [...new Set(operations.flatMap((operation) => operation.access.permission ?? []))]

const callers: Caller[] = [
  {
    name: 'nobody',
    token: async () => null,
    expects: (operation, owned) => judge(operation, owned, 'anonymous'),
  },
  {
    name: 'another guest',
    token: () => tokenOf({ personId: null, guestId: newId() }),
    expects: (operation, owned) => judge(operation, owned, 'guest'),
  },
  {
    name: 'another member',
    token: () => personToken(shop.charlie),
    expects: (operation, owned) => judge(operation, owned, 'member'),
  },
  {
    name: 'staff without the permission',
    token: () => staffToken([]),
    expects: (operation, owned) => judge(operation, owned, 'powerless'),
  },
  {
    name: 'a secret key without permissions',
    token: async () => keys[0].secret,
    expects: (operation, owned) => judge(operation, owned, 'key'),
  },
  {
    name: 'a publishable key',
    token: async () => keys[1].secret,
    expects: (operation, owned) => judge(operation, owned, 'publicKey'),
  },
]
const aliceToken = () => personToken(shop.alice)

test('every operation has a sample', () => {
  assert.deepEqual(
    operations.map(({ id }) => id).filter((id) => !samples[id]),
    [],
  )
  assert.deepEqual(
    Object.keys(samples).filter((id) => !shop.app.operations.has(id)),
    [],
    'samples of operations that are gone',
  )
})

for (const operation of operations.filter(({ id }) => samples[id])) {
  test(`${operation.id} lets in whom it says`, async () => {
    const sample = samples[operation.id]!
    const owned = sample.owned ?? false
    for (const caller of callers) {
      const answer = await overRest(
        http,
        operation,
        await sample.input(shop, shop.alice),
        await caller.token(),
      )
      check(`${caller.name}, Alice’s own`, answer.status, caller.expects(operation, owned), answer.body)
    }
    const own = await overRest(http, operation, await sample.input(shop, shop.alice), await aliceToken())
    check('Alice, her own', own.status, judge(operation, owned, 'owner'), own.body)
    if (operation.access.rule === 'permission') await staffCases(operation)
    if (owned) await goneCase(operation)
  })
}

test('what only the store may do has no road, not even for its owner', async () => {
  for (const operation of shop.app.operations.values()) {
    if (operation.access.rule !== 'system') continue
    const answer = await overRest(http, operation, {}, await personToken(shop.bob))
    assert.equal(answer.status, 404, operation.id)
  }
})

async function staffCases(operation: Operation): Promise<void> {
  const needed = operation.access.permission!
  const sample = samples[operation.id]!
  const just = await overRest(
    http,
    operation,
    await sample.input(shop, shop.alice),
    await staffToken([needed]),
  )
  check(`staff with just ${needed}`, just.status, 'in', just.body)
  const allBut = await overRest(
    http,
    operation,
    await sample.input(shop, shop.alice),
    await staffToken(everyPermission.filter((each) => each !== needed)),
  )
  check(`staff with everything but ${needed}`, allBut.status, 403, allBut.body)
  const key = await keyOf('secret', [needed])
  const byKey = await overRest(http, operation, await sample.input(shop, shop.alice), key.secret)
  check(`a key with just ${needed}`, byKey.status, BY_PEOPLE.has(operation.id) ? 403 : 'in', byKey.body)
  await shop.bob.call(revokeKey, { keyId: key.id })
}

/** What was never there looks like what is another's. */
async function goneCase(operation: Operation): Promise<void> {
  const input = await samples[operation.id]!.input(shop, shop.alice)
  const first = Object.keys(input).find((name) => operation.rest.path.includes(`:${name}`)) ?? 'cartId'
  const answer = await overRest(http, operation, { ...input, [first]: newId() }, await aliceToken())
  check('Alice, what is not there', answer.status, 404, answer.body)
}

function check(who: string, status: number, expected: Expect, body: string): void {
  assert.ok(status < 500, `${who}: ${status} ${body}`)
  if (expected !== 'in') return assert.equal(status, expected, `${who}: ${body}`)
  // Inside, an operation may still refuse by its own rules, but not for who asks.
  const refusedForWho = (status === 401 && !body.includes('log_in_refused')) || status === 403
  assert.ok(!refusedForWho, `${who} was kept out: ${status} ${body}`)
  if (status === 404) assert.match(body, /not_found/, who)
}
