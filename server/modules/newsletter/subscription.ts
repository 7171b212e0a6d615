/** That somebody wants letters: how it is shown, found by its links, and ended. */
import { timingSafeEqual } from 'node:crypto'
import { sql, type RawBuilder } from 'kysely'
import type { Ctx } from '#kit/context.ts'
import { derivedToken, blindIndex } from '#kit/seal.ts'
import { Email, Id, Instant, Locale, Nullable, OneOf, Text, shape, type Static } from '#kit/types.ts'
import { newsletterChanged } from './events.ts'
import { NewsletterLinkNotValid } from './failures.ts'

export const Wording = Text(1000)
export const SubscriptionState = OneOf('asked', 'confirmed', 'ended')
export const EndedBy = OneOf('link', 'account', 'staff')
type EndedBy = Static<typeof EndedBy>

export const StaffSubscription = shape('StaffSubscription', {
  id: Id,
  state: SubscriptionState,
  /** Null: it has ended, and the address was erased. */
  email: Nullable(Email),
  locale: Locale,
  /** What the form said that they agree to. */
  wording: Wording,
  askedAt: Instant,
  /** When the link in the mail was used. */
  confirmedAt: Nullable(Instant),
  endedAt: Nullable(Instant),
  endedBy: Nullable(EndedBy),
})
export type StaffSubscription = Static<typeof StaffSubscription>

/** A row for staff, of `s`. */
export const STAFF = sql`s.id, s.state, s.email, s.locale, s.wording, kit.utc(s.asked_at) as "askedAt",
  kit.utc(s.confirmed_at) as "confirmedAt", kit.utc(s.ended_at) as "endedAt", s.ended_by as "endedBy"`

export interface Held {
  id: string
  email: string | null
  personId: string | null
  locale: string
  state: Static<typeof SubscriptionState>
  mails: number
  mailedAt: Date
}

/** The one that `which` finds, a condition on `s`; nobody else changes it meanwhile. */
export async function lockOne(ctx: Ctx, which: RawBuilder<unknown>): Promise<Held | undefined> {
  const { rows } = await sql<Held>`
    select s.id, s.email, s.person_id as "personId", s.locale, s.state, s.mails, s.mailed_at as "mailedAt"
    from newsletter.subscription s where s.store_id = ${ctx.storeId} and ${which} for update`.execute(ctx.db)
  return rows[0]
}

type Purpose = 'confirm' | 'end'
const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** Which one a link is of stands in it; what follows nobody can make but the store. */
export const linkToken = (secret: string, purpose: Purpose, id: string): string =>
  `${id}.${derivedToken(secret, `newsletter ${purpose}`, id)}`

export async function lockByLink(ctx: Ctx, purpose: Purpose, token: string): Promise<Held> {
  const [id = ''] = token.split('.', 1)
  if (!ID.test(id)) throw NewsletterLinkNotValid({})
  const [said, right] = [Buffer.from(token), Buffer.from(linkToken(ctx.app.config.secret, purpose, id))]
  if (said.length !== right.length || !timingSafeEqual(said, right)) throw NewsletterLinkNotValid({})
  const held = await lockOne(ctx, sql`s.id = ${id}`)
  if (!held) throw NewsletterLinkNotValid({})
  return held
}

/** Of an address whose letters have ended. */
export const hashOf = (ctx: Ctx, email: string): Buffer =>
  blindIndex(ctx.app.config.secret, 'newsletter reader', email)

/** No more letters, and the address is erased. Again it changes nothing. */
export async function endIt(ctx: Ctx, { id, email }: Held, by: EndedBy): Promise<void> {
  if (email === null) return
  await sql`update newsletter.subscription
    set ended_at = ${ctx.now()}, ended_by = ${by}, email = null, email_hash = ${hashOf(ctx, email)}, person_id = null
    where store_id = ${ctx.storeId} and id = ${id}`.execute(ctx.db)
  ctx.emit(newsletterChanged, { ids: [id] })
}
