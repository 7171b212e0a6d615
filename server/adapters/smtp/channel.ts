/**
 * Mails by SMTP through nodemailer, which is loaded when the first mail leaves.
 *
 * The envelope is given apart from the headers and never parsed from text, so one
 * address cannot become two. What the server refuses with 5xx is not tried again.
 */
import type { Transporter } from 'nodemailer'
import { refusedForGood, type MailChannel } from '../../modules/messages/index.ts'

/**
 * What reads as one address only, to us and to every mail server on the way.
 * NOTE: of `ann@x\r\nRCPT TO:<eve@y>` nodemailer makes eve@y, also as an object.
 */
const ONE_ADDRESS = /^[^\s<>()[\],;:"\\@\p{C}]+@[^\s<>()[\],;:"\\@\p{C}]+$/u

/** RFC 3463: no such mailbox, a mailbox that is closed. Others, such as a full one, pass. */
const NO_MAILBOX = /\b5\.(1\.[16]|2\.1)\b/

/** Each for itself: connecting, the greeting, and every silence after it. */
const WITHIN_MS = 10_000

export function smtpChannel(options: { url: string; from: string }): MailChannel & { inTransaction: false } {
  let opened: Promise<Transporter> | undefined
  const transport = () => (opened ??= open(options.url))
  const sender = /<([^<>]+)>\s*$/.exec(options.from)?.[1] ?? options.from.trim()
  const domain = sender.split('@').at(-1) || 'quayside.invalid'
  return {
    inTransaction: false,
    async deliver(mail) {
      if (![mail.to, mail.replyTo ?? mail.to].every((address) => ONE_ADDRESS.test(address)))
        throw refusedForGood('This is not one address that can be written to.')
      const mailer = await transport()
      try {
        await mailer.sendMail({
          messageId: `<${mail.id}@${domain}>`,
          envelope: { from: sender, to: [mail.to] },
          from: options.from,
          to: { name: '', address: mail.to },
          ...(mail.replyTo && { replyTo: { name: '', address: mail.replyTo } }),
          subject: mail.subject,
          text: mail.text,
          html: mail.html,
          headers: { 'Auto-Submitted': 'auto-generated', ...(mail.endsAt && oneClick(mail.endsAt)) },
          disableFileAccess: true,
          disableUrlAccess: true,
        })
      } catch (error) {
        const { responseCode = 0, code, message } = error as Error & { responseCode?: number; code?: string }
        // A wrong password of ours (EAUTH) is also a 5xx, and somebody will put it right.
        if (responseCode >= 500 && code !== 'EAUTH')
          throw refusedForGood(message, { noSuchMailbox: NO_MAILBOX.test(message) })
        throw error
      }
    },
    async check() {
      await (await transport()).verify()
    },
  }
}

/** RFC 8058. */
const oneClick = (endsAt: string) => ({
  'List-Unsubscribe': `<${endsAt}>`,
  'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
})

async function open(url: string): Promise<Transporter> {
  const { default: nodemailer } = await import('nodemailer')
  const transport = nodemailer.createTransport(url, {
    connectionTimeout: WITHIN_MS,
    greetingTimeout: WITHIN_MS,
    socketTimeout: WITHIN_MS,
  } as never)
  return transport as unknown as Transporter
}
