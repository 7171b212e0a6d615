/** Mia has forgotten her password; Eve would like to know who has an account, or to get into Mia's. */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { hours, minutes } from '#kit/clock.ts'
import { newId } from '#kit/id.ts'
import { silentLog } from '#kit/log.ts'
import { openShop } from '#testing/shop.ts'
import { closeApp, openApp } from '../../../assemble.ts'
import { logIn } from '../log-in.ts'
import { me } from '../me.ts'
import { invite } from '../people/invite.ts'
import { suspend } from '../people/suspend.ts'
import { list as roles } from '../roles/list.ts'
import { setPassword } from '../set-password.ts'
import { signUp } from '../sign-up.ts'
import { change } from './change.ts'
import { request } from './request.ts'

const shop = await openShop()
after(() => shop.close())
const { app } = shop
const hint = { storeId: shop.storeId }
const [OLD, NEW] = ['correct horse battery', 'another good password']
const as = (token: string) => ({ hint, credentials: { bearerToken: token } })
const ask = (email: string) => app.invoke(request, { email }, { hint })

async function member() {
  const email = `m-${newId()}@example.com`
  return { email, ...(await app.invoke(signUp, { email, password: OLD, name: 'Mia' }, { hint })) }
}

async function mailsTo(recipient: string): Promise<{ subject: string; text: string }[]> {
  await shop.settle()
  const { rows } = await app.pool.pg.query(
    'select subject, body_text as text from messages.mailbox where recipient = $1 order by at, id',
    [recipient],
  )
  return rows
}

async function linksTo(email: string): Promise<string[]> {
  return (await mailsTo(email)).flatMap(({ text }) => /set-password\?token=([\w-]+)/.exec(text)?.[1] ?? [])
}

test('the link from the mail sets another password, ends every session, and the owner is told', async () => {
  const { email, token: session } = await member()
  assert.deepEqual(await ask(email.toUpperCase()), { done: true })
  assert.equal((await app.invoke(me, {}, as(session))).kind, 'person', 'asking alone changes nothing')
  const [token] = await linksTo(email)
  await app.invoke(setPassword, { token: token!, password: NEW }, { hint })
  await assert.rejects(app.invoke(me, {}, as(session)), { code: 'unauthenticated' })
  await assert.rejects(app.invoke(logIn, { email, password: OLD }, { hint }), {
    code: 'identity.log_in_refused',
  })
  assert.ok(await app.invoke(logIn, { email, password: NEW }, { hint }))
  assert.deepEqual(
    (await mailsTo(email)).map(({ subject }) => subject),
    ['Welcome to Test shop', 'A new password for Test shop', 'Your password at Test shop was changed'],
  )
  await shop.invariants()
})

test('the link works once, within an hour, and only the newest; a change of the password ends it', async () => {
  const { email, token: session } = await member()
  const refused = (token: string) =>
    assert.rejects(app.invoke(setPassword, { token, password: NEW }, { hint }), {
      code: 'identity.link_not_valid',
    })
  await ask(email)
  await ask(email)
  const [first, second] = await linksTo(email)
  await refused(first!)
  shop.clock.forward(hours(1))
  await refused(second!)
  await ask(email)
  const third = (await linksTo(email))[2]!
  await app.invoke(change, { currentPassword: OLD, newPassword: NEW }, as(session))
  await refused(third)
  await ask(email)
  const fourth = (await linksTo(email))[3]!
  const tries = await Promise.allSettled(
    [1, 2, 3, 4].map((n) => app.invoke(setPassword, { token: fourth, password: `${NEW} ${n}` }, { hint })),
  )
  assert.equal(tries.filter(({ status }) => status === 'fulfilled').length, 1)
})

test('known, unknown, invited and suspended addresses look alike to who asks', async () => {
  const known = (await member()).email
  const suspended = await member()
  await shop.bob.call(suspend, { personId: suspended.person!.id })
  const invited = `i-${newId()}@example.com`
  const { items } = await shop.bob.call(roles, {})
  await shop.bob.call(invite, { email: invited, name: 'Ines', roleId: items[0]!.id })
  const [invitation] = await linksTo(invited)
  const seen = new Set<string>()
  for (const email of [known, `nobody-${newId()}@example.com`, suspended.email, invited]) {
    const statements = { count: 0 }
    const answer = await app.invoke(request, { email }, { hint, statements })
    seen.add(JSON.stringify([answer, statements.count]))
  }
  assert.equal(seen.size, 1, 'the same words after the same statements')
  assert.equal((await linksTo(known)).length, 1)
  assert.deepEqual(await linksTo(suspended.email), [])
  assert.deepEqual(await linksTo(invited), [invitation], 'the link of the invitation stays the one')
  await app.invoke(setPassword, { token: invitation!, password: NEW }, { hint })
})

test('nobody’s mailbox is flooded, and the limit tells nothing either', async () => {
  const limited = await openApp(
    { ...app.config, limitScale: 1 },
    { clock: () => shop.clock.now, log: silentLog },
  )
  try {
    const known = (await member()).email
    let from = 0
    const askAs = (email: string) =>
      limited.invoke(request, { email }, { hint, address: `198.51.100.${++from}` }).then(
        () => 'done',
        (error: { code: string }) => error.code,
      )
    for (const email of [known, `nobody-${newId()}@example.com`]) {
      const answers = [await askAs(email), await askAs(email), await askAs(email), await askAs(email)]
      assert.deepEqual(answers, ['done', 'done', 'done', 'too_many_requests'])
    }
    shop.clock.forward(minutes(20))
    assert.equal(await askAs(known), 'done')
    assert.equal((await linksTo(known)).length, 4)
  } finally {
    await closeApp(limited)
  }
})

test('the token stands nowhere but in the mail', async () => {
  const { email } = await member()
  await ask(email)
  const [token] = await linksTo(email)
  const { rows } = await app.pool.pg.query(
    `select 1 from identity.password_link l where l::text like $1 union all select 1 from kit.event e where e::text like $1
     union all select 1 from kit.event e where e::text like $2`,
    [`%${token}%`, `%${email}%`],
  )
  assert.deepEqual(rows, [])
})
