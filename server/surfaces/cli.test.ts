import assert from 'node:assert/strict'
import { PassThrough, Readable } from 'node:stream'
import { test } from 'node:test'
import { runCli } from './cli.ts'
import { teaApp, teaId } from './tea-app.ts'

const shop = teaApp()

async function type(argv: string[], stdin: (Readable & { isTTY?: boolean }) | string = '') {
  const [stdout, stderr] = [new PassThrough(), new PassThrough()]
  const fed = typeof stdin === 'string' ? Readable.from(stdin === '' ? [] : [Buffer.from(stdin)]) : stdin
  const code = await runCli(shop.app, argv, { stdin: fed, stdout, stderr })
  const text = (stream: PassThrough) => [...chunksOf(stream)].join('')
  return { code, out: text(stdout), err: text(stderr) }
}

function* chunksOf(stream: PassThrough) {
  for (let chunk: unknown = stream.read(); chunk !== null; chunk = stream.read())
    yield (chunk as Buffer).toString()
}

test('an operation with its input as an argument answers JSON', async () => {
  const { code, out, err } = await type(['tea.get', JSON.stringify({ teaId: teaId(1) })])
  assert.equal(err, '')
  assert.equal(code, 0)
  assert.equal(JSON.parse(out).name, 'Sencha')
  assert.deepEqual(shop.seen.actor, { kind: 'system', name: 'cli' })
})

test('the input may come by stdin, named or not', async () => {
  const input = JSON.stringify({ teaId: teaId(1) })
  assert.equal((await type(['tea.get'], input)).code, 0)
  assert.equal((await type(['tea.get', '-'], input)).code, 0)
})

test('an operation that needs no input does not wait for any', async () => {
  const open = new PassThrough()
  assert.equal((await type(['tea.list'], open)).code, 0)
  assert.equal((await type(['tea.inside'])).code, 0)
})

test('a refusal is a problem document on stderr and the exit code is 1', async () => {
  const wrong = await type(['tea.get', '{"teaId":"x","price":1}'])
  assert.equal(wrong.code, 1)
  assert.equal(wrong.out, '')
  const problem = JSON.parse(wrong.err)
  assert.equal(problem.code, 'invalid_input')
  assert.deepEqual(problem.errors.map((error: { path: string }) => error.path).toSorted(), ['price', 'teaId'])
  for (const argument of ['{', '[]', 'null', '{"teaId":1,"teaId":2}']) {
    assert.equal(JSON.parse((await type(['tea.get', argument])).err).code, 'unreadable', argument)
  }
})

test('an operation that does not exist is refused, with those near it', async () => {
  const { code, err } = await type(['tea.gett'])
  assert.equal(code, 1)
  assert.match(JSON.parse(err).errors[0].message, /Near it: tea\.get,/)
})

test('it can call as nobody or by a token', async () => {
  await type(['tea.list', '--as', 'anonymous'])
  assert.deepEqual(shop.seen.actor, { kind: 'anonymous' })
  await type(['tea.list', '--token', 'alice-token'])
  assert.equal((shop.seen.actor as { kind: string }).kind, 'person')
  assert.equal(JSON.parse((await type(['tea.list', '--token', 'stale'])).err).code, 'unauthenticated')
  assert.equal(JSON.parse((await type(['tea.inside', '--as', 'anonymous'])).err).code, 'forbidden')
  assert.equal((await type(['tea.list', '--as', 'root'])).code, 1)
  await type(['tea.list', '--store', 's', '--channel', 'c', '--locale', 'de', '--currency', 'USD'])
  assert.deepEqual(shop.seen.scope, { storeId: 's', channel: 'c', locale: 'de', currency: 'USD' })
})

test('it lists the operations and explains each', async () => {
  const { out } = await type(['operations'])
  assert.match(out, /^tea\.get {5,}One tea$/m)
  assert.equal(out.trim().split('\n').length, shop.app.operations.size)
  const told = JSON.parse((await type(['help', 'tea.pack'])).out)
  assert.equal(told.rest, 'POST /v1/teas/:teaId/packings')
  assert.equal(told.input.properties.quantity.maximum, 99)
  assert.deepEqual(told.failures, [{ code: 'tea.gone', status: 409 }])
  for (const argv of [[], ['--help'], ['help']]) assert.match((await type(argv)).out, /npm run quayside --/)
  assert.equal((await type(['--nonsense'])).code, 1)
  assert.equal((await type(['tea.list', '{}', 'more'])).code, 1)
})

test('a fault of ours shows its cause: the terminal is the owner’s', async () => {
  const { code, err } = await type(['tea.break'])
  assert.equal(code, 1)
  assert.match(err, /"code": "internal"/)
  assert.match(err, /select secret from kit\.vault/)
})
