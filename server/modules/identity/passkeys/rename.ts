import { sql } from 'kysely'
import { NotFound, Unauthenticated } from '#kit/failure.ts'
import { command } from '#kit/operation.ts'
import { member } from '#kit/policy.ts'
import { tidy } from '#kit/text.ts'
import { Id, Type } from '#kit/types.ts'
import { Passkey, PasskeyName, passkeyColumns } from './passkey.ts'

export const rename = command({
  id: 'identity.passkeys.rename',
  summary: 'Name a passkey of mine',
  rest: 'PATCH /me/passkeys/:passkeyId',
  audience: 'shop',
  access: member,
  input: Type.Object({ passkeyId: Id, name: PasskeyName }),
  output: Passkey,
  async run({ passkeyId, name }, ctx) {
    if (ctx.actor.kind !== 'person') throw Unauthenticated({})
    const { rows } = await sql<Passkey>`
      update identity.passkey set name = ${tidy(name)}
      where store_id = ${ctx.storeId} and id = ${passkeyId} and person_id = ${ctx.actor.personId}
      returning ${passkeyColumns}`.execute(ctx.db)
    if (!rows[0]) throw NotFound({})
    return rows[0]
  },
})
