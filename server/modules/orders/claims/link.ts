/**
 * Links that prove an address: they go by mail to where the orders were written to, so whoever holds one reads that mail.
 *
 * The link in an order's own mails opens that order and is passed on freely; it claims nothing.
 */
import { sql } from 'kysely'
import { after, days, minutes } from '#kit/clock.ts'
import type { Ctx } from '#kit/context.ts'
import { failure } from '#kit/failure.ts'
import { hashToken, newToken } from '#kit/id.ts'
import { normalEmail } from '#kit/text.ts'
import { OneOf, Type } from '#kit/types.ts'
import { currentSettings, pagesIn } from '../../settings/index.ts'

const LINK_LIVES = days(7)
/** Whoever presses twice gets one mail. */
const ASKED_JUST_NOW = minutes(5)

const ReasonNotValid = OneOf('used', 'expired', 'unknown')

export const ClaimLinkNotValid = failure(
  'orders.claim_link_not_valid',
  409,
  Type.Object({ reason: ReasonNotValid }, { additionalProperties: false }),
  {
    en: ({ reason }) =>
      reason === 'used'
        ? 'This link was used already: the orders are in an account. Log in to see them.'
        : reason === 'expired'
          ? 'This link is too old. Ask for a new one on the page of your order.'
          : 'This link is not complete. Open it as it stands in the mail, or ask for a new one on the page of your order.',
    de: ({ reason }) =>
      reason === 'used'
        ? 'Dieser Link wurde schon benutzt: Die Bestellungen sind in einem Konto. Melden Sie sich an, um sie zu sehen.'
        : reason === 'expired'
          ? 'Dieser Link ist zu alt. Fordern Sie auf der Seite Ihrer Bestellung einen neuen an.'
          : 'Dieser Link ist unvollständig. Öffnen Sie ihn so, wie er in der E-Mail steht, oder fordern Sie auf der Seite Ihrer Bestellung einen neuen an.',
    ar: ({ reason }) =>
      reason === 'used'
        ? 'استُخدم هذا الرابط من قبل: الطلبات محفوظة في حساب. سجّل الدخول لرؤيتها.'
        : reason === 'expired'
          ? 'انتهت صلاحية هذا الرابط. اطلب رابطاً جديداً من صفحة طلبك.'
          : 'هذا الرابط غير مكتمل. افتحه كما ورد في الرسالة، أو اطلب رابطاً جديداً من صفحة طلبك.',
  },
)

/** Null when one was sent to that address a moment ago. */
export async function makeClaimLink(
  ctx: Ctx,
  { email, locale }: { email: string; locale: string },
): Promise<string | null> {
  const token = newToken()
  const pages = ctx.origin + pagesIn(await currentSettings(ctx), locale)
  const { rows } = await sql`
    insert into orders.claim_link (token_hash, store_id, email, created_at, expires_at)
    select ${hashToken(token)}, ${ctx.storeId}, ${normalEmail(email)}, ${ctx.now()}, ${after(ctx.now(), LINK_LIVES)}
    where not exists (select from orders.claim_link where store_id = ${ctx.storeId} and email = ${normalEmail(email)}
      and used_at is null and created_at > ${after(ctx.now(), -ASKED_JUST_NOW)})
    returning 1`.execute(ctx.db)
  return rows.length > 0 ? `${pages}/account/claim?token=${token}` : null
}

interface ClaimLink {
  email: string
  expiresAt: Date
}

/** For looking and for using; who uses it locks it, so that of two at once the second finds it used. */
export async function readClaimLink(ctx: Ctx, token: string, { lock = false } = {}): Promise<ClaimLink> {
  const { rows } = await sql<{ email: string; expires_at: Date; used_at: Date | null }>`
    select email, expires_at, used_at from orders.claim_link
    where store_id = ${ctx.storeId} and token_hash = ${hashToken(token)} ${lock ? sql`for update` : sql``}`.execute(
    ctx.db,
  )
  const [link] = rows
  if (!link) throw ClaimLinkNotValid({ reason: 'unknown' })
  if (link.used_at) throw ClaimLinkNotValid({ reason: 'used' })
  if (link.expires_at <= ctx.now()) throw ClaimLinkNotValid({ reason: 'expired' })
  return { email: link.email, expiresAt: link.expires_at }
}

export async function useClaimLink(ctx: Ctx, token: string, personId: string): Promise<void> {
  await sql`update orders.claim_link set used_at = ${ctx.now()}, used_by = ${personId}
    where store_id = ${ctx.storeId} and token_hash = ${hashToken(token)}`.execute(ctx.db)
}
