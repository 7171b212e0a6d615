/**
 * Puts a message in the queue, in the transaction that gives the reason for it.
 *
 * The dedupe key makes a repeat a no-op, so a reaction that runs twice writes once.
 */
import { sql } from 'kysely'
import type { Ctx } from '#kit/context.ts'
import { newId } from '#kit/id.ts'
import { blindIndex, seal } from '#kit/seal.ts'
import { normalEmail } from '#kit/text.ts'
import { messagesQueued } from './events.ts'
import { withPart } from './part.ts'

export const BODY_PURPOSE = 'message body'
export const RECIPIENT_PURPOSE = 'message recipient'

export interface NewMail {
  template: string
  to: string
  subject: string
  text: string
  html: string
  /** Of who reads it: then the owner of the shop may have put something below what it says. */
  locale?: string
  /** Whom an answer goes to; without it, the shop. */
  replyTo?: string
  /** Of a mail that was not needed for anything: where a POST ends such mails, without a question (RFC 8058). */
  endsAt?: string
  /** `order-confirmed:<id>`: one mail per key, for ever. */
  dedupeKey: string
  about?: { kind: string; id: string }
}

export async function send(ctx: Ctx, mail: NewMail): Promise<void> {
  const { secret } = ctx.app.config
  const { text, html } = await withPart(ctx, mail)
  const body = JSON.stringify({
    to: mail.to,
    subject: mail.subject.replace(/[\r\n]+/g, ' '),
    text,
    html,
    ...(mail.replyTo && { replyTo: mail.replyTo }),
    ...(mail.endsAt && { endsAt: mail.endsAt }),
  })
  const { rows } = await sql<{ id: string }>`
    insert into messages.message (id, store_id, channel, template, dedupe_key, recipient_hash, sealed, state, subject_kind, subject_id, queued_at, due_at)
    values (${newId()}, ${ctx.storeId}, 'mail', ${mail.template}, ${mail.dedupeKey}, ${blindIndex(secret, RECIPIENT_PURPOSE, normalEmail(mail.to))},
      ${seal(secret, BODY_PURPOSE, body)}, 'queued', ${mail.about?.kind ?? null}, ${mail.about?.id ?? null}, ${ctx.now()}, ${ctx.now()})
    on conflict (store_id, dedupe_key) do nothing returning id`.execute(ctx.db)
  if (rows[0]) ctx.emit(messagesQueued, { ids: [rows[0].id] })
}
