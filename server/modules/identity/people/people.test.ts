/** Bob finds people, invites them, shuts them out and lets them in again. */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { hours } from '#kit/clock.ts'
import { newId } from '#kit/id.ts'
import { openShop } from '#testing/shop.ts'
import { list as audit } from '../../system/audit/list.ts'
import { logIn } from '../log-in.ts'
import { me } from '../me.ts'
import { setPassword } from '../set-password.ts'
import { signUp } from '../sign-up.ts'
import { create as createRole } from '../roles/create.ts'
import { get } from './get.ts'
import { invite } from './invite.ts'
import { list } from './list.ts'
import { reinstate } from './reinstate.ts'
import { suspend } from './suspend.ts'

const shop = await openShop()
after(() => shop.close())
const { bob, alice, app } = shop
const PASSWORD = 'correct horse battery'
const hint = { storeId: shop.storeId }
const as = (token: string) => ({ hint, credentials: { bearerToken: token } })
const clerk = await bob.call(createRole, { key: 'clerk', name: 'Clerk', permissions: ['orders.read'] })
const address = () => `p-${newId()}@example.com`

async function mailsTo(
  recipient: string,
): Promise<{ subject: string; body_text: string; body_html: string }[]> {
  await shop.settle()
  const { rows } = await app.pool.pg.query(
    'select subject, body_text, body_html from messages.mailbox where recipient = $1 order by at, id',
    [recipient],
  )
  return rows
}

async function linkTo(recipient: string): Promise<string> {
  const mails = await mailsTo(recipient)
  return /set-password\?token=([\w-]+)/.exec(mails.at(-1)!.body_text)![1]!
}

async function invited(email = address()) {
  const person = await bob.call(invite, { email, name: 'Ines', roleId: clerk.id })
  return { person, email, token: await linkTo(email) }
}

test('somebody invited chooses a password by the link and works here with their role', async () => {
  const { person, email, token } = await invited()
  assert.deepEqual([person.state, person.roles.map((role) => role.key)], ['invited', ['clerk']])
  const [mail] = await mailsTo(email)
  assert.equal(mail!.subject, 'You are invited to work at Test shop')
  assert.match(mail!.body_text, /Clerk/)
  assert.match(mail!.body_html, new RegExp(`href="http[^"]+/set-password\\?token=${token}"`))
  await assert.rejects(app.invoke(logIn, { email, password: PASSWORD }, { hint }), {
    code: 'identity.log_in_refused',
  })
  await app.invoke(setPassword, { token, password: PASSWORD }, { hint })
  const session = await app.invoke(logIn, { email, password: PASSWORD }, { hint })
  assert.equal((await app.invoke(me, {}, as(session.token))).person!.email, email)
  assert.equal((await bob.call(get, { personId: person.id })).state, 'active')
  assert.equal((await mailsTo(email)).at(-1)!.subject, 'Your password at Test shop was changed')
})

test('a link works once, also of ten who use it at the same moment', async () => {
  const { email, token } = await invited()
  const answers = await Promise.allSettled(
    Array.from({ length: 10 }, (_, n) =>
      app.invoke(setPassword, { token, password: `${PASSWORD} ${n}` }, { hint }),
    ),
  )
  assert.equal(answers.filter((answer) => answer.status === 'fulfilled').length, 1)
  assert.deepEqual(
    [...new Set(answers.flatMap((answer) => (answer.status === 'rejected' ? [answer.reason.code] : [])))],
    ['identity.link_not_valid'],
  )
  const winner = answers.findIndex((answer) => answer.status === 'fulfilled')
  assert.ok(await app.invoke(logIn, { email, password: `${PASSWORD} ${winner}` }, { hint }))
})

test('a link ends after 48 hours, with a newer one, and with the suspension of the person', async () => {
  const late = await invited()
  shop.clock.forward(hours(48))
  await assert.rejects(app.invoke(setPassword, { token: late.token, password: PASSWORD }, { hint }), {
    code: 'identity.link_not_valid',
  })
  const again = await bob.call(invite, { email: late.email.toUpperCase(), name: 'Other', roleId: clerk.id })
  assert.deepEqual([again.id, again.name], [late.person.id, 'Ines'])
  const first = await linkTo(late.email)
  await bob.call(invite, { email: late.email, name: 'Ines', roleId: clerk.id })
  await assert.rejects(app.invoke(setPassword, { token: first, password: PASSWORD }, { hint }), {
    code: 'identity.link_not_valid',
  })
  const last = await linkTo(late.email)
  await bob.call(suspend, { personId: late.person.id })
  await assert.rejects(app.invoke(setPassword, { token: last, password: PASSWORD }, { hint }), {
    code: 'identity.link_not_valid',
  })
  assert.equal((await bob.call(reinstate, { personId: late.person.id })).state, 'invited')
  await assert.rejects(app.invoke(setPassword, { token: 'x'.repeat(43), password: PASSWORD }, { hint }), {
    code: 'identity.link_not_valid',
  })
})

test('of a link only the hash is kept, and staff do not see it', async () => {
  const { person, token } = await invited()
  const { rows } = await app.pool.pg.query(
    `select 1 from identity.password_link l where l::text like $1 union all select 1 from kit.audit a where a::text like $1
     union all select 1 from kit.event e where e::text like $1 union all select 1 from messages.message m where m::text like $1`,
    [`%${token}%`],
  )
  assert.deepEqual(rows, [])
  assert.doesNotMatch(JSON.stringify(await bob.call(get, { personId: person.id })), new RegExp(token))
})

