/** One mapper for all roads, which knows every failure there is; and what was never declared says nothing of itself. */
import assert from 'node:assert/strict'
import { PassThrough, Readable } from 'node:stream'
import { test } from 'node:test'
import {
  Forbidden,
  InvalidInput,
  NotFound,
  StaleVersion,
  TooMany,
  Unavailable,
  commonFailures,
} from '#kit/failure.ts'
import { modules } from '../modules.ts'
import { runCli } from './cli.ts'
import { codesOf, codesOfStatus } from './failure-codes.ts'
import { graphqlFailures } from './graphql/failures.ts'
import { createHttp } from './http.ts'
import { inProcess } from './in-process.ts'
import { failureOf, httpFailures } from './problems.ts'
import { teaApp, teaId } from './tea-app.ts'

const declared = modules.flatMap((module) => module.operations.flatMap((operation) => operation.failures))

test('every failure of the store has a code on every road', () => {
  for (const { code, status } of [...commonFailures, ...httpFailures, ...graphqlFailures, ...declared])
    assert.equal(codesOfStatus(status).http, status, `${code} has the status ${status}`)
  assert.equal(codesOfStatus(418).http, 500, 'a status that nobody knows is a fault')
  const names = (error: unknown) => {
    const { http, graphql, grpc } = codesOf(error)
    return [http, graphql, grpc.name, grpc.number]
  }
  assert.deepEqual(names(NotFound({})), [404, 'not_found', 'NOT_FOUND', 5])
  assert.deepEqual(names(Forbidden({})), [403, 'forbidden', 'PERMISSION_DENIED', 7])
  assert.deepEqual(names(InvalidInput({})), [422, 'invalid_input', 'INVALID_ARGUMENT', 3])
  assert.deepEqual(names(StaleVersion({ currentVersion: 2 })), [412, 'stale_version', 'ABORTED', 10])
  assert.deepEqual(names(TooMany({ retryAfterSeconds: 1 })), [
    429,
    'too_many_requests',
    'RESOURCE_EXHAUSTED',
    8,
  ])
  assert.deepEqual(names(Unavailable({ retryAfterSeconds: 1 })), [503, 'unavailable', 'UNAVAILABLE', 14])
})

const SECRET = 'duplicate key: (email)=(alice@example.com)'
const undeclared: [what: string, thrown: unknown][] = [
  ['an error', new Error(SECRET)],
  [
    'an error with a status of its own',
    Object.assign(new Error(SECRET), { status: 404, code: 'not_found', details: { SECRET } }),
  ],
  ['an error of the database', Object.assign(new Error(SECRET), { code: '23505', detail: SECRET })],
  ['a text', SECRET],
  ['nothing', undefined],
]

for (const [what, thrown] of undeclared) {
  test(`${what} that nobody declared is internal on every road, and says nothing of itself`, async () => {
    assert.deepEqual(codesOf(thrown), {
      http: 500,
      graphql: 'internal',
      grpc: { name: 'INTERNAL', number: 13 },
    })
    assert.doesNotMatch(
      JSON.stringify({ ...failureOf(thrown), message: failureOf(thrown).message, cause: null }),
      /alice/,
    )

    const shop = teaApp()
    shop.trouble.thrown = thrown
    shop.trouble.watch = thrown === undefined ? null : thrown
    const http = await createHttp(shop.app)
    const rest = await http.inject('/v1/break')
    assert.equal(rest.statusCode, 500)
    assert.equal(rest.json().code, 'internal')
    assert.doesNotMatch(rest.body, /alice/)
    if (thrown !== undefined) {
      const stream = await http.inject(`/v1/teas/${teaId(1)}/changes`)
      assert.equal(stream.statusCode, 500)
      assert.doesNotMatch(stream.body, /alice/)
    }
    await http.close()

    const [stdout, stderr] = [new PassThrough(), new PassThrough()]
    assert.equal(await runCli(shop.app, ['tea.break'], { stdin: Readable.from([]), stdout, stderr }), 1)
    const [problem] = String(stderr.read()).split(/^}$/m) // the cause follows, for whoever sits at the machine
    assert.doesNotMatch(problem!, /alice/)

    const store = inProcess(shop.app, {}) as unknown as { tea: { break(): Promise<never> } }
    const refused = await store.tea.break().catch((error: unknown) => error)
    assert.doesNotMatch(
      JSON.stringify((refused as { problem?: unknown } | undefined)?.problem ?? {}),
      /alice/,
    )
  })
}
