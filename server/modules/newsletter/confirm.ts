/** The address is theirs who read the mail. Using the link again changes nothing, but that an account with this address learns of it. */
import { sql } from 'kysely'
import { after, days } from '#kit/clock.ts'
import { Done, command } from '#kit/operation.ts'
import { visitor } from '#kit/policy.ts'
import { Token, Type } from '#kit/types.ts'
import { personById } from '../identity/index.ts'
import { newsletterChanged } from './events.ts'
import { NewsletterLinkNotValid } from './failures.ts'
import { mailWelcome } from './mails.ts'
import { lockByLink } from './subscription.ts'

export const LINK_LIVES = days(7)

export const confirm = command({
  id: 'newsletter.confirm',
  summary: 'Show that the address for letters is mine',
  rest: 'POST /newsletter/confirmations',
  audience: 'shop',
  access: visitor,
  input: Type.Object({ token: Token }),
  output: Done,
  failures: [NewsletterLinkNotValid],
  async run({ token }, ctx) {
    const { id, email, state, mailedAt, locale } = await lockByLink(ctx, 'confirm', token)
    if (email === null || after(mailedAt, LINK_LIVES) <= ctx.now()) throw NewsletterLinkNotValid({})
    const person = ctx.actor.kind === 'person' ? await personById(ctx, ctx.actor.personId) : null
    const personId = person?.email === email ? person.id : null
    await sql`update newsletter.subscription
      set confirmed_at = coalesce(confirmed_at, ${ctx.now()}), person_id = coalesce(${personId}, person_id), mails = 0
      where store_id = ${ctx.storeId} and id = ${id}`.execute(ctx.db)
    if (state === 'asked') {
      await mailWelcome(ctx, id, email, locale)
      ctx.emit(newsletterChanged, { ids: [id] })
    }
    return { done: true as const }
  },
})
