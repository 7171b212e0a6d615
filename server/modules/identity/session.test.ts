/** Guests, members and their sessions: begun, carried over, and ended at once. */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { days } from '#kit/clock.ts'
import { newId } from '#kit/id.ts'
import { openShop } from '#testing/shop.ts'
import { addItem } from '../cart/add-item.ts'
import { create as createCart } from '../cart/create.ts'
import { current } from '../cart/current.ts'
import { get as getCart } from '../cart/get.ts'
import { create as createAddress } from '../customers/addresses/create.ts'
import { logIn } from './log-in.ts'
import { logOut } from './log-out.ts'
import { me } from './me.ts'
import { signUp } from './sign-up.ts'
import { startGuest } from './start-guest.ts'

const shop = await openShop()
after(() => shop.close())
const PASSWORD = 'correct horse battery'
const hint = { storeId: shop.storeId }
const as = (token?: string) => ({
  hint,
  address: '203.0.113.7',
  ...(token ? { credentials: { bearerToken: token } } : {}),
})
const { app } = shop

async function member() {
  const email = `m-${newId()}@example.com`
  const session = await app.invoke(signUp, { email, password: PASSWORD, name: 'Mia' }, as())
  return { email, ...session }
}

test('a guest has a session that owns a cart and says nothing of a person', async () => {
  const { token, person, expiresAt } = await app.invoke(startGuest, {}, as())
  assert.equal(person, null)
  assert.equal(Date.parse(expiresAt) - shop.clock.now.getTime(), days(30))
  assert.deepEqual(await app.invoke(me, {}, as(token)), { kind: 'guest', person: null })
  assert.deepEqual(await app.invoke(me, {}, as()), { kind: 'anonymous', person: null })
})

test('signing up logs in, welcomes by mail, and tidies what was typed', async () => {
  const email = `Nia.${newId()}@Example.COM`
  const { token, person } = await app.invoke(
    signUp,
    { email, password: PASSWORD, name: '  Nia   Lee ' },
    as(),
  )
  assert.deepEqual([person!.email, person!.name], [email.toLowerCase(), 'Nia Lee'])
  const whoami = await app.invoke(me, {}, as(token))
  assert.deepEqual(whoami, { kind: 'person', person })
  await shop.settle()
  assert.deepEqual(await mailsTo(email.toLowerCase()), ['Welcome to Test shop'])
})

test('a known address is refused without a word on it, and its owner told once a day', async () => {
  const { email } = await member()
  for (let n = 0; n < 2; n++) {
    await assert.rejects(
      app.invoke(signUp, { email: email.toUpperCase(), password: PASSWORD, name: 'Eve' }, as()),
      { code: 'identity.sign_up_refused', status: 409, details: {} },
    )
  }
  await shop.settle()
  assert.deepEqual(await mailsTo(email), ['Welcome to Test shop', 'You already have an account at Test shop'])
})

test('a password has 10 to 128 characters, and the name is a text', async () => {
  for (const wrong of [
    { password: 'too short' },
    { password: 'x'.repeat(129) },
    { name: '' },
    { email: 'a@' },
  ])
    await assert.rejects(
      app.invoke(signUp, { email: 'x@example.com', password: PASSWORD, name: 'X', ...wrong }, as()),
      { code: 'invalid_input' },
    )
  await assert.rejects(
    app.invoke(
      signUp,
      { email: 'x@example.com', password: PASSWORD, name: 'X', roles: ['owner'] } as never,
      as(),
    ),
    { code: 'unknown_field' },
  )
})

test('logging out ends the session on the server at once', async () => {
  const { token, email } = await member()
  const other = await app.invoke(logIn, { email, password: PASSWORD }, as())
  await app.invoke(logOut, {}, as(token))
  await assert.rejects(app.invoke(me, {}, as(token)), { code: 'unauthenticated' })
  const cookie = { hint, credentials: { cookieToken: token } }
  assert.equal((await app.invoke(me, {}, cookie)).kind, 'anonymous', 'a stale cookie still shows the shop')
  assert.equal((await app.invoke(me, {}, as(other.token))).kind, 'person', 'other sessions go on')
})

test('a log-in ends the session it came from, so no token outlives a change of rights', async () => {
  const { email, token: first } = await member()
  const { token } = await app.invoke(logIn, { email, password: PASSWORD }, as(first))
  assert.notEqual(token, first)
  await assert.rejects(app.invoke(me, {}, as(first)), { code: 'unauthenticated' })
})

test('a session ends by itself after 30 days', async () => {
  const { token } = await member()
  shop.clock.forward(days(30) - 1)
  assert.equal((await app.invoke(me, {}, as(token))).kind, 'person')
  shop.clock.forward(1)
  await assert.rejects(app.invoke(me, {}, as(token)), { code: 'unauthenticated' })
})

