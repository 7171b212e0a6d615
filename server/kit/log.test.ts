import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { test } from 'node:test'
import { promisify } from 'node:util'
import { createLog } from './log.ts'

function logging(level = 'info') {
  const lines: string[] = []
  const log = createLog({ level, write: (line) => void lines.push(line) })
  return { log, lines, last: () => JSON.parse(lines.at(-1)!) as Record<string, unknown> }
}

test('a line is JSON with its level in words, its time and its fields', () => {
  const { log, last } = logging()
  log.child({ trace: 't', actor: 'a', store: 's' }).warn({ order: 1 }, 'look here')
  const { time, ...rest } = last()
  assert.deepEqual(rest, { level: 'warn', trace: 't', actor: 'a', store: 's', order: 1, msg: 'look here' })
  assert.ok(!Number.isNaN(Date.parse(time as string)))
})

test('what each request writes is a line like any other, by the shortest way', () => {
  const { log, last, lines } = logging()
  log.plain({ route: '/v1/"x"', status: 200, who: undefined, operations: ['a.b'] }, 'request')
  const { time, ...rest } = last()
  assert.deepEqual(rest, {
    level: 'info',
    route: '/v1/"x"',
    status: 200,
    operations: ['a.b'],
    msg: 'request',
  })
  assert.ok(Math.abs(Date.parse(time as string) - Date.now()) < 10_000)
  log.level = 'warn'
  log.plain({ status: 200 }, 'request')
  assert.equal(lines.length, 1)
})

test('of a process, the last lines leave with it, in their order', async () => {
  const script = `
    const { createLog } = await import(${JSON.stringify(import.meta.resolve('./log.ts'))})
    const log = createLog({ level: 'info' })
    log.info('first')
    log.plain({}, 'second')
    log.warn('third')
    log.plain({}, 'fourth')
    process.exit(0)`
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', script])
  const said = stdout.trim().split('\n')
  assert.deepEqual(
    said.map((line) => (JSON.parse(line) as { msg: string }).msg),
    ['first', 'second', 'third', 'fourth'],
  )
})

test('what is named like a secret is hidden, also below; what was given stays as it was', () => {
  const { log, last } = logging()
  const given = {
    email: 'ann@example.com',
    buyer: { name: 'b', phone: '+4930', to: { token: 'x' } },
    list: [1],
  }
  log.info(given, 'm')
  assert.deepEqual(last()['email'], '[hidden]')
  assert.deepEqual(last()['buyer'], { name: 'b', phone: '[hidden]', to: { token: '[hidden]' } })
  assert.deepEqual(last()['list'], [1])
  assert.equal(given.buyer.to.token, 'x')
})

test('an error says what and where, and nothing of what was sent', () => {
  const { log, last, lines } = logging()
  const unique = Object.assign(new Error('duplicate key value violates unique constraint "person_email"'), {
    code: '23505',
    detail: 'Key (email)=(ann@example.com) already exists.',
    constraint: 'person_email',
    table: 'person',
    parameters: ['ann@example.com'],
  })
  const wrapped = new Error('no mail to ann@example.com or +49 30 1234567', { cause: unique })
  log.error({ err: wrapped }, 'failed')
  const err = last()['err'] as { message: string; stack: string; cause: Record<string, unknown> }
  assert.equal(err.message, 'no mail to (address) or (phone)')
  assert.match(err.stack, /^ {4}at .*log\.test\.ts/)
  assert.equal(err.cause['constraint'], 'person_email')
  const unreadable = Object.assign(new Error('invalid input syntax for type uuid: "Ann Marker"'), {
    code: '22P02',
  })
  log.error({ err: unreadable }, 'failed')
  log.error({ err: 'refused by ann@example.com' }, 'failed')
  log.error({ err: { secret: 'ann@example.com' } }, 'failed')
  assert.doesNotMatch(lines.join(''), /ann@example|1234567|Ann Marker/)
})

test('only lines of an error’s level are told to who listens', () => {
  const heard: string[] = []
  const log = createLog({
    level: 'info',
    onError: (fields, message) => void heard.push(`${Object.keys(fields).join()} ${message}`),
    write: () => {},
  })
  log.warn({ err: new Error('x') }, 'a warning')
  log.error('only words')
  log.child({ store: 's' }).error({ err: new Error('x') }, 'an error')
  assert.deepEqual(heard, ['err an error'])
})
