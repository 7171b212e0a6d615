/** The development mailbox: mails stay in the database, to be read at /dev/mailbox. Demo mode only. */
import { sql } from 'kysely'
import type { MailChannel } from '../channel.ts'

export const mailboxChannel: MailChannel = {
  inTransaction: true,
  async deliver(mail, ctx) {
    await sql`insert into messages.mailbox (id, store_id, recipient, subject, body_text, body_html, at)
      values (${mail.id}, ${ctx.storeId}, ${mail.to}, ${mail.subject}, ${mail.text}, ${mail.html}, ${ctx.now()}) on conflict (id) do nothing`.execute(
      ctx.db,
    )
  },
}
