/** Mia logs in with her telephone instead of a password; Eve would like to, with what she can get hold of. */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { minutes } from '#kit/clock.ts'
import { newId } from '#kit/id.ts'
import { authenticator, type Authenticator } from '#testing/authenticator.ts'
import { openShop } from '#testing/shop.ts'
import { addItem } from '../../cart/add-item.ts'
import { create as createCart } from '../../cart/create.ts'
import { current } from '../../cart/current.ts'
import { logIn as logInByPassword } from '../log-in.ts'
import { me } from '../me.ts'
import { change as changePassword } from '../passwords/change.ts'
import { suspend } from '../people/suspend.ts'
import { list as roles } from '../roles/list.ts'
import { signUp as signUpByPassword } from '../sign-up.ts'
import { startGuest } from '../start-guest.ts'
import { add } from './add.ts'
import { begin } from './begin.ts'
import { beginLogIn } from './begin-log-in.ts'
import { beginSignUp } from './begin-sign-up.ts'
import { list } from './list.ts'
import { logIn } from './log-in.ts'
import { MOST_PASSKEYS } from './passkey.ts'
import { relyingParty } from './relying-party.ts'
import { remove } from './remove.ts'
import { rename } from './rename.ts'
import { signUp } from './sign-up.ts'

const shop = await openShop()
after(() => shop.close())
const { app } = shop
const hint = { storeId: shop.storeId }
const PASSWORD = 'correct horse battery'
const { origin } = relyingParty(app.config)
const as = (token?: string) => ({
  hint,
  address: '203.0.113.7',
  ...(token ? { credentials: { bearerToken: token } } : {}),
})
const refused = (code: string) => ({ code })

async function member() {
  const email = `m-${newId()}@example.com`
  return { email, ...(await app.invoke(signUpByPassword, { email, password: PASSWORD, name: 'Mia' }, as())) }
}

async function keep(token: string, name = 'Telephone', phone = authenticator(origin)) {
  const passkey = phone.make(await app.invoke(begin, {}, as(token)))
  return { phone, ...(await app.invoke(add, { name, passkey }, as(token))) }
}

const request = () => app.invoke(beginLogIn, {}, as())
const enter = async (phone: Authenticator, lies = {}, token?: string) =>
  app.invoke(logIn, { passkey: phone.sign(await request(), lies) }, as(token))

async function happened(personId: string): Promise<string[]> {
  const { rows } = await app.pool.pg.query<{ kind: string }>(
    'select kind from identity.security_event where person_id = $1 order by at, id',
    [personId],
  )
  return rows.map(({ kind }) => kind)
}

async function mailsTo(recipient: string): Promise<string[]> {
  await shop.settle()
  const { rows } = await app.pool.pg.query<{ subject: string }>(
    'select subject from messages.mailbox where recipient = $1 order by at, id',
    [recipient],
  )
  return rows.map(({ subject }) => subject)
}

test('a passkey is added, told by mail, and opens the account without an address', async () => {
  const { email, token, person } = await member()
  const { phone, id, name, isBackedUp, lastUsedAt } = await keep(token, '  Mia’s   telephone ')
  assert.deepEqual([name, isBackedUp, lastUsedAt], ['Mia’s telephone', true, null])
  const session = await enter(phone)
  assert.deepEqual(session.person, person)
  assert.deepEqual(await app.invoke(me, {}, as(session.token)), { kind: 'person', person })
  const { items } = await app.invoke(list, {}, as(token))
  assert.deepEqual(
    items.map((each) => [each.id, each.lastUsedAt]),
    [[id, shop.clock.now.toISOString()]],
  )
  assert.deepEqual(await happened(person!.id), ['passkey_added', 'logged_in'])
  assert.deepEqual(await mailsTo(email), [
    'Welcome to Test shop',
    'A passkey was added to your account at Test shop',
  ])
  assert.ok(
    await app.invoke(logInByPassword, { email, password: PASSWORD }, as()),
    'the password still counts',
  )
  await shop.invariants()
})

