/**
 * /dev/mailbox: what the shop would have sent. JSON for scripts (`Accept: application/json`), a page for people.
 *
 * A mail's HTML is shown in a sandboxed frame of its own, so it can do nothing here.
 */
import { sql } from 'kysely'
import { NotFound } from '#kit/failure.ts'
import type { RawAround, RawReply, RawRequest, RawRoute } from '#kit/raw-route.ts'
import { html, type Html } from '../html.ts'
import { MAILBOX_CSS } from './style.ts'

interface Kept {
  id: string
  recipient: string
  subject: string
  body_text: string
  body_html: string
  at: Date
}

const PAGE_POLICY =
  "default-src 'none'; style-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
const MAIL_POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox allow-popups; frame-ancestors 'self'"

const list: RawRoute = {
  method: 'GET',
  path: '/dev/mailbox',
  maxBytes: 0,
  async handle(request, around) {
    const mails = await read(
      around,
      typeof request.query['to'] === 'string' ? request.query['to'] : null,
      null,
    )
    if (wantsJson(request)) {
      return json({
        items: mails.map((mail) => ({
          id: mail.id,
          to: mail.recipient,
          subject: mail.subject,
          text: mail.body_text,
          html: mail.body_html,
          at: mail.at.toISOString(),
        })),
      })
    }
    return page(
      'Mailbox',
      mails.length === 0
        ? html`<p class="empty">No mail yet. Place an order and it will be here a moment later.</p>`
        : html`<ol class="mails">
            ${mails.map(
              (mail) =>
                html`<li>
                  <a href="/dev/mailbox/${mail.id}"
                    ><strong>${mail.subject}</strong><span>${mail.recipient}</span
                    ><time datetime="${mail.at.toISOString()}"
                      >${mail.at.toISOString().slice(0, 16).replace('T', ' ')} UTC</time
                    ></a
                  >
                </li>`,
            )}
          </ol>`,
    )
  },
}

const show: RawRoute = {
  method: 'GET',
  path: '/dev/mailbox/:id',
  maxBytes: 0,
  async handle(request, around) {
    const mail = await one(request, around)
    return page(
      mail.subject,
      html`<p><a href="/dev/mailbox">All mail</a></p>
        <dl>
          <dt>To</dt>
          <dd>${mail.recipient}</dd>
          <dt>Sent</dt>
          <dd>${mail.at.toISOString()}</dd>
        </dl>
        <iframe title="The mail as HTML" src="/dev/mailbox/${mail.id}/html" sandbox="allow-popups"></iframe>
        <h2>As text</h2>
        <pre tabindex="0">${mail.body_text}</pre>`,
    )
  },
}

const raw: RawRoute = {
  method: 'GET',
  path: '/dev/mailbox/:id/html',
  maxBytes: 0,
  handle: async (request, around) => ({
    status: 200,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': MAIL_POLICY,
      'x-frame-options': 'SAMEORIGIN',
    },
    body: (await one(request, around)).body_html,
  }),
}

const style: RawRoute = {
  method: 'GET',
  path: '/dev/mailbox.css',
  maxBytes: 0,
  handle: async () => ({
    status: 200,
    headers: { 'content-type': 'text/css; charset=utf-8' },
    body: MAILBOX_CSS,
  }),
}

export const mailboxRoutes: RawRoute[] = [list, show, raw, style]

async function read({ app, call }: RawAround, to: string | null, id: string | null): Promise<Kept[]> {
  return app.inTransaction(call, async (ctx) => {
    const { rows } = await sql<Kept>`
      select id, recipient, subject, body_text, body_html, at from messages.mailbox
      where store_id = ${ctx.storeId} and (${to}::text is null or recipient = ${to}) and (${id}::text is null or id::text = ${id})
      order by at desc, id desc limit 200`.execute(ctx.db)
    return rows
  })
}

async function one(request: RawRequest, around: RawAround): Promise<Kept> {
  const [mail] = await read(around, null, request.params['id'] ?? '')
  if (!mail) throw NotFound({})
  return mail
}

function wantsJson(request: RawRequest): boolean {
  return String(request.headers.accept ?? '').includes('application/json')
}

function json(value: unknown): RawReply {
  return {
    status: 200,
    headers: { 'content-type': 'application/json; charset=utf-8' },
    body: JSON.stringify(value),
  }
}

function page(title: string, body: Html): RawReply {
  return {
    status: 200,
    headers: { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': PAGE_POLICY },
    body: html`<!doctype html>
      <html lang="en">
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width,initial-scale=1" />
          <title>${title} – Quayside mailbox</title>
          <link rel="stylesheet" href="/dev/mailbox.css" />
        </head>
        <body>
          <main>
            <p class="badge">Development mailbox: nothing leaves this machine</p>
            <h1>${title}</h1>
            ${body}
          </main>
        </body>
      </html>`.text,
  }
}
