/** A mail is written once, leaves once, and what could not leave is tried again with growing pauses. */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { sql } from 'kysely'
import { days, minutes, seconds } from '#kit/clock.ts'
import { newId } from '#kit/id.ts'
import { fill } from '#kit/port.ts'
import { silentLog } from '#kit/log.ts'
import { openShop } from '#testing/shop.ts'
import { closeApp, openApp } from '../../assemble.ts'
import { mailChannel, refusedForGood, type Mail } from './channel.ts'
import { MAX_ATTEMPTS, deliver, deliverDue } from './deliver.ts'
import { mailsLeave } from './health.ts'
import { send, type NewMail } from './send.ts'
import { add } from './suppressions/add.ts'
import { list } from './suppressions/list.ts'

const shop = await openShop()
let answer: (mail: Mail) => Promise<void> = async () => {}
const left: Mail[] = []
/** A store whose mails leave by a channel outside the database. */
const app = await openApp(shop.app.config, {
  clock: () => shop.clock.now,
  log: silentLog,
  fills: [
    fill(mailChannel, 'test', {
      inTransaction: false,
      async deliver(mail) {
        await answer(mail)
        left.push(mail)
      },
    }),
  ],
})
after(async () => {
  await closeApp(app)
  await shop.close()
})
const call = { actor: { kind: 'system' as const, name: 'test' }, hint: { storeId: shop.storeId } }

async function queue(given: Partial<NewMail> = {}): Promise<string> {
  const dedupeKey = given.dedupeKey ?? `test:${newId()}`
  await shop.inside((ctx) =>
    send(ctx, {
      template: 'test',
      to: 'ann@example.com',
      subject: 'Hello',
      text: 'Hello Ann',
      html: '<p>Hello Ann</p>',
      ...given,
      dedupeKey,
    }),
  )
  const { rows } = await sql<{ id: string }>`
    select id from messages.message where store_id = ${shop.storeId} and dedupe_key = ${dedupeKey}`.execute(
    shop.app.pool.db,
  )
  assert.equal(rows.length, 1, 'one message per key')
  return rows[0]!.id
}

async function row(id: string) {
  const { rows } = await sql<{
    state: string
    attempts: number
    sealed: Buffer | null
    last_error: string | null
    due_at: Date
  }>`select state, attempts, sealed, last_error, due_at from messages.message where store_id = ${shop.storeId} and id = ${id}`.execute(
    shop.app.pool.db,
  )
  return rows[0]!
}

test('a message is written once per key, however often it is asked for', async () => {
  const id = await queue({ dedupeKey: 'order-confirmed:1', subject: 'First' })
  assert.equal(await queue({ dedupeKey: 'order-confirmed:1', subject: 'Second' }), id)
  await deliver(app, call, id)
  assert.deepEqual(
    left.splice(0).map((mail) => mail.subject),
    ['First'],
  )
})

test('until it is delivered nobody can read it in the database; then it is gone', async () => {
  const id = await queue({ to: 'planted@example.com', text: 'planted-marker' })
  const whole = await shop.app.pool.pg.query('select m::text as text from messages.message m where id = $1', [
    id,
  ])
  assert.doesNotMatch(whole.rows[0].text, /planted/)
  assert.ok((await row(id)).sealed)
  assert.equal(await deliver(app, call, id), 'sent')
  assert.deepEqual(left.splice(0), [
    { id, to: 'planted@example.com', subject: 'Hello', text: 'planted-marker', html: '<p>Hello Ann</p>' },
  ])
  const { state, sealed, attempts } = await row(id)
  assert.deepEqual({ state, sealed, attempts }, { state: 'sent', sealed: null, attempts: 1 })
  assert.equal(await deliver(app, call, id), 'nothing', 'a repeat does nothing')
})

