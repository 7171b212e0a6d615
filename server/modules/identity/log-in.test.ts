/** Nobody learns from a log-in whether an address is known, and nobody guesses for long. */
import assert from 'node:assert/strict'
import { argon2Sync, randomBytes } from 'node:crypto'
import { after, test } from 'node:test'
import { minutes } from '#kit/clock.ts'
import { newId } from '#kit/id.ts'
import { silentLog } from '#kit/log.ts'
import { openShop } from '#testing/shop.ts'
import { closeApp, openApp } from '../../assemble.ts'
import { logIn } from './log-in.ts'
import { suspend } from './people/suspend.ts'
import { signUp } from './sign-up.ts'

const shop = await openShop()
const PASSWORD = 'correct horse battery'
/** With rate limits as a real store has them. */
const open = () =>
  openApp({ ...shop.app.config, limitScale: 1 }, { clock: () => shop.clock.now, log: silentLog })
let app = await open()
after(async () => {
  await closeApp(app)
  await shop.close()
})
let addresses = 0
const hint = { storeId: shop.storeId }
const from = (address = `198.51.100.${++addresses}`) => ({ hint, address })
const failureOf = (work: Promise<unknown>) =>
  work.then(
    () => assert.fail('let in'),
    (error: { code: string; status: number; message: string; details: object; errors: object }) => ({
      code: error.code,
      status: error.status,
      message: error.message,
      details: error.details,
      errors: error.errors,
    }),
  )

async function member(): Promise<{ email: string; id: string }> {
  const email = `m-${newId()}@example.com`
  const { person } = await shop.app.invoke(signUp, { email, password: PASSWORD, name: 'Mia' }, from())
  return { email, id: person!.id }
}

test('unknown address, wrong password and a suspended account get one and the same answer', async () => {
  const [known, gone] = [await member(), await member()]
  await shop.bob.call(suspend, { personId: gone.id })
  const wrong = await failureOf(app.invoke(logIn, { email: known.email, password: 'not the one' }, from()))
  const unknown = await failureOf(
    app.invoke(logIn, { email: 'nobody@example.com', password: PASSWORD }, from()),
  )
  const suspended = await failureOf(app.invoke(logIn, { email: gone.email, password: PASSWORD }, from()))
  assert.deepEqual(wrong, {
    code: 'identity.log_in_refused',
    status: 401,
    message: 'E-mail or password is not right.',
    details: {},
    errors: [],
  })
  assert.deepEqual(unknown, wrong)
  assert.deepEqual(suspended, wrong)
  assert.ok((await app.invoke(logIn, { email: known.email.toUpperCase(), password: PASSWORD }, from())).token)
})

test('and it takes as long: the medians of 30 tries each lie within a third', async () => {
  const { email } = await member()
  const took: Record<'known' | 'unknown', number[]> = { known: [], unknown: [] }
  for (let n = 0; n < 30; n++) {
    for (const [kind, tried] of [
      ['known', email],
      ['unknown', `u${n}@example.com`],
    ] as const) {
      const began = performance.now()
      await shop.app.invoke(logIn, { email: tried, password: 'not the one' }, from()).catch(() => {})
      took[kind].push(performance.now() - began)
    }
  }
  const median = (list: number[]) => list.sort((a, b) => a - b)[list.length / 2]!
  const [known, unknown] = [median(took.known), median(took.unknown)]
  assert.ok(Math.abs(known - unknown) < Math.max(known, unknown) / 3, `${known} ms and ${unknown} ms`)
})

