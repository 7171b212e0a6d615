/** Mails over a real SMTP server: what arrives, what cannot be smuggled in, what happens while it is down. */
import assert from 'node:assert/strict'
import type { AddressInfo } from 'node:net'
import { after, beforeEach, test } from 'node:test'
import { sql } from 'kysely'
import PostalMime, { type Email } from 'postal-mime'
import { SMTPServer } from 'smtp-server'
import { seconds } from '#kit/clock.ts'
import { newId } from '#kit/id.ts'
import { silentLog } from '#kit/log.ts'
import { openShop } from '#testing/shop.ts'
import { closeApp, openApp } from '../../assemble.ts'
import { signUp } from '../../modules/identity/sign-up.ts'
import { deliver, deliverDue } from '../../modules/messages/deliver.ts'
import { smtpChannel } from './channel.ts'

interface Arrived {
  from: string
  to: string[]
  mail: Email
  raw: string
}

const arrived: Arrived[] = []
let refuse: Error | null = null
let server = await listen(0)
const { port } = server.server.address() as AddressInfo
const from = 'Test shop <shop@shop.example>'
const url = `smtp://127.0.0.1:${port}`
const channel = smtpChannel({ url, from })
beforeEach(() => {
  arrived.length = 0
  refuse = null
})
after(() => close(server))

async function listen(at: number): Promise<SMTPServer> {
  const made = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onRcptTo: (_address, _session, done) => done(refuse),
    onData(stream, session, done) {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        const raw = Buffer.concat(chunks)
        const { mailFrom, rcptTo } = session.envelope
        void PostalMime.parse(raw).then((mail) => {
          const sender = mailFrom === false ? '' : mailFrom.address
          arrived.push({ from: sender, to: rcptTo.map((each) => each.address), mail, raw: raw.toString() })
          done()
        })
      })
    },
  })
  made.on('error', () => {})
  await new Promise<void>((resolve) => made.listen(at, '127.0.0.1', resolve))
  return made
}

const close = (running: SMTPServer) => new Promise<void>((resolve) => running.close(() => resolve()))

const mail = (given: object = {}) => ({
  id: newId(),
  to: 'ann@example.com',
  subject: 'Your order 1001 – thank you',
  text: 'Grüße\n.\nA line with a dot before it.',
  html: '<p>Grüße</p>',
  ...given,
})

test('a mail arrives with text, HTML and the message’s id', async () => {
  const sent = mail()
  await channel.deliver(sent)
  assert.equal(arrived.length, 1)
  const [{ from: sender, to, mail: got }] = arrived as [Arrived]
  assert.deepEqual([sender, to], ['shop@shop.example', ['ann@example.com']])
  assert.deepEqual([got.from?.name, got.from?.address], ['Test shop', 'shop@shop.example'])
  assert.deepEqual(
    got.to?.map((each) => each.address),
    ['ann@example.com'],
  )
  assert.equal(got.subject, sent.subject)
  assert.equal(got.text?.trim(), sent.text)
  assert.equal(got.html?.trim(), sent.html)
  assert.equal(got.messageId, `<${sent.id}@shop.example>`)
  assert.equal(got.headers.find(({ key }) => key === 'auto-submitted')?.value, 'auto-generated')
})

test('an answer goes to whoever is named for it, and to one address only', async () => {
  await channel.deliver(mail({ replyTo: 'alice@example.com' }))
  const [{ mail: got }] = arrived as [Arrived]
  assert.deepEqual(
    got.replyTo?.map((each) => each.address),
    ['alice@example.com'],
  )
  const two = mail({ replyTo: 'a@example.com, eve@example.com' })
  await assert.rejects(channel.deliver(two), /not one address/)
})

test('no header and no second address gets in by subject or address', async () => {
  await channel.deliver(mail({ subject: 'Hello\r\nBcc: eve@example.com\r\n\r\nBody of Eve' }))
  const [{ to, mail: got }] = arrived as [Arrived]
  assert.deepEqual(to, ['ann@example.com'])
  assert.equal(got.bcc, undefined)
  assert.equal(got.headers.filter(({ key }) => key === 'bcc').length, 0)
  assert.doesNotMatch(got.text ?? '', /Body of Eve/)
  for (const address of [
    'ann@example.com\r\nRCPT TO:<eve@example.com>',
    'ann@example.com, eve@example.com',
    'ann@example.com>\r\nDATA',
    'Eve <eve@example.com>, ann@example.com',
    '"ann@example.com,eve"@example.com',
  ]) {
    arrived.length = 0
    await assert.rejects(channel.deliver(mail({ to: address })), /not one address/)
    assert.deepEqual(arrived, [])
  }
})