test('no transaction is open while the mail server works, and nobody else takes the mail', async () => {
  const id = await queue()
  let open: unknown[] = []
  answer = async () => {
    open = (
      await shop.app.pool.pg.query(
        `select query from pg_stat_activity where datname = current_database() and state like 'idle in transaction%'`,
      )
    ).rows
    assert.equal(await deliver(app, call, id), 'nothing', 'it is on lease')
  }
  assert.equal(await deliver(app, call, id), 'sent')
  answer = async () => {}
  assert.deepEqual(open, [])
  assert.equal(left.splice(0).length, 1)
})

test('ten workers at once send one mail', async () => {
  const id = await queue()
  const outcomes = await Promise.all(Array.from({ length: 10 }, () => deliver(app, call, id)))
  assert.equal(outcomes.filter((outcome) => outcome === 'sent').length, 1)
  assert.equal(left.splice(0).length, 1)
})

test('a mail on its way when the process died is sent after its lease', async () => {
  const id = await queue()
  await shop.inside((ctx) =>
    sql`update messages.message set attempts = 1, due_at = ${new Date(ctx.now().getTime() + minutes(2))} where store_id = ${ctx.storeId} and id = ${id}`.execute(
      ctx.db,
    ),
  )
  assert.equal(await deliver(app, call, id), 'nothing')
  shop.clock.forward(minutes(2))
  await deliverDue(app, call)
  assert.equal((await row(id)).state, 'sent')
  left.splice(0)
})

test('after a failure it is tried again, each time later, and after ten it is given up', async () => {
  const id = await queue()
  answer = async () => {
    throw new Error('421 too busy for ann@example.com')
  }
  const pauses: number[] = []
  for (let attempt = 1; attempt <= MAX_ATTEMPTS; attempt++) {
    assert.equal(await deliver(app, call, id), 'failed')
    const { due_at: due, attempts, state, last_error: reason } = await row(id)
    assert.equal(attempts, attempt)
    assert.equal(reason, '421 too busy for (address)', 'no address is kept in plain text')
    assert.equal(state, attempt === MAX_ATTEMPTS ? 'failed' : 'queued')
    assert.equal(await deliver(app, call, id), 'nothing', 'not before its time')
    pauses.push((due.getTime() - shop.clock.now.getTime()) / 1000)
    shop.clock.now = due
  }
  assert.deepEqual(pauses.slice(0, 9), [20, 40, 80, 160, 320, 640, 1280, 2560, 5120])
  answer = async () => {}
  await deliverDue(app, call)
  assert.equal((await row(id)).state, 'failed')
  assert.deepEqual(left, [])
})

test('what the server refuses for good is not tried again', async () => {
  const id = await queue()
  answer = async () => {
    throw refusedForGood('550 no such user')
  }
  assert.equal(await deliver(app, call, id), 'failed')
  answer = async () => {}
  assert.deepEqual([(await row(id)).state, (await row(id)).attempts], ['failed', 1])
})

test('a mailbox that does not exist gets nothing more', async () => {
  const [first, second] = [await queue({ to: 'nobody@example.com' }), await queue({ to: 'full@example.com' })]
  answer = async ({ to }) => {
    throw refusedForGood(`550 5.1.1 ${to} no such user`, { noSuchMailbox: to.startsWith('nobody') })
  }
  assert.deepEqual([await deliver(app, call, first), await deliver(app, call, second)], ['failed', 'failed'])
  answer = async () => {}
  const { items } = await shop.bob.call(list, { reason: 'refused' })
  assert.deepEqual(
    items.map(({ email, addedBy, note }) => [email, addedBy, note]),
    [['nobody@example.com', 'system:test', '550 5.1.1 (address) no such user']],
  )
  const again = await queue({ to: 'Nobody@example.com' })
  await deliver(app, call, again)
  assert.equal((await row(again)).state, 'suppressed')
  assert.equal(left.length, 0)
})

test('a body sealed with another secret is given up and stops nobody else', async () => {
  const [broken, fine] = [await queue(), await queue()]
  await sql`update messages.message set sealed = '\\x0102' where store_id = ${shop.storeId} and id = ${broken}`.execute(
    shop.app.pool.db,
  )
  await deliverDue(app, call)
  assert.equal((await row(broken)).state, 'queued')
  assert.equal((await row(fine)).state, 'sent')
  left.splice(0)
})