test('an account bears ten wrong tries, from wherever they come; then one a minute', async () => {
  const { email } = await member()
  const guess = () => failureOf(app.invoke(logIn, { email, password: 'not the one' }, from()))
  for (let n = 0; n < 10; n++) assert.equal((await guess()).code, 'identity.log_in_refused')
  const stopped = await guess()
  assert.deepEqual([stopped.code, stopped.status], ['too_many_requests', 429])
  assert.equal(
    (await failureOf(app.invoke(logIn, { email, password: PASSWORD }, from()))).code,
    'too_many_requests',
  )
  const { email: other } = await member()
  assert.ok((await app.invoke(logIn, { email: other, password: PASSWORD }, from())).token)

  await closeApp(app)
  app = await open()
  assert.equal((await guess()).code, 'too_many_requests', 'a restart forgives nothing')

  shop.clock.forward(minutes(1))
  assert.ok((await app.invoke(logIn, { email, password: PASSWORD }, from())).token, 'the owner gets in')
})

test('an unknown address is counted in the same way', async () => {
  const email = `ghost-${newId()}@example.com`
  for (let n = 0; n < 10; n++) await failureOf(app.invoke(logIn, { email, password: 'not the one' }, from()))
  const { code } = await failureOf(app.invoke(logIn, { email, password: 'not the one' }, from()))
  assert.equal(code, 'too_many_requests')
})

test('one network address bears fifty wrong tries, on however many accounts and processes', async () => {
  const home = from()
  const guess = (n: number) =>
    failureOf(app.invoke(logIn, { email: `a${n}@example.com`, password: 'not the one' }, home))
  // Each process also counts in memory and stops an address after ten; the lasting count is common to all.
  for (let n = 0; n < 50; n++) {
    if (n % 10 === 0) {
      await closeApp(app)
      app = await open()
    }
    assert.equal((await guess(n)).code, 'identity.log_in_refused')
  }
  await closeApp(app)
  app = await open()
  assert.equal((await guess(50)).code, 'too_many_requests')
  const elsewhere = await failureOf(app.invoke(logIn, { email: 'z@example.com', password: 'x' }, from()))
  assert.equal(elsewhere.code, 'identity.log_in_refused', 'others are not held up')
})

test('no address is kept in plain text for counting', async () => {
  const { rows } = await app.pool.pg.query(`select key from kit.bucket where key like '%@%'`)
  assert.deepEqual(rows, [])
})

test('a hash made with weaker parameters is renewed by the next log-in', async () => {
  const { email, id } = await member()
  const salt = randomBytes(16)
  const tag = argon2Sync('argon2id', {
    message: PASSWORD,
    nonce: salt,
    parallelism: 1,
    tagLength: 32,
    memory: 8 * 1024,
    passes: 1,
  })
  const text = (bytes: Buffer) => bytes.toString('base64').replace(/=+$/, '')
  await app.pool.pg.query('update identity.password set hash = $1 where person_id = $2', [
    `$argon2id$v=19$m=8192,t=1,p=1$${text(salt)}$${text(tag)}`,
    id,
  ])
  await app.invoke(logIn, { email, password: PASSWORD }, from())
  const { rows } = await app.pool.pg.query<{ hash: string }>(
    'select hash from identity.password where person_id = $1',
    [id],
  )
  assert.match(rows[0]!.hash, /^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
  assert.ok((await app.invoke(logIn, { email, password: PASSWORD }, from())).token)
})

test('the same password in another Unicode form is the same password', async () => {
  const email = `m-${newId()}@example.com`
  await app.invoke(signUp, { email, password: 'schöne grüße', name: 'Mia' }, from())
  const decomposed = 'schöne grüße'.normalize('NFD')
  assert.ok((await app.invoke(logIn, { email, password: decomposed }, from())).token)
})

test('log-ins and refusals are kept for the owner of the account', async () => {
  const { email, id } = await member()
  await failureOf(app.invoke(logIn, { email, password: 'not the one' }, from('192.0.2.9')))
  await app.invoke(logIn, { email, password: PASSWORD }, from('192.0.2.9'))
  const { rows } = await app.pool.pg.query(
    'select kind, address from identity.security_event where person_id = $1 order by at, id',
    [id],
  )
  assert.deepEqual(rows, [
    { kind: 'log_in_refused', address: '192.0.2.9' },
    { kind: 'logged_in', address: '192.0.2.9' },
  ])
})