test('what a guest put in the cart is there after a log-in by passkey', async () => {
  const { token } = await member()
  const { phone } = await keep(token)
  const { token: guest } = await app.invoke(startGuest, {}, as())
  const { variantId } = await shop.goods()
  const { id: cartId } = await app.invoke(createCart, {}, as(guest))
  await app.invoke(addItem, { cartId, variantId, quantity: 2 }, as(guest))
  const session = await enter(phone, {}, guest)
  const { cart } = await app.invoke(current, {}, as(session.token))
  assert.deepEqual(
    cart!.lines.map((line) => [line.variantId, line.quantity]),
    [[variantId, 2]],
  )
  await assert.rejects(app.invoke(current, {}, as(guest)), refused('unauthenticated'))
})

test('an account can be opened with a passkey and no password; the cart comes along, and a mail welcomes', async () => {
  const email = `p-${newId()}@example.com`
  const phone = authenticator(origin)
  const asked = await app.invoke(beginSignUp, { email: email.toUpperCase(), name: ' Pia  Lund ' }, as())
  assert.deepEqual([asked.user.name, asked.user.displayName], [email, 'Pia Lund'])
  const given = { email, name: 'Pia Lund', passkeyName: 'Telephone', passkey: phone.make(asked) }
  const { token: guest } = await app.invoke(startGuest, {}, as())
  const { id: cartId } = await app.invoke(createCart, {}, as(guest))
  const { token, person } = await app.invoke(signUp, given, as(guest))
  assert.equal((await app.invoke(current, {}, as(token))).cart?.id, cartId)
  assert.deepEqual(await mailsTo(email), ['Welcome to Test shop'])
  assert.deepEqual((await enter(phone)).person, person)
  for (const password of [PASSWORD, 'x'])
    await assert.rejects(app.invoke(logInByPassword, { email, password }, as()), {
      code: 'identity.log_in_refused',
    })
  await assert.rejects(
    app.invoke(changePassword, { currentPassword: PASSWORD, newPassword: PASSWORD }, as(token)),
    refused('identity.password_not_right'),
  )
  await assert.rejects(app.invoke(signUp, given, as()), refused('identity.passkey_not_made'))
  const again = authenticator(origin)
  const second = again.make(await app.invoke(beginSignUp, { email, name: 'Eve' }, as()))
  await assert.rejects(app.invoke(signUp, { ...given, passkey: second }, as()), {
    code: 'identity.sign_up_refused',
    details: {},
  })
  await assert.rejects(enter(again), refused('identity.passkey_refused'))
})

test('a challenge counts once, for five minutes, and for what it was made for', async () => {
  const { token, person } = await member()
  const { phone } = await keep(token)
  const signed = phone.sign(await request())
  const tries = await Promise.allSettled([1, 2, 3, 4].map(() => app.invoke(logIn, { passkey: signed }, as())))
  assert.equal(tries.filter(({ status }) => status === 'fulfilled').length, 1)
  const old = await request()
  const oldMaking = await app.invoke(begin, {}, as(token))
  shop.clock.forward(minutes(5))
  const other = authenticator(origin)
  await assert.rejects(
    app.invoke(logIn, { passkey: phone.sign(old) }, as()),
    refused('identity.passkey_refused'),
  )
  await assert.rejects(
    app.invoke(add, { name: 'Other', passkey: other.make(oldMaking) }, as(token)),
    refused('identity.passkey_not_made'),
  )
  const making = await app.invoke(begin, {}, as(token))
  await assert.rejects(enter(phone, { challenge: making.challenge }), refused('identity.passkey_refused'))
  await assert.rejects(enter(phone, { challenge: 'b3duIGNoYWxsZW5nZQ' }), refused('identity.passkey_refused'))
  const passkey = other.make(making)
  await app.invoke(add, { name: 'Other', passkey }, as(token))
  await assert.rejects(
    app.invoke(add, { name: 'Again', passkey }, as(token)),
    refused('identity.passkey_not_made'),
  )
  assert.equal((await happened(person!.id)).filter((kind) => kind === 'logged_in').length, 1)
})