test('a mail server that is down is asked three times a round, not for every mail', async () => {
  shop.clock.forward(seconds(1))
  for (let n = 0; n < 6; n++) await queue()
  let asked = 0
  answer = async () => {
    asked++
    throw new Error('connect ECONNREFUSED')
  }
  await deliverDue(app, call)
  assert.equal(asked, 3)
  answer = async () => {}
  shop.clock.forward(minutes(1))
  await deliverDue(app, call)
  assert.equal(left.splice(0).filter((mail) => mail.subject === 'Hello').length, 6)
})

test('nothing goes to a suppressed address', async () => {
  await shop.bob.call(add, { email: 'gone@example.com', reason: 'bounce' })
  const id = await queue({ to: 'Gone@Example.com' })
  assert.equal(await deliver(app, call, id), 'nothing')
  const { state, sealed, attempts } = await row(id)
  assert.deepEqual({ state, sealed, attempts }, { state: 'suppressed', sealed: null, attempts: 0 })
  assert.deepEqual(left, [])
})

test('without a mail server mails wait, and health says so; once there is one they leave', async () => {
  const production = { ...shop.app.config, mode: 'production' as const, smtpUrl: null }
  const deaf = await openApp(production, { clock: () => shop.clock.now, log: silentLog })
  try {
    const id = await queue({ subject: 'Patience' })
    assert.equal(await deliver(deaf, call, id), 'nothing')
    await deliverDue(deaf, call)
    assert.deepEqual([(await row(id)).state, (await row(id)).attempts], ['queued', 0])
    const kept = await shop.app.pool.pg.query('select from messages.mailbox where id = $1', [id])
    assert.equal(kept.rowCount, 0)
    const { ok, says } = await mailsLeave.look(deaf)
    assert.equal(ok, false)
    assert.match(says, /SMTP_URL.* [1-9]\d* mails wait/)
    await deliverDue(app, call)
    assert.deepEqual(
      left.splice(0).map(({ subject }) => subject),
      ['Patience'],
    )
    assert.equal((await mailsLeave.look(app)).ok, true)
  } finally {
    await closeApp(deaf)
  }
})

test('what is long over is forgotten; a mail that never left loses its body first', async () => {
  const [sent, failed] = [await queue(), await queue()]
  await deliver(app, call, sent)
  answer = async () => {
    throw refusedForGood('554 no')
  }
  await deliver(app, call, failed)
  answer = async () => {}
  left.length = 0
  await shop.job('messages.purge')
  assert.ok((await row(failed)).sealed)
  shop.clock.forward(days(31))
  await shop.job('messages.purge')
  assert.equal((await row(failed)).sealed, null)
  assert.equal((await row(sent)).state, 'sent')
  shop.clock.forward(days(340))
  await shop.job('messages.purge')
  assert.deepEqual([await row(sent), await row(failed)], [undefined, undefined])
})

test('the mailbox keeps a mail in the transaction that marks it as sent', async () => {
  const id = await queue({ subject: 'Kept' })
  await shop.settle()
  assert.equal((await row(id)).state, 'sent')
  const kept = await shop.app.pool.pg.query('select subject from messages.mailbox where id = $1', [id])
  assert.deepEqual(kept.rows, [{ subject: 'Kept' }])
})

test('a delivered mail cannot keep its body, and one that does is found', async () => {
  const id = await queue()
  await shop.settle()
  await shop.invariants()
  const plant = () =>
    sql`update messages.message set sealed = '\\x00' where store_id = ${shop.storeId} and id = ${id}`.execute(
      shop.app.pool.db,
    )
  await assert.rejects(plant(), /message_body/)
  await sql`alter table messages.message drop constraint message_body`.execute(shop.app.pool.db)
  await plant()
  await assert.rejects(shop.invariants(), /I21\.messages/)
  await sql`update messages.message set sealed = null where store_id = ${shop.storeId} and id = ${id}`.execute(
    shop.app.pool.db,
  )
})