test('a mail that was not needed for anything can be ended with one click; no other says so', async () => {
  await channel.deliver(mail({ endsAt: 'https://shop.example/stop?token=abc' }))
  await channel.deliver(mail())
  const told = arrived.map(({ mail: { headers } }) =>
    headers.filter(({ key }) => key.startsWith('list-')).map(({ key, value }) => `${key}: ${value}`),
  )
  assert.deepEqual(told, [
    [
      'list-unsubscribe: <https://shop.example/stop?token=abc>',
      'list-unsubscribe-post: List-Unsubscribe=One-Click',
    ],
    [],
  ])
})

test('a file or an address in a body is text and is not fetched', async () => {
  await channel.deliver(mail({ text: 'path:/etc/passwd', html: '<img src="file:///etc/passwd">' }))
  assert.equal(arrived[0]!.mail.attachments.length, 0)
  assert.equal(arrived[0]!.mail.text?.trim(), 'path:/etc/passwd')
})

test('no such user is said once and for good; too busy is worth another try', async () => {
  refuse = Object.assign(new Error('No such user'), { responseCode: 550 })
  await assert.rejects(channel.deliver(mail()), { forGood: true, noSuchMailbox: false })
  for (const said of ['5.1.1 No such user', '5.2.1 The mailbox is closed']) {
    refuse = Object.assign(new Error(said), { responseCode: 550 })
    await assert.rejects(channel.deliver(mail()), { forGood: true, noSuchMailbox: true })
  }
  refuse = Object.assign(new Error('5.2.2 The mailbox is full'), { responseCode: 552 })
  await assert.rejects(channel.deliver(mail()), { forGood: true, noSuchMailbox: false })
  refuse = Object.assign(new Error('Greylisted'), { responseCode: 450 })
  await assert.rejects(channel.deliver(mail()), (error) => !('forGood' in (error as Error)))
})

test('whether the server takes mails can be asked without sending one', async () => {
  await channel.check!()
  await assert.rejects(smtpChannel({ url: 'smtp://127.0.0.1:1', from }).check!(), /ECONNREFUSED/)
  assert.deepEqual(arrived, [])
})

test('a store with a mail server loses no mail while that is down', async () => {
  const shop = await openShop()
  const app = await openApp(
    { ...shop.app.config, smtpUrl: url, mailFrom: from },
    { clock: () => shop.clock.now, log: silentLog },
  )
  const call = { actor: { kind: 'system' as const, name: 'test' }, hint: { storeId: shop.storeId } }
  const state = async () =>
    (
      await sql<{ id: string; state: string; attempts: number }>`
        select id, state, attempts from messages.message where store_id = ${shop.storeId}`.execute(
        app.pool.db,
      )
    ).rows[0]!
  try {
    await close(server)
    await shop.guest().call(signUp, { email: 'new@example.com', password: 'correct horse', name: 'Nia <b>' })
    assert.equal(await deliver(app, call, (await state()).id), 'failed')
    assert.deepEqual([(await state()).state, (await state()).attempts], ['queued', 1])
    server = await listen(port)
    await deliverDue(app, call)
    assert.equal(arrived.length, 0, 'not before its pause is over')
    shop.clock.forward(seconds(20))
    await deliverDue(app, call)
    await deliverDue(app, call)
    assert.equal((await state()).state, 'sent')
    assert.equal(arrived.length, 1)
    assert.deepEqual(arrived[0]!.to, ['new@example.com'])
    assert.equal(arrived[0]!.mail.subject, 'Welcome to Test shop')
    assert.match(arrived[0]!.mail.text!, /Nia <b>/)
    assert.match(arrived[0]!.mail.html!, /Nia &lt;b&gt;/)
  } finally {
    await closeApp(app)
    await shop.close()
  }
})
