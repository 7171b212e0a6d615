/** How mails leave the store: an SMTP server, or the development mailbox. One filler. */
import type { Ctx } from '#kit/context.ts'
import { port } from '#kit/port.ts'

export interface Mail {
  /** Also the Message-ID, so that a second delivery after a crash can be told from a second mail. */
  id: string
  to: string
  subject: string
  text: string
  html: string
}

export interface MailChannel {
  /** True when `deliver` writes to the database: it then runs in the transaction that marks the mail as sent. */
  inTransaction: boolean
  deliver(mail: Mail, ctx: Ctx): Promise<void>
}

export const mailChannel = port<MailChannel>('messages.mailChannel')
