/**
 * Somebody asks for letters at an address. It gets a mail with a link, and no letter until that was used: it may be
 * anybody's. The answer is the same for every address, whether it was known or not.
 */
import { sql } from 'kysely'
import { after, minutes } from '#kit/clock.ts'
import type { Ctx } from '#kit/context.ts'
import { Done, command } from '#kit/operation.ts'
import { visitor } from '#kit/policy.ts'
import { normalEmail, tidy } from '#kit/text.ts'
import { Email, Type } from '#kit/types.ts'
import { personById } from '../identity/index.ts'
import { mailLink } from './mails.ts'
import { Wording, lockOne, type Held } from './subscription.ts'

/** A mail may have been lost; but who asks for an address that is not theirs does not fill its box. */
const MOST_MAILS = 3
const PAUSE = minutes(5)

export const ask = command({
  id: 'newsletter.ask',
  summary: 'Ask for the newsletter',
  description:
    'A mail with a link goes to `email`; letters are sent when `newsletter.confirm` was called with its token. `wording` is what the form says that the reader agrees to; it is kept as proof.',
  rest: 'POST /newsletter/subscriptions',
  audience: 'shop',
  access: visitor,
  limit: 'newsletter.ask',
  input: Type.Object({ email: Email, wording: Wording }),
  output: Done,
  async run(given, ctx) {
    const [email, wording] = [normalEmail(given.email), tidy(given.wording)]
    const held = await askedFor(ctx, email, wording)
    if (await isWritten(ctx, held, email)) await mailLink(ctx, held.id, email, held.mails + 1)
    return { done: true as const }
  },
})

async function askedFor(ctx: Ctx, email: string, wording: string): Promise<Held> {
  const now = ctx.now()
  await sql`
    insert into newsletter.subscription as s (id, store_id, email, locale, wording, asked_at, mailed_at)
    values (${ctx.id()}, ${ctx.storeId}, ${email}, ${ctx.scope.locale}, ${wording}, ${now}, ${now})
    on conflict (store_id, email) do update set locale = excluded.locale, wording = excluded.wording, asked_at = excluded.asked_at
      where s.confirmed_at is null`.execute(ctx.db)
  return (await lockOne(ctx, sql`s.email = ${email}`))!
}

/** Who gets letters already gets no link, but for the owner of an account with this address, which does not know it yet. */
async function isWritten(ctx: Ctx, held: Held, email: string): Promise<boolean> {
  if (held.mails >= MOST_MAILS || (held.mails > 0 && after(held.mailedAt, PAUSE) > ctx.now())) return false
  if (held.state === 'asked') return true
  if (ctx.actor.kind !== 'person' || held.personId === ctx.actor.personId) return false
  return (await personById(ctx, ctx.actor.personId))?.email === email
}