test('who has an account already is not invited but named', async () => {
  await assert.rejects(bob.call(invite, { email: alice.email, name: 'Alice', roleId: clerk.id }), {
    code: 'identity.address_taken',
    details: { personId: alice.id },
  })
  assert.deepEqual((await bob.call(get, { personId: alice.id })).roles, [])
})

test('nobody invites somebody to more than they may themselves', async () => {
  const email = address()
  const inviter = shop.staff('people.write', 'orders.read')
  assert.equal((await inviter.call(invite, { email, name: 'Ok', roleId: clerk.id })).state, 'invited')
  const strong = await bob.call(createRole, {
    key: 'strong',
    name: 'Strong',
    permissions: ['orders.read', 'orders.write'],
  })
  await assert.rejects(inviter.call(invite, { email: address(), name: 'No', roleId: strong.id }), {
    code: 'identity.beyond_own_rights',
    details: { permissions: ['orders.write'] },
  })
  await assert.rejects(bob.call(invite, { email: address(), name: 'No', roleId: newId() }), {
    code: 'not_found',
  })
})

test('who is shut out is out with the next request, and cannot come back until reinstated', async () => {
  const email = address()
  const { token, person } = await app.invoke(signUp, { email, password: PASSWORD, name: 'Mia' }, { hint })
  const second = await app.invoke(logIn, { email, password: PASSWORD }, { hint })
  const shown = await bob.call(get, { personId: person!.id })
  assert.equal(shown.sessions.length, 2)
  const out = await bob.call(suspend, { personId: person!.id, expectedVersion: shown.version })
  assert.deepEqual([out.state, out.sessions], ['suspended', []])
  for (const each of [token, second.token])
    await assert.rejects(app.invoke(me, {}, as(each)), { code: 'unauthenticated' })
  await assert.rejects(app.invoke(logIn, { email, password: PASSWORD }, { hint }), {
    code: 'identity.log_in_refused',
  })
  assert.equal(
    (await bob.call(suspend, { personId: person!.id })).version,
    out.version,
    'a repeat does nothing',
  )
  await assert.rejects(bob.call(reinstate, { personId: person!.id, expectedVersion: 1 }), {
    code: 'stale_version',
  })
  assert.equal((await bob.call(reinstate, { personId: person!.id })).state, 'active')
  await assert.rejects(app.invoke(me, {}, as(token)), { code: 'unauthenticated' }, 'old sessions stay ended')
  assert.ok(await app.invoke(logIn, { email, password: PASSWORD }, { hint }))
  const { items } = await bob.call(audit, { subjectId: person!.id })
  assert.deepEqual(
    items.map(({ operation, before, after }) => [
      operation,
      JSON.parse(before!).state,
      JSON.parse(after!).state,
    ]),
    [
      ['identity.people.reinstate', 'suspended', 'active'],
      ['identity.people.suspend', 'active', 'suspended'],
    ],
  )
  await shop.invariants()
})

test('nobody shuts out those who may more, nor the last owner', async () => {
  const warden = shop.staff('people.write')
  await assert.rejects(warden.call(suspend, { personId: bob.id }), { code: 'identity.beyond_own_rights' })
  await assert.rejects(bob.call(suspend, { personId: bob.id }), { code: 'identity.last_owner' })
  assert.equal((await bob.call(get, { personId: bob.id })).state, 'active')
})

test('people are found by the beginning of address or name, page by page, in one statement', async () => {
  const mark = `zz${newId().slice(-6)}`
  for (const name of [`${mark} One`, `${mark} Two`, `${mark} Three`])
    await app.invoke(signUp, { email: address(), password: PASSWORD, name }, { hint })
  const statements = { count: 0 }
  const first = await bob.call(
    list,
    { q: mark.toUpperCase(), sort: { by: 'name' }, limit: 2 },
    { statements },
  )
  assert.equal(statements.count, 1)
  assert.deepEqual(
    first.items.map((person) => person.name),
    [`${mark} One`, `${mark} Three`],
  )
  const rest = await bob.call(list, { q: mark, sort: { by: 'name' }, limit: 2, after: first.next! })
  assert.deepEqual([rest.items.map((person) => person.name), rest.next], [[`${mark} Two`], null])
  assert.deepEqual(
    (await bob.call(list, { q: alice.email })).items.map((person) => person.id),
    [alice.id],
  )
  assert.deepEqual((await bob.call(list, { q: '%' })).items, [])
  const staff = await bob.call(list, { staff: true, limit: 100 })
  assert.ok(staff.items.some((person) => person.id === bob.id))
  assert.ok(!staff.items.some((person) => person.id === alice.id))
  assert.ok((await bob.call(list, { state: 'invited' })).items.every((person) => person.state === 'invited'))
  const { total } = await bob.call(list, { q: mark, withTotal: true })
  assert.deepEqual(total, { count: 3, atLeast: false })
})

test('addresses of people are for who may see them', async () => {
  for (const nosy of [alice, shop.staff('customers.read', 'roles.read')]) {
    await assert.rejects(nosy.call(list, {}), { code: 'forbidden' })
    await assert.rejects(nosy.call(get, { personId: bob.id }), { code: 'forbidden' })
  }
  await assert.rejects(bob.call(get, { personId: newId() }), { code: 'not_found' })
})
