/** How mails leave the store: an SMTP server, or the development mailbox. One filler; without one they wait. */
import type { Ctx } from '#kit/context.ts'
import { port } from '#kit/port.ts'

export interface Mail {
  /** Also the Message-ID, so that a second delivery after a crash can be told from a second mail. */
  id: string
  to: string
  subject: string
  text: string
  html: string
  /** Whom an answer goes to; without it, the shop. */
  replyTo?: string
  /** Where a POST ends such mails, for mail programs that offer it. */
  endsAt?: string
}

export type MailChannel =
  /** Writes to the database, in the transaction that marks the mail as sent. */
  | { inTransaction: true; deliver(mail: Mail, ctx: Ctx): Promise<void> }
  /** Talks to another machine, in no transaction, so that a slow one holds no connection. */
  | {
      inTransaction: false
      deliver(mail: Mail): Promise<void>
      /** Throws when mails could not be taken now; sends none. */
      check?(): Promise<void>
    }

export interface RefusedForGood extends Error {
  forGood: true
  /** The address itself is dead: nothing else will reach it either. */
  noSuchMailbox: boolean
}

/** What a channel throws when it is of no use to try again, such as for an address that does not exist. */
export function refusedForGood(message: string, { noSuchMailbox = false } = {}): RefusedForGood {
  return Object.assign(new Error(message), { forGood: true as const, noSuchMailbox })
}

export const mailChannel = port<MailChannel>('messages.mailChannel')
