/** The development mailbox shows what the shop would have sent, to people and to scripts, and to nobody in production. */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { newId } from '#kit/id.ts'
import { silentLog } from '#kit/log.ts'
import { openShop } from '#testing/shop.ts'
import { closeApp, openApp } from '../../../assemble.ts'
import { createHttp } from '../../../surfaces/http.ts'
import { html } from '#kit/html.ts'
import { layout } from '../layout.ts'
import { send } from '../send.ts'

const shop = await openShop()
const http = await createHttp(shop.app)
after(async () => {
  await http.close()
  await shop.close()
})
const EVIL = '<script>alert(1)</script>"\'&'

async function sent(to: string, subject = 'Hello', body = html`<p>Hello</p>`): Promise<string> {
  const dedupeKey = newId()
  await shop.inside((ctx) =>
    send(ctx, {
      template: 'test',
      to,
      subject,
      text: 'Hello in text',
      html: layout({ store: 'Test shop', locale: 'en', title: subject, preview: '', body }),
      dedupeKey,
    }),
  )
  await shop.settle()
  const { items } = (await get(`/dev/mailbox?to=${encodeURIComponent(to)}`, true)).json() as {
    items: { id: string }[]
  }
  return items[0]!.id
}

const get = (url: string, asJson = false) =>
  http.inject({
    method: 'GET',
    url,
    headers: asJson ? { accept: 'application/json' } : { accept: 'text/html' },
  })

test('an empty mailbox says how a mail gets there', async () => {
  const answer = await get('/dev/mailbox')
  assert.equal(answer.statusCode, 200)
  assert.match(answer.body, /No mail yet/)
  assert.deepEqual((await get('/dev/mailbox', true)).json(), { items: [] })
})

test('scripts get the mails of an address as JSON, newest first', async () => {
  const first = await sent('ann@example.com', 'First')
  shop.clock.forward(1000)
  const second = await sent('ann@example.com', 'Second')
  await sent('bea@example.com')
  const { items } = (await get('/dev/mailbox?to=Ann@Example.com', true)).json() as {
    items: { id: string; to: string; subject: string; text: string; html: string; at: string }[]
  }
  assert.deepEqual(
    items.map((mail) => [mail.id, mail.subject]),
    [
      [second, 'Second'],
      [first, 'First'],
    ],
  )
  assert.deepEqual(
    [items[0]!.to, items[0]!.text, items[0]!.at],
    ['ann@example.com', 'Hello in text', '2026-03-02T10:00:01.000Z'],
  )
  assert.match(items[0]!.html, /<p>Hello<\/p>/)
  const one = await get(`/dev/mailbox/${second}`, true)
  assert.deepEqual(one.json(), items[0])
})

test('people get pages on which a mail can do nothing', async () => {
  const id = await sent('eve@example.com', EVIL, html`<p>${EVIL}</p>`)
  for (const url of ['/dev/mailbox', `/dev/mailbox/${id}`, `/dev/mailbox?to=${encodeURIComponent(EVIL)}`]) {
    const page = await get(url)
    assert.match(String(page.headers['content-type']), /^text\/html/)
    assert.doesNotMatch(page.body, /<script>alert/)
    const policy = String(page.headers['content-security-policy'])
    assert.match(policy, /default-src 'none'/)
    assert.doesNotMatch(policy, /unsafe|script-src/)
  }
  const mail = await get(`/dev/mailbox/${id}/html`)
  assert.doesNotMatch(mail.body, /<script>alert/)
  const policy = String(mail.headers['content-security-policy'])
  assert.match(policy, /sandbox allow-popups allow-popups-to-escape-sandbox;/)
  assert.doesNotMatch(policy, /allow-scripts|allow-same-origin|script-src/)
  assert.match(policy, /frame-ancestors 'self'/)
})

test('a link in a mail opens the shop beside the mailbox, not inside the frame', async () => {
  const id = await sent('ann@example.com')
  assert.match((await get(`/dev/mailbox/${id}/html`)).body, /<head><base target="_blank">/)
  assert.match(
    (await get(`/dev/mailbox/${id}`)).body,
    /<iframe[^>]+sandbox="allow-popups allow-popups-to-escape-sandbox"/,
  )
})

test('what is not there is not found', async () => {
  for (const id of [newId(), 'x', '%00', "' or 1=1"])
    for (const end of ['', '/html'])
      assert.equal((await get(`/dev/mailbox/${encodeURIComponent(id)}${end}`)).statusCode, 404, id)
})

test('in production there is no mailbox', async () => {
  const app = await openApp(
    { ...shop.app.config, mode: 'production', adapters: {}, smtpUrl: 'smtp://127.0.0.1:1' },
    { log: silentLog },
  )
  const real = await createHttp(app)
  try {
    for (const url of ['/dev/mailbox', '/dev/mailbox.css', `/dev/mailbox/${newId()}`])
      assert.equal((await real.inject({ method: 'GET', url })).statusCode, 404, url)
  } finally {
    await real.close()
    await closeApp(app)
  }
})
