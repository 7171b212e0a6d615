/**
 * Who is written to. Whoever asks for the first time gets a mail with a link, and no other mail until it was used: an
 * address that was never proved may be anybody's. Another address of the account is to be proved anew.
 */
import { timingSafeEqual } from 'node:crypto'
import { sql } from 'kysely'
import { after, days, minutes } from '#kit/clock.ts'
import type { Ctx } from '#kit/context.ts'
import { languageOf } from '#kit/language.ts'
import { derivedToken } from '#kit/seal.ts'
import { personById } from '../../identity/index.ts'
import { send } from '../../messages/index.ts'
import { currentSettings, pagesIn } from '../../settings/index.ts'
import { proofLetter } from '../emails/proof.ts'
import { AlertLinkNotValid } from '../failures.ts'

const LINK_LIVES = days(7)
/** Whoever presses twice gets one mail. */
const ASKED_JUST_NOW = minutes(5)
const ID = /^[0-9a-f-]{36}$/

/** Whose a link is stands in it; what follows nobody can make but the store. */
function linkToken(ctx: Ctx, purpose: 'proof' | 'stop', personId: string, of = ''): string {
  return `${personId}.${derivedToken(ctx.app.config.secret, `wishlist alerts ${purpose}`, `${personId} ${of}`)}`
}

export const stopToken = (ctx: Ctx, personId: string): string => linkToken(ctx, 'stop', personId)

function personOf(token: string): string {
  const [personId = ''] = token.split('.', 1)
  if (!ID.test(personId)) throw AlertLinkNotValid({})
  return personId
}

const isSame = (one: string, other: string) =>
  one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other))

export function whoStops(ctx: Ctx, token: string): string {
  const personId = personOf(token)
  if (!isSame(token, stopToken(ctx, personId))) throw AlertLinkNotValid({})
  return personId
}

interface Reader {
  email: string
  askedAt: Date
  provedAt: Date | null
}

async function readReader(ctx: Ctx, personId: string): Promise<Reader | undefined> {
  const { rows } = await sql<Reader>`
    select email, asked_at as "askedAt", proved_at as "provedAt" from wishlists.reader
    where store_id = ${ctx.storeId} and person_id = ${personId} for update`.execute(ctx.db)
  return rows[0]
}

const proofToken = (ctx: Ctx, personId: string, { email, askedAt }: Pick<Reader, 'email' | 'askedAt'>) =>
  linkToken(ctx, 'proof', personId, `${email} ${askedAt.getTime()}`)

/** True when mails may go to the person's address; else the link is on its way to it. */
export async function mayWriteTo(ctx: Ctx, personId: string): Promise<boolean> {
  const { email, locale } = (await personById(ctx, personId))!
  const reader = await readReader(ctx, personId)
  const isSameAddress = reader?.email === email
  if (isSameAddress && reader.provedAt) return true
  if (isSameAddress && after(reader.askedAt, ASKED_JUST_NOW) > ctx.now()) return false
  const asked = { email, askedAt: ctx.now() }
  await sql`insert into wishlists.reader (person_id, store_id, email, asked_at) values (${personId}, ${ctx.storeId}, ${email}, ${asked.askedAt})
    on conflict (person_id) do update set email = excluded.email, asked_at = excluded.asked_at, proved_at = null`.execute(
    ctx.db,
  )
  const settings = await currentSettings(ctx)
  const token = proofToken(ctx, personId, asked)
  await send(ctx, {
    ...proofLetter({
      store: settings.store.name,
      locale,
      language: languageOf(locale),
      url: `${ctx.origin}${pagesIn(settings, locale)}/account/lists/alerts?proof=${token}`,
    }),
    to: email,
    dedupeKey: `wishlist-proof:${personId}:${asked.askedAt.getTime()}`,
    about: { kind: 'person', id: personId },
  })
  return false
}

/** The address is theirs who read the mail. Using the link again changes nothing. */
export async function prove(ctx: Ctx, token: string): Promise<void> {
  const personId = personOf(token)
  const reader = await readReader(ctx, personId)
  const isValid =
    reader &&
    isSame(token, proofToken(ctx, personId, reader)) &&
    after(reader.askedAt, LINK_LIVES) > ctx.now()
  if (!isValid) throw AlertLinkNotValid({})
  await sql`update wishlists.reader set proved_at = coalesce(proved_at, ${ctx.now()})
    where store_id = ${ctx.storeId} and person_id = ${personId}`.execute(ctx.db)
}
