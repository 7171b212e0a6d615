/** What concerns the safety of an account: log-ins, refusals, changes of password, passkeys and rights. */
import { sql } from 'kysely'
import type { Ctx } from '#kit/context.ts'
import { newId } from '#kit/id.ts'

export type SecurityEvent =
  | 'logged_in'
  | 'log_in_refused'
  | 'invited'
  | 'password_link_sent'
  | 'password_set'
  | 'password_changed'
  | 'password_refused'
  | 'passkey_added'
  | 'passkey_removed'
  | 'passkey_refused'
  | 'passkey_counter_went_back'
  | 'suspended'
  | 'reinstated'
  | 'role_granted'
  | 'role_revoked'
  | 'key_made'
  | 'key_rotated'
  | 'key_revoked'

/** `personId` is null when nobody has the address that was tried. */
export async function note(ctx: Ctx, personId: string | null, kind: SecurityEvent): Promise<void> {
  await sql`insert into identity.security_event (id, store_id, person_id, kind, address, trace_id, at)
    values (${newId()}, ${ctx.storeId}, ${personId}, ${kind}, ${ctx.address}, ${ctx.traceId}, ${ctx.now()})`.execute(
    ctx.db,
  )
}
