/** The two mails about letters: with the link that asks for them, and that they come from now on. */
import { sql } from 'kysely'
import type { Ctx } from '#kit/context.ts'
import { languageOf } from '#kit/language.ts'
import { send } from '../messages/index.ts'
import { currentSettings, pagesIn } from '../settings/index.ts'
import { askLetter } from './emails/ask.ts'
import { welcomeLetter } from './emails/welcome.ts'
import { ONE_CLICK } from './one-click.ts'
import { linkToken } from './subscription.ts'

export async function mailLink(ctx: Ctx, id: string, email: string, mails: number): Promise<void> {
  const { locale } = ctx.scope
  const settings = await currentSettings(ctx)
  const token = linkToken(ctx.app.config.secret, 'confirm', id)
  await sql`update newsletter.subscription set mails = ${mails}, mailed_at = ${ctx.now()}
    where store_id = ${ctx.storeId} and id = ${id}`.execute(ctx.db)
  await send(ctx, {
    ...askLetter({
      store: settings.store.name,
      locale,
      language: languageOf(locale),
      url: `${ctx.app.config.publicUrl}${pagesIn(settings, locale)}/newsletter?confirm=${token}`,
    }),
    to: email,
    dedupeKey: `newsletter-ask:${id}:${ctx.now().getTime()}`,
    about: { kind: 'newsletter', id },
  })
}

export async function mailWelcome(ctx: Ctx, id: string, email: string, locale: string): Promise<void> {
  const settings = await currentSettings(ctx)
  const { publicUrl, secret } = ctx.app.config
  await send(ctx, {
    ...welcomeLetter({
      store: settings.store.name,
      locale,
      language: languageOf(locale),
      end: `${publicUrl}${pagesIn(settings, locale)}/newsletter?end=${linkToken(secret, 'end', id)}`,
    }),
    to: email,
    endsAt: endsAt(publicUrl, secret, id),
    dedupeKey: `newsletter-welcome:${id}`,
    about: { kind: 'newsletter', id },
  })
}

/** Where a POST ends the letters (RFC 8058). */
export const endsAt = (publicUrl: string, secret: string, id: string): string =>
  `${publicUrl}${ONE_CLICK}?token=${linkToken(secret, 'end', id)}`
