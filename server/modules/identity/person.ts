/** People of a store: shoppers with an account and staff alike; roles make the difference. */
import { sql } from 'kysely'
import type { Ctx } from '#kit/context.ts'
import { newId } from '#kit/id.ts'
import { callerOf } from '#kit/policy.ts'
import { normalEmail, tidy } from '#kit/text.ts'
import { personChanged } from './events.ts'
import type { Person } from './session.ts'

export interface NewPerson {
  /** Where it had to be known before; else a fresh one. */
  id?: string
  email: string
  name: string
  /** Null for who logs in by a passkey. */
  passwordHash: string | null
  /** Made by the demo; production refuses to start with one. */
  seeded?: boolean
}

/** Answers null when the address is taken. */
export async function createPerson(ctx: Ctx, given: NewPerson): Promise<Person | null> {
  const person = {
    id: given.id ?? newId(),
    email: normalEmail(given.email),
    name: tidy(given.name),
    locale: ctx.scope.locale,
    version: 1,
  }
  const { rows } = await sql<{ id: string }>`
    with made as (
      insert into identity.person (id, store_id, email, name, locale, state, created_at, updated_at)
      values (${person.id}, ${ctx.storeId}, ${person.email}, ${person.name}, ${person.locale}, 'active', ${ctx.now()}, ${ctx.now()})
      on conflict (store_id, email) where archived_at is null do nothing returning id
    ), kept as (
      insert into identity.password (person_id, store_id, hash, seeded, changed_at)
      select id, ${ctx.storeId}, ${given.passwordHash}::text, ${given.seeded ?? false}, ${ctx.now()} from made where ${given.passwordHash}::text is not null
    )
    select id from made`.execute(ctx.db)
  if (!rows[0]) return null
  ctx.emit(personChanged, { ids: [person.id] })
  return person
}

export async function personById(ctx: Ctx, id: string): Promise<Person | null> {
  const { rows } = await sql<Person>`
    select id, email, name, locale, version from identity.person where store_id = ${ctx.storeId} and id = ${id} and archived_at is null`.execute(
    ctx.db,
  )
  return rows[0] ?? null
}

export async function renamePerson(ctx: Ctx, id: string, name: string): Promise<void> {
  await sql`update identity.person set name = ${tidy(name)}, version = version + 1, updated_at = ${ctx.now()}
    where store_id = ${ctx.storeId} and id = ${id}`.execute(ctx.db)
  ctx.emit(personChanged, { ids: [id] })
}

/** Roles every store starts with. `*` is every permission, also those of modules added later. */
export const STANDARD_ROLES: { key: string; name: string; permissions: string[] }[] = [
  { key: 'owner', name: 'Owner', permissions: ['*'] },
  {
    key: 'manager',
    name: 'Manager',
    permissions: [
      'settings.read',
      'people.read',
      'roles.read',
      'customers.read',
      'tax.read',
      'tax.write',
      'catalog.read',
      'catalog.write',
      'pricing.read',
      'pricing.write',
      'stock.read',
      'stock.write',
      'delivery.read',
      'delivery.write',
      'media.read',
      'media.write',
      'payments.read',
      'payments.capture',
      'payments.refund',
      'ledger.read',
      'orders.read',
      'orders.write',
      'fulfilment.write',
      'reviews.read',
      'reviews.write',
      'exchange.read',
      'exchange.write',
      'system.read',
      'system.jobs',
    ],
  },
  {
    key: 'support',
    name: 'Support',
    permissions: [
      'customers.read',
      'catalog.read',
      'pricing.read',
      'stock.read',
      'payments.read',
      'orders.read',
      'orders.write',
      'fulfilment.write',
      'reviews.read',
      'reviews.write',
    ],
  },
  {
    key: 'catalogue',
    name: 'Catalogue',
    permissions: [
      'catalog.read',
      'catalog.write',
      'pricing.read',
      'pricing.write',
      'stock.read',
      'stock.write',
      'media.read',
      'media.write',
      'tax.read',
      'exchange.read',
      'exchange.write',
    ],
  },
]

export async function writeStandardRoles(ctx: Ctx): Promise<void> {
  const rows = STANDARD_ROLES.map((role) => ({ ...role, id: newId() }))
  await sql`insert into identity.role (id, store_id, key, name, permissions, created_at, updated_at)
    select id, ${ctx.storeId}, key, name, array(select json_array_elements_text(permissions)), ${ctx.now()}, ${ctx.now()}
    from json_to_recordset(${JSON.stringify(rows)}) as r(id uuid, key text, name text, permissions json)
    on conflict do nothing`.execute(ctx.db)
}

/** For seeds and the command line; the operation for staff also checks that nobody grants what they lack. */
export async function grantRole(ctx: Ctx, personId: string, roleKey: string): Promise<void> {
  await sql`insert into identity.person_role (store_id, person_id, role_id, granted_at, granted_by)
    select ${ctx.storeId}, ${personId}, id, ${ctx.now()}, ${callerOf(ctx.actor)} from identity.role
    where store_id = ${ctx.storeId} and key = ${roleKey} and archived_at is null on conflict do nothing`.execute(
    ctx.db,
  )
  ctx.emit(personChanged, { ids: [personId] })
}
