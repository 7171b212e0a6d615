/** Keeps a further passkey of one's own. Its owner is told by mail, so that a thief cannot do it in silence. */
import { sql } from 'kysely'
import { command } from '#kit/operation.ts'
import { member } from '#kit/policy.ts'
import { Type } from '#kit/types.ts'
import { personChanged } from '../events.ts'
import { note } from '../security-event.ts'
import { tellPasskeyAdded } from './mail.ts'
import { MOST_PASSKEYS, Passkey, PasskeyName, TooManyPasskeys, keepPasskey, lockOwner } from './passkey.ts'
import { MadePasskey, PasskeyNotMade, newKey } from './registration.ts'

export const add = command({
  id: 'identity.passkeys.add',
  summary: 'Keep a passkey of mine',
  rest: 'POST /me/passkeys',
  audience: 'shop',
  access: member,
  limit: 'identity.logIn',
  status: 201,
  input: Type.Object({ name: PasskeyName, passkey: MadePasskey }),
  output: Passkey,
  failures: [PasskeyNotMade, TooManyPasskeys],
  async run({ name, passkey }, ctx) {
    const owner = await lockOwner(ctx)
    const key = await newKey(ctx, 'add', passkey)
    if (key.personId !== owner.id) throw PasskeyNotMade({})
    const { rows } = await sql<{ count: number }>`
      select count(*)::int as count from identity.passkey where store_id = ${ctx.storeId} and person_id = ${owner.id}`.execute(
      ctx.db,
    )
    if (rows[0]!.count >= MOST_PASSKEYS) throw TooManyPasskeys({ limit: MOST_PASSKEYS })
    const kept = await keepPasskey(ctx, owner.id, key, name)
    if (!kept) throw PasskeyNotMade({})
    await note(ctx, owner.id, 'passkey_added')
    await tellPasskeyAdded(ctx, owner, kept)
    ctx.emit(personChanged, { ids: [owner.id] })
    return kept
  },
})
