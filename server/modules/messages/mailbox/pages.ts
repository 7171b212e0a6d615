/**
 * /dev/mailbox: what the shop would have sent. JSON for scripts (`Accept: application/json`), a page for people.
 *
 * A mail's HTML is shown in a sandboxed frame of its own, so it can do nothing here.
 */
import { sql } from 'kysely'
import { NotFound } from '#kit/failure.ts'
import type { RawAround, RawReply, RawRequest, RawRoute } from '#kit/raw-route.ts'
import { html, type Html } from '#kit/html.ts'
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
  "default-src 'none'; style-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
/** No script, no form, no request; a link may open the shop in a tab of its own. */
const SANDBOX = 'allow-popups allow-popups-to-escape-sandbox'
const MAIL_POLICY = `default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox ${SANDBOX}; frame-ancestors 'self'`

const list: RawRoute = {
  method: 'GET',
  path: '/dev/mailbox',
  maxBytes: 0,
  async handle(request, around) {
    const to = typeof request.query['to'] === 'string' ? request.query['to'].trim() : ''
    const mails = await read(around, { to: to || null, id: null })
    if (wantsJson(request)) return json({ items: mails.map(shown) })
    const empty = around.app.config.smtpUrl
      ? 'Mails leave by SMTP, so none stay here.'
      : to
        ? `No mail to ${to} yet.`
        : 'No mail yet. Open an account or place an order, and a mail will be here a moment later.'
    return page(
      around,
      'Mailbox',
      html`<form class="find" method="get" action="/dev/mailbox">
          <label for="to">Mail to</label>
          <input
            id="to"
            name="to"
            type="search"
            value="${to}"
            placeholder="ann@example.com"
            autocomplete="off"
          />
          <button>${to ? 'Find' : 'Look again'}</button>
          ${to ? html`<a href="/dev/mailbox">All mail</a>` : null}
        </form>
        ${
          mails.length === 0
            ? html`<p class="empty">${empty}</p>`
            : html`<ol class="mails">
                ${mails.map(
                  (mail) =>
                    html`<li>
                      <a href="/dev/mailbox/${mail.id}"
                        ><strong>${mail.subject}</strong><span>${mail.recipient}</span>${timeOf(mail.at)}</a
                      >
                    </li>`,
                )}
              </ol>`
        }`,
    )
  },
}

const show: RawRoute = {
  method: 'GET',
  path: '/dev/mailbox/:id',
  maxBytes: 0,
  async handle(request, around) {
    const mail = await one(request, around)
    if (wantsJson(request)) return json(shown(mail))
    return page(
      around,
      mail.subject,
      html`<dl>
          <dt>To</dt>
          <dd>${mail.recipient}</dd>
          <dt>Sent</dt>
          <dd>${timeOf(mail.at)}</dd>
        </dl>
        <iframe title="The mail as HTML" src="/dev/mailbox/${mail.id}/html" sandbox="${SANDBOX}"></iframe>
        <h2>As text</h2>
        <pre tabindex="0">${mail.body_text}</pre>`,
      true,
    )
  },
}

function shown(mail: Kept) {
  const { id, recipient: to, subject, body_text: text, body_html: body, at } = mail
  return { id, to, subject, text, html: body, at: at.toISOString() }
}

function timeOf(at: Date): Html {
  const text = at.toLocaleString('en-GB', { timeZone: 'UTC', dateStyle: 'medium', timeStyle: 'short' })
  return html`<time datetime="${at.toISOString()}">${text} UTC</time>`
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
    // A link in a frame would open the shop in the frame.
    body: (await one(request, around)).body_html.replace(/<head>/i, '<head><base target="_blank">'),
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

/** The newest 200; by id the one. */
async function read(
  { app, call }: RawAround,
  { to, id }: { to: string | null; id: string | null },
): Promise<Kept[]> {
  return app.inTransaction(call, async (ctx) => {
    const { rows } = await sql<Kept>`
      select id, recipient, subject, body_text, body_html, at from messages.mailbox
      where store_id = ${ctx.storeId} and (${to}::text is null or lower(recipient) = lower(${to})) and (${id}::text is null or id::text = ${id})
      order by at desc, id desc limit 200`.execute(ctx.db)
    return rows
  })
}

async function one(request: RawRequest, around: RawAround): Promise<Kept> {
  const [mail] = await read(around, { to: null, id: request.params['id'] ?? '' })
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

function page({ app }: RawAround, title: string, body: Html, back = false): RawReply {
  const says = app.config.smtpUrl ? 'mails leave by SMTP' : 'nothing leaves this machine'
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
          <header>
            <p>
              ${back ? html`<a href="/dev/mailbox">All mail</a>` : html`<a href="/">The shop</a>`}
              <span class="badge">Development mailbox: ${says}</span>
            </p>
          </header>
          <main>
            <h1>${title}</h1>
            ${body}
          </main>
        </body>
      </html>`.text,
  }
}
