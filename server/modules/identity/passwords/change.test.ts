/** A member changes the password: the old one is asked for, other devices are out, and a mail tells of it. */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { newId } from '#kit/id.ts'
import { silentLog } from '#kit/log.ts'
import { openShop } from '#testing/shop.ts'
import { closeApp, openApp } from '../../../assemble.ts'
import { logIn } from '../log-in.ts'
import { me } from '../me.ts'
import { signUp } from '../sign-up.ts'
import { change } from './change.ts'

const shop = await openShop()
after(() => shop.close())
const { app } = shop
const hint = { storeId: shop.storeId }
const [OLD, NEW] = ['correct horse battery', 'another good password']
const as = (token: string) => ({ hint, credentials: { bearerToken: token }, address: '203.0.113.9' })

async function member() {
  const email = `m-${newId()}@example.com`
  return { email, ...(await app.invoke(signUp, { email, password: OLD, name: 'Mia' }, { hint })) }
}

test('the new password counts, the old one no more; other sessions end, this one goes on', async () => {
  const { email, token } = await member()
  const other = await app.invoke(logIn, { email, password: OLD }, { hint })
  await app.invoke(change, { currentPassword: OLD, newPassword: NEW }, as(token))
  assert.equal((await app.invoke(me, {}, as(token))).kind, 'person')
  await assert.rejects(app.invoke(me, {}, as(other.token)), { code: 'unauthenticated' })
  await assert.rejects(app.invoke(logIn, { email, password: OLD }, { hint }), {
    code: 'identity.log_in_refused',
  })
  assert.ok(await app.invoke(logIn, { email, password: NEW }, { hint }))
  await shop.settle()
  const { rows } = await app.pool.pg.query(
    'select subject, body_text from messages.mailbox where recipient = $1 order by at desc, id desc limit 1',
    [email],
  )
  assert.equal(rows[0].subject, 'Your password at Test shop was changed')
  assert.match(rows[0].body_text, /March 2, 2026 at 11:00/, 'in the time of the store')
})

test('without the present password nothing changes', async () => {
  const { email, token } = await member()
  await assert.rejects(
    app.invoke(change, { currentPassword: 'a guess', newPassword: NEW }, as(token)),
    (error) => {
      const { code, status, errors } = error as unknown as {
        code: string
        status: number
        errors: { path: string }[]
      }
      assert.deepEqual(
        [code, status, errors[0]!.path],
        ['identity.password_not_right', 422, 'currentPassword'],
      )
      return true
    },
  )
  assert.ok(await app.invoke(logIn, { email, password: OLD }, { hint }))
  await assert.rejects(app.invoke(change, { currentPassword: OLD, newPassword: 'short' }, as(token)), {
    code: 'invalid_input',
  })
  await assert.rejects(shop.guest().call(change, { currentPassword: OLD, newPassword: NEW }), {
    code: 'unauthenticated',
  })
})

test('whoever found an open session does not guess the password for long', async () => {
  const { token } = await member()
  const limited = await openApp(
    { ...app.config, limitScale: 1 },
    { clock: () => shop.clock.now, log: silentLog },
  )
  try {
    const codes: string[] = []
    for (let n = 0; n < 12; n++) {
      await limited
        .invoke(change, { currentPassword: `guess ${n}`, newPassword: NEW }, as(token))
        .catch((error) => codes.push(error.code))
    }
    assert.deepEqual([...new Set(codes)], ['identity.password_not_right', 'too_many_requests'])
    assert.equal(codes.length, 12)
  } finally {
    await closeApp(limited)
  }
})
