/** Mails by SMTP through nodemailer, which is loaded when the first mail leaves. */
import type { Transporter } from 'nodemailer'
import type { MailChannel } from '../../modules/messages/index.ts'

const WITHIN_MS = 10_000

export function smtpChannel(options: { url: string; from: string }): MailChannel {
  let opened: Promise<Transporter> | undefined
  const transport = () => (opened ??= open(options.url))
  const domain = /@([^>\s]+)/.exec(options.from)?.[1] ?? 'quayside.invalid'
  return {
    inTransaction: false,
    async deliver(mail) {
      const mailer = await transport()
      await mailer.sendMail({
        messageId: `<${mail.id}@${domain}>`,
        from: options.from,
        to: mail.to,
        subject: mail.subject,
        text: mail.text,
        html: mail.html,
        headers: { 'Auto-Submitted': 'auto-generated' },
      })
    },
  }
}

async function open(url: string): Promise<Transporter> {
  const { default: nodemailer } = await import('nodemailer')
  const transport = nodemailer.createTransport(url, {
    connectionTimeout: WITHIN_MS,
    greetingTimeout: WITHIN_MS,
    socketTimeout: WITHIN_MS,
  } as never)
  return transport as unknown as Transporter
}
