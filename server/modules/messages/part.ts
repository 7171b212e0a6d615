/** What the owner of the shop has to say below a mail, besides what the mail is about. */
import type { Ctx } from '#kit/context.ts'
import { port } from '#kit/port.ts'
import type { Html } from '#kit/html.ts'

/** What stands below mails of this template, for a reader of this language; null: nothing. */
export type MailPart = (
  ctx: Ctx,
  mail: { template: string; locale: string },
) => Promise<{ html: Html; text: string } | null>

export const mailParts = port<MailPart>('messages.mailParts', { many: true })

/** Where it stands in a mail's layout; nobody sees it. */
export const PLACE = '<!-- below -->'

export async function withPart(
  ctx: Ctx,
  { template, locale, text, html }: { template: string; locale?: string; text: string; html: string },
): Promise<{ text: string; html: string }> {
  const asked = locale === undefined ? [] : ctx.ports(mailParts)
  const parts = (await Promise.all(asked.map((part) => part(ctx, { template, locale: locale! })))).filter(
    (part) => part !== null,
  )
  return {
    text: [text, ...parts.map((part) => part.text)].join('\n\n'),
    html: html.replace(PLACE, () => parts.map((part) => part.html.text).join('')),
  }
}