test('what was signed for another shop, for something else, or with another key opens nothing', async () => {
  const { token, person } = await member()
  const { phone } = await keep(token)
  const lies = [
    { origin: 'https://shop.evil' },
    { origin: app.config.publicUrl },
    { rpId: 'shop.evil' },
    { type: 'webauthn.create' },
  ]
  for (const lie of lies)
    await assert.rejects(enter(phone, lie), refused('identity.passkey_refused'), JSON.stringify(lie))
  const eve = authenticator(origin)
  for (const lie of lies.map((each) => ({ ...each, ...(each.type ? { type: 'webauthn.get' } : {}) })))
    await assert.rejects(
      app.invoke(
        add,
        { name: 'Eve', passkey: eve.make(await app.invoke(begin, {}, as(token)), lie) },
        as(token),
      ),
      refused('identity.passkey_not_made'),
      JSON.stringify(lie),
    )
  const forged = { ...eve.sign(await request()), id: phone.device.id }
  await assert.rejects(app.invoke(logIn, { passkey: forged }, as()), refused('identity.passkey_refused'))
  await assert.rejects(enter(eve), refused('identity.passkey_refused'))
  await assert.rejects(
    app.invoke(logIn, { passkey: { ...forged, signature: 'AAAA', authenticatorData: 'AAAA' } }, as()),
    refused('identity.passkey_refused'),
  )
  const { person: other } = await member()
  const swapped = { ...phone.sign(await request()), userHandle: Buffer.from(other!.id).toString('base64url') }
  await assert.rejects(app.invoke(logIn, { passkey: swapped }, as()), refused('identity.passkey_refused'))
  assert.deepEqual(new Set(await happened(person!.id)), new Set(['passkey_added', 'passkey_refused']))
  assert.ok(await enter(phone), 'none of it harmed the real one')
})

test('a counter that does not rise is refused and noted', async () => {
  const { token, person } = await member()
  const { phone } = await keep(token)
  assert.ok(await enter(phone), 'a device that never counts is as good')
  assert.ok(await enter(phone, { counter: 7 }))
  for (const counter of [7, 6, 0])
    await assert.rejects(enter(phone, { counter }), refused('identity.passkey_refused'))
  assert.ok(await enter(phone, { counter: 8 }))
  const kinds = await happened(person!.id)
  assert.equal(kinds.filter((kind) => kind === 'passkey_counter_went_back').length, 3)
})

test('nobody sees, names or removes another’s passkey, and a key belongs to one account', async () => {
  const { token } = await member()
  const { phone, id } = await keep(token)
  const { token: eve } = await member()
  await assert.rejects(app.invoke(rename, { passkeyId: id, name: 'Mine' }, as(eve)), refused('not_found'))
  await assert.rejects(app.invoke(remove, { passkeyId: id }, as(eve)), refused('not_found'))
  assert.deepEqual((await app.invoke(list, {}, as(eve))).items, [])
  const stolen = phone.make(await app.invoke(begin, {}, as(eve)))
  await assert.rejects(
    app.invoke(add, { name: 'Mine', passkey: stolen }, as(eve)),
    refused('identity.passkey_not_made'),
  )
  const forMia = authenticator(origin).make(await app.invoke(begin, {}, as(token)))
  await assert.rejects(
    app.invoke(add, { name: 'Mine', passkey: forMia }, as(eve)),
    refused('identity.passkey_not_made'),
    'a challenge made for somebody else',
  )
})

