/**
 * The rules for giving rights and taking them: nobody touches rights beyond their own,
 * and a store keeps an owner.
 *
 * Changes of rights take one lock per store, so that two of them never each leave the
 * other's owner as the last.
 */
import { sql } from 'kysely'
import type { App } from '#kit/app.ts'
import type { Ctx } from '#kit/context.ts'
import { failure, invalid } from '#kit/failure.ts'
import { can } from '#kit/policy.ts'
import { List, Text, Type } from '#kit/types.ts'

/** Every permission, also those of modules added later. */
export const EVERYTHING = '*'
export const MOST_PERMISSIONS = 500
/** `orders.read`, or `*`. */
export const Permission = Text(80)
export const Permissions = List(Permission, MOST_PERMISSIONS)

export const BeyondOwnRights = failure(
  'identity.beyond_own_rights',
  403,
  Type.Object({ permissions: Permissions }, { additionalProperties: false }),
  {
    en: ({ permissions }) =>
      `This concerns rights that you do not have yourself: ${permissions.slice(0, 5).join(', ')}${permissions.length > 5 ? ', …' : ''}.`,
    de: ({ permissions }) =>
      `Das betrifft Rechte, die Sie selbst nicht haben: ${permissions.slice(0, 5).join(', ')}${permissions.length > 5 ? ', …' : ''}.`,
    ar: ({ permissions }) =>
      `يتعلق هذا بصلاحيات لا تملكها: ${permissions.slice(0, 5).join('، ')}${permissions.length > 5 ? '، …' : ''}.`,
  },
)
export const LastOwner = failure(
  'identity.last_owner',
  409,
  Type.Object({}, { additionalProperties: false }),
  {
    en: 'A store keeps at least one owner who can log in. Make somebody else an owner first.',
    de: 'Ein Shop behält mindestens eine Inhaberin oder einen Inhaber, die sich anmelden können. Geben Sie diese Rolle zuerst jemand anderem.',
    ar: 'يبقى للمتجر مالك واحد على الأقل يستطيع تسجيل الدخول. عيّن مالكاً آخر أولاً.',
  },
)

export function knownPermissions(app: Pick<App, 'modules'>): { name: string; says: string }[] {
  return app.modules
    .flatMap((module) => Object.entries(module.permissions))
    .map(([name, says]) => ({ name, says }))
}

/** Names that nobody declares are refused, but for those a role has already: their module may be gone. */
export function mustBeKnown(ctx: Ctx, permissions: string[], already: string[]): void {
  const known = new Set([EVERYTHING, ...already, ...knownPermissions(ctx.app).map(({ name }) => name)])
  const wrong = permissions.findIndex((name) => !known.has(name))
  if (wrong >= 0)
    throw invalid(`permissions.${wrong}`, 'unknown_permission', 'There is no permission of this name.')
}

/** Throws unless the one who acts has all of these. `*` is had by owners only. */
export function mustHold(ctx: Ctx, permissions: string[]): void {
  const beyond = [...new Set(permissions)].filter((name) => !can(ctx.actor, name))
  if (beyond.length > 0) throw BeyondOwnRights({ permissions: beyond.slice(0, MOST_PERMISSIONS) })
}

/** Before any change of rights; what is read after it is true until the commit. */
export async function lockRights(ctx: Ctx): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`identity.rights ${ctx.storeId}`}, 0))`.execute(
    ctx.db,
  )
}

/** After a change that took away `*`. */
export async function mustHaveOwner(ctx: Ctx): Promise<void> {
  const { rows } = await sql`
    select 1 from identity.person p
    join identity.person_role pr on pr.store_id = p.store_id and pr.person_id = p.id
    join identity.role r on r.id = pr.role_id and r.archived_at is null and ${EVERYTHING} = any(r.permissions)
    where p.store_id = ${ctx.storeId} and p.state = 'active' and p.archived_at is null limit 1`.execute(
    ctx.db,
  )
  if (rows.length === 0) throw LastOwner({})
}
