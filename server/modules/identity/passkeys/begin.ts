/** Begins a further passkey of one's own. Those there are already are named, so that no device makes a second. */
import { sql } from 'kysely'
import { Unauthenticated } from '#kit/failure.ts'
import { Nothing, query } from '#kit/operation.ts'
import { member } from '#kit/policy.ts'
import { personById } from '../person.ts'
import { MOST_PASSKEYS, TooManyPasskeys } from './passkey.ts'
import { PasskeyCreation, creationFor } from './registration.ts'
import { PasskeysNeedName } from './relying-party.ts'

export const begin = query({
  id: 'identity.passkeys.begin',
  summary: 'Begin a passkey of mine',
  description: 'The answer of the device goes to `identity.passkeys.add` within five minutes.',
  rest: 'POST /me/passkeys/challenges',
  audience: 'shop',
  access: member,
  input: Nothing,
  output: PasskeyCreation,
  failures: [TooManyPasskeys, PasskeysNeedName],
  async run(_, ctx) {
    if (ctx.actor.kind !== 'person') throw Unauthenticated({})
    const person = await personById(ctx, ctx.actor.personId)
    if (!person) throw Unauthenticated({})
    const { rows } = await sql<{ id: Buffer; transports: string[] }>`
      select credential_id as id, transports from identity.passkey
      where store_id = ${ctx.storeId} and person_id = ${person.id} order by created_at, id limit ${MOST_PASSKEYS}`.execute(
      ctx.db,
    )
    if (rows.length === MOST_PASSKEYS) throw TooManyPasskeys({ limit: MOST_PASSKEYS })
    const known = rows.map(({ id, transports }) => ({
      type: 'public-key',
      id: id.toString('base64url'),
      transports,
    }))
    return creationFor(ctx, { use: 'add', person, known })
  },
})