test('a passkey is named anew and removed, but not the last way to log in', async () => {
  const { token, person } = await member()
  const { phone, id } = await keep(token)
  assert.equal((await app.invoke(rename, { passkeyId: id, name: 'Old phone' }, as(token))).name, 'Old phone')
  await app.invoke(remove, { passkeyId: id }, as(token))
  await assert.rejects(enter(phone), refused('identity.passkey_refused'))
  assert.deepEqual(await happened(person!.id), ['passkey_added', 'passkey_removed'])

  const email = `p-${newId()}@example.com`
  const only = authenticator(origin)
  const passkey = only.make(await app.invoke(beginSignUp, { email, name: 'Pia' }, as()))
  const pia = (await app.invoke(signUp, { email, name: 'Pia', passkeyName: 'A', passkey }, as())).token
  const [first] = (await app.invoke(list, {}, as(pia))).items
  await assert.rejects(app.invoke(remove, { passkeyId: first!.id }, as(pia)), refused('identity.last_way_in'))
  for (let round = 0; round < 5; round++) {
    await keep(pia, 'Another')
    const { items } = await app.invoke(list, {}, as(pia))
    const both = await Promise.allSettled(
      items.map((each) => app.invoke(remove, { passkeyId: each.id }, as(pia))),
    )
    assert.deepEqual(both.map(({ status }) => status).toSorted(), ['fulfilled', 'rejected'])
  }
  assert.equal((await app.invoke(list, {}, as(pia))).items.length, 1)
})

test('an account has so many passkeys and no more, and no device makes a second', async () => {
  const { token } = await member()
  for (let n = 1; n < MOST_PASSKEYS; n++) await keep(token, `Key ${n}`)
  const phone = authenticator(origin)
  const late = authenticator(origin)
  const asked = await app.invoke(begin, {}, as(token))
  assert.equal(asked.excludeCredentials.length, MOST_PASSKEYS - 1)
  const passkey = late.make(await app.invoke(begin, {}, as(token)))
  await app.invoke(add, { name: 'Last', passkey: phone.make(asked) }, as(token))
  await assert.rejects(app.invoke(begin, {}, as(token)), {
    code: 'identity.too_many_passkeys',
    details: { limit: MOST_PASSKEYS },
  })
  await assert.rejects(
    app.invoke(add, { name: 'One more', passkey }, as(token)),
    refused('identity.too_many_passkeys'),
  )
})

test('staff come in with their rights, and who is shut out stays out', async () => {
  const staff = await shop.person('sten', ['roles.read'])
  const pass = authenticator(origin)
  const passkey = pass.make(await staff.call(begin, {}))
  await staff.call(add, { name: 'Till', passkey })
  const { token: session } = await enter(pass)
  assert.ok((await app.invoke(roles, {}, as(session))).items.length > 0)

  const { token, person } = await member()
  const { phone } = await keep(token)
  await assert.rejects(app.invoke(roles, {}, as(token)), refused('forbidden'))
  await shop.bob.call(suspend, { personId: person!.id })
  await assert.rejects(enter(phone), refused('identity.passkey_refused'))
  await shop.invariants()
})

test('answered challenges are forgotten once they would be too old anyway', async () => {
  const count = async () => (await app.pool.pg.query('select 1 from identity.answered_challenge')).rows.length
  assert.ok((await count()) > 0)
  shop.clock.forward(minutes(5) + 1)
  await shop.job('identity.purge')
  assert.equal(await count(), 0)
})

test('passkeys are for the name in the address of the shop; a shop at a number has none', () => {
  const of = (publicUrl: string) => relyingParty({ publicUrl })
  assert.deepEqual(of('https://shop.example'), { id: 'shop.example', origin: 'https://shop.example' })
  assert.deepEqual(of('http://127.0.0.1:3000'), { id: 'localhost', origin: 'http://localhost:3000' })
  assert.deepEqual(of('http://[::1]:3000'), { id: 'localhost', origin: 'http://localhost:3000' })
  for (const number of ['http://192.168.1.7:3000', 'https://[2001:db8::1]'])
    assert.throws(() => of(number), refused('identity.passkeys_need_name'))
})
