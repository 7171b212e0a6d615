/** A new role. Nobody makes one that may do more than they may themselves. */
import { sql } from 'kysely'
import { failure } from '#kit/failure.ts'
import { newId } from '#kit/id.ts'
import { command } from '#kit/operation.ts'
import { permission } from '#kit/policy.ts'
import { tidy } from '#kit/text.ts'
import { Count, Key, Text, Type } from '#kit/types.ts'
import { MOST_ROLES } from '../people/staff-person.ts'
import { BeyondOwnRights, Permissions, lockRights, mustBeKnown, mustHold } from '../rights.ts'
import { Role, allRoles } from './role.ts'

export const RoleKeyTaken = failure(
  'identity.role_key_taken',
  409,
  Type.Object({ key: Key }, { additionalProperties: false }),
  {
    en: ({ key }) => `There is a role called ${key} already.`,
    de: ({ key }) => `Es gibt schon eine Rolle namens ${key}.`,
    ar: ({ key }) => `يوجد دور باسم ${key} من قبل.`,
  },
)
export const TooManyRoles = failure(
  'identity.too_many_roles',
  409,
  Type.Object({ limit: Count }, { additionalProperties: false }),
  {
    en: ({ limit }) => `A store has ${limit} roles at most.`,
    de: ({ limit }) => `Ein Shop hat höchstens ${limit} Rollen.`,
    ar: ({ limit }) => `الحد الأقصى للأدوار في المتجر ${limit}.`,
  },
)

export const create = command({
  id: 'identity.roles.create',
  summary: 'Make a role',
  rest: 'POST /roles',
  audience: 'staff',
  access: permission('roles.write'),
  status: 201,
  input: Type.Object({ key: Key, name: Text(120), permissions: Permissions }),
  output: Role,
  failures: [RoleKeyTaken, TooManyRoles, BeyondOwnRights],
  async run({ key, name, permissions }, ctx) {
    mustBeKnown(ctx, permissions, [])
    mustHold(ctx, permissions)
    await lockRights(ctx)
    const roles = await allRoles(ctx, MOST_ROLES)
    if (roles.some((role) => role.key === key)) throw RoleKeyTaken({ key })
    if (roles.length >= MOST_ROLES) throw TooManyRoles({ limit: MOST_ROLES })
    const role = {
      id: newId(),
      key,
      name: tidy(name),
      permissions: [...new Set(permissions)].sort(),
      people: 0,
      version: 1,
    }
    await sql`insert into identity.role (id, store_id, key, name, permissions, created_at, updated_at)
      values (${role.id}, ${ctx.storeId}, ${role.key}, ${role.name}, ${role.permissions}, ${ctx.now()}, ${ctx.now()})`.execute(
      ctx.db,
    )
    ctx.audit({ subject: 'identity.role', subjectId: role.id, before: null, after: role })
    return role
  },
})