test('a guest who comes back keeps the cart: 30 days from the last visit, moved on once a day', async () => {
  const { token } = await app.invoke(startGuest, {}, as())
  const { id: cartId } = await app.invoke(createCart, {}, as(token))
  const read = async () => {
    const statements = { count: 0 }
    await app.invoke(me, {}, { ...as(token), statements })
    return statements.count
  }
  assert.equal(await read(), 1, 'on the first day nothing is written')
  shop.clock.forward(days(29))
  assert.equal(await read(), 2)
  assert.equal(await read(), 1)
  shop.clock.forward(days(29))
  assert.equal((await app.invoke(current, {}, as(token))).cart?.id, cartId, '58 days after the first visit')
  shop.clock.forward(days(30))
  await assert.rejects(app.invoke(current, {}, as(token)), { code: 'unauthenticated' })
})

test('who knows a cart’s id, or most of its guest’s token, has nothing', async () => {
  const { token } = await app.invoke(startGuest, {}, as())
  const { id: cartId } = await app.invoke(createCart, {}, as(token))
  assert.equal(Buffer.from(token, 'base64url').length, 32)
  const { token: other } = await app.invoke(startGuest, {}, as())
  await assert.rejects(app.invoke(getCart, { cartId }, as(other)), { code: 'not_found' })
  await assert.rejects(app.invoke(getCart, { cartId }, as()), { code: 'not_found' })
  for (let at = 0; at < token.length; at++) {
    const forged = token.slice(0, at) + (token[at] === 'A' ? 'B' : 'A') + token.slice(at + 1)
    await assert.rejects(app.invoke(getCart, { cartId }, as(forged)), { code: 'unauthenticated' })
  }
})

test('what a guest put in the cart is there after the log-in', async () => {
  const { email } = await member()
  const { token: guest } = await app.invoke(startGuest, {}, as())
  const { variantId } = await shop.goods()
  const { id: cartId } = await app.invoke(createCart, {}, as(guest))
  await app.invoke(addItem, { cartId, variantId, quantity: 2 }, as(guest))
  const { token } = await app.invoke(logIn, { email, password: PASSWORD }, as(guest))
  const { cart } = await app.invoke(current, {}, as(token))
  assert.deepEqual(
    cart!.lines.map((line) => [line.variantId, line.quantity]),
    [[variantId, 2]],
  )
  await assert.rejects(app.invoke(current, {}, as(guest)), { code: 'unauthenticated' })
})

test('a signed-up person is a customer at once', async () => {
  const { token } = await member()
  const address = { name: 'Mia', line1: 'Kai 1', postalCode: '20457', city: 'Hamburg', country: 'DE' }
  assert.equal((await app.invoke(createAddress, address, as(token))).isDefault, true)
})

test('no token stands in the database, only its hash', async () => {
  const { token } = await member()
  const { token: guest } = await app.invoke(startGuest, {}, as())
  await shop.settle()
  const { rows } = await app.pool.pg.query<{ place: string }>(`
    select table_schema || '.' || table_name as place from information_schema.tables
    where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')`)
  assert.ok(rows.length > 30)
  for (const { place } of rows) {
    const [schema, table] = place.split('.')
    const found = await app.pool.pg.query(
      `select 1 from "${schema}"."${table}" t where t::text like any($1) limit 1`,
      [[token, guest, PASSWORD].map((secret) => `%${secret}%`)],
    )
    assert.equal(found.rows.length, 0, `${place} holds a token or a password`)
  }
})

test('sessions are forgotten 30 days after their end, the security log after a year', async () => {
  const { token, person } = await member()
  const rows = async () =>
    (
      await app.pool.pg.query<{ sessions: number; events: number }>(
        `select (select count(*)::int from identity.session where person_id = $1) as sessions,
          (select count(*)::int from identity.security_event where person_id = $1) as events`,
        [person!.id],
      )
    ).rows[0]!
  await app.invoke(logIn, { email: person!.email, password: PASSWORD }, as(token))
  shop.clock.forward(days(60) - 1)
  await shop.job('identity.purge')
  assert.deepEqual(await rows(), { sessions: 2, events: 1 })
  shop.clock.forward(2)
  await shop.job('identity.purge')
  assert.deepEqual(await rows(), { sessions: 0, events: 1 })
  shop.clock.forward(days(306))
  await shop.job('identity.purge')
  assert.deepEqual(await rows(), { sessions: 0, events: 0 })
})

test('a session of somebody who is shut out is found', async () => {
  const { person } = await member()
  await shop.invariants()
  await app.pool.pg.query(`update identity.person set state = 'suspended' where id = $1`, [person!.id])
  await assert.rejects(shop.invariants(), /I27\.sessions/)
  await app.pool.pg.query(`update identity.person set state = 'active' where id = $1`, [person!.id])
})

async function mailsTo(recipient: string): Promise<string[]> {
  const { rows } = await app.pool.pg.query<{ subject: string }>(
    'select subject from messages.mailbox where recipient = $1 order by at, id',
    [recipient],
  )
  return rows.map((row) => row.subject)
}
