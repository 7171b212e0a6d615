/** Forgets a passkey: from now on it opens nothing. The last way to log in stays. */
import { sql } from 'kysely'
import type { Ctx } from '#kit/context.ts'
import { NotFound, failure } from '#kit/failure.ts'
import { command, Done } from '#kit/operation.ts'
import { member } from '#kit/policy.ts'
import { Id, Type } from '#kit/types.ts'
import { personChanged } from '../events.ts'
import { note } from '../security-event.ts'
import { lockOwner } from './passkey.ts'

export const LastWayIn = failure(
  'identity.last_way_in',
  409,
  Type.Object({}, { additionalProperties: false }),
  {
    en: 'Without this passkey you could no longer log in. Add another one, or set a password first.',
    de: 'Ohne diesen Passkey könnten Sie sich nicht mehr anmelden. Fügen Sie zuerst einen anderen hinzu oder setzen Sie ein Passwort.',
    ar: 'بدون مفتاح المرور هذا لن تستطيع تسجيل الدخول. أضف مفتاحاً آخر أو عيّن كلمة مرور أولاً.',
  },
)

export const remove = command({
  id: 'identity.passkeys.remove',
  summary: 'Remove a passkey of mine',
  rest: 'DELETE /me/passkeys/:passkeyId',
  audience: 'shop',
  access: member,
  input: Type.Object({ passkeyId: Id }),
  output: Done,
  failures: [LastWayIn],
  async run({ passkeyId }, ctx) {
    const { id: personId } = await lockOwner(ctx)
    const { rows } = await sql`
      delete from identity.passkey where store_id = ${ctx.storeId} and id = ${passkeyId} and person_id = ${personId}
      returning id`.execute(ctx.db)
    if (rows.length === 0) throw NotFound({})
    if (!(await canLogIn(ctx, personId))) throw LastWayIn({})
    await note(ctx, personId, 'passkey_removed')
    ctx.emit(personChanged, { ids: [personId] })
    return { done: true as const }
  },
})

async function canLogIn(ctx: Ctx, personId: string): Promise<boolean> {
  const { rows } = await sql`
    select 1 from identity.password where store_id = ${ctx.storeId} and person_id = ${personId}
    union all select 1 from identity.passkey where store_id = ${ctx.storeId} and person_id = ${personId} limit 1`.execute(
    ctx.db,
  )
  return rows.length > 0
}
