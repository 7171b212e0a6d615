import { sql } from 'kysely'
import { Unauthenticated } from '#kit/failure.ts'
import { Nothing, query } from '#kit/operation.ts'
import { member } from '#kit/policy.ts'
import { List, shape } from '#kit/types.ts'
import { MOST_PASSKEYS, Passkey, passkeyColumns } from './passkey.ts'

export const list = query({
  id: 'identity.passkeys.list',
  summary: 'My passkeys',
  rest: 'GET /me/passkeys',
  audience: 'shop',
  access: member,
  input: Nothing,
  output: shape('PasskeyList', { items: List(Passkey, MOST_PASSKEYS) }),
  async run(_, ctx) {
    if (ctx.actor.kind !== 'person') throw Unauthenticated({})
    const { rows } = await sql<Passkey>`
      select ${passkeyColumns} from identity.passkey
      where store_id = ${ctx.storeId} and person_id = ${ctx.actor.personId} order by created_at, id limit ${MOST_PASSKEYS}`.execute(
      ctx.db,
    )
    return { items: rows }
  },
})
