/**
 * Asks for the link to choose a new password, for who has forgotten the old one.
 *
 * Known and unknown addresses get the same answer after the same work: whether there is a person to write to is
 * looked up afterwards, by a reaction. An address is written to three times, then every twenty minutes.
 */
import { sql } from 'kysely'
import { minutes } from '#kit/clock.ts'
import type { Ctx } from '#kit/context.ts'
import { on } from '#kit/event.ts'
import { newId } from '#kit/id.ts'
import { spokenOf } from '#kit/language.ts'
import { takeDurable } from '#kit/limits.ts'
import { command, Done } from '#kit/operation.ts'
import { anyone } from '#kit/policy.ts'
import { blindIndex } from '#kit/seal.ts'
import { normalEmail } from '#kit/text.ts'
import { Email, Type } from '#kit/types.ts'
import { send } from '../../messages/index.ts'
import { currentSettings } from '../../settings/index.ts'
import { passwordForgotten as letter } from '../emails/password-forgotten.ts'
import { passwordForgotten } from '../events.ts'
import { RESET_LIVES, makePasswordLink } from '../password-link.ts'
import { note } from '../security-event.ts'

const BY_ADDRESS = { burst: 3, perSecond: 1000 / minutes(20) }

export const request = command({
  id: 'identity.passwords.request',
  summary: 'Ask for the link to choose a new password',
  description:
    'The answer is the same whether or not somebody has this address. The link works once, within an hour.',
  rest: 'POST /password-links',
  audience: 'shop',
  access: anyone,
  limit: 'identity.logIn',
  input: Type.Object({ email: Email }),
  output: Done,
  async run({ email }, ctx) {
    const address = normalEmail(email)
    if (ctx.app.config.limitScale !== 0) {
      const key = blindIndex(ctx.app.config.secret, 'password links', address).toString('base64url')
      await takeDurable(ctx, `password-link ${ctx.storeId} ${key}`, BY_ADDRESS)
    }
    const { rows } = await sql<{ id: string }>`
      select id from identity.person where store_id = ${ctx.storeId} and email = ${address} and archived_at is null`.execute(
      ctx.db,
    )
    ctx.emit(passwordForgotten, { ids: [rows[0]?.id ?? newId()] })
    return { done: true as const }
  },
})

export const sendPasswordLinks = on(passwordForgotten, 'identity.sendPasswordLinks', async ({ ids }, ctx) => {
  for (const id of ids) await sendPasswordLink(id, ctx)
})

/** Not to who is invited: a stranger could end the link of the invitation by asking. */
async function sendPasswordLink(personId: string, ctx: Ctx): Promise<void> {
  const { rows } = await sql<{ email: string; name: string; locale: string }>`
    select email, name, locale from identity.person
    where store_id = ${ctx.storeId} and id = ${personId} and state = 'active' and archived_at is null`.execute(
    ctx.db,
  )
  const [person] = rows
  if (!person) return
  const { url } = await makePasswordLink(ctx, { id: personId, locale: person.locale }, RESET_LIVES)
  const { store } = await currentSettings(ctx)
  await send(ctx, {
    ...letter({ store: store.name, locale: spokenOf(person.locale, store.locale), name: person.name, url }),
    to: person.email,
    dedupeKey: `password-forgotten:${newId()}`,
    about: { kind: 'person', id: personId },
  })
  await note(ctx, personId, 'password_link_sent')
}
