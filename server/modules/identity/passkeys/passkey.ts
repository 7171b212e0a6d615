/** A passkey as its owner sees it, and as the store keeps it. */
import { sql, type RawBuilder } from 'kysely'
import type { Ctx } from '#kit/context.ts'
import { Unauthenticated, failure } from '#kit/failure.ts'
import { newId } from '#kit/id.ts'
import { tidy } from '#kit/text.ts'
import { Count, Flag, Id, Instant, Nullable, Text, Type, shape, type Static } from '#kit/types.ts'
import type { NewKey } from './registration.ts'

/** A telephone, a computer, a key on the key ring, each twice over. */
export const MOST_PASSKEYS = 20

/** How its owner tells it from others. */
export const PasskeyName = Text(60)

export const Passkey = shape('Passkey', {
  id: Id,
  name: PasskeyName,
  /** Kept by a password manager or a cloud, so that it outlives the device. */
  isBackedUp: Flag,
  createdAt: Instant,
  lastUsedAt: Nullable(Instant),
})
export type Passkey = Static<typeof Passkey>

export const TooManyPasskeys = failure(
  'identity.too_many_passkeys',
  409,
  Type.Object({ limit: Count }, { additionalProperties: false }),
  {
    en: ({ limit }) => `An account has ${limit} passkeys at most. Remove one first.`,
    de: ({ limit }) => `Ein Konto hat höchstens ${limit} Passkeys. Entfernen Sie zuerst einen.`,
    ar: ({ limit }) => `لا يزيد عدد مفاتيح المرور في الحساب على ${limit}. احذف واحداً أولاً.`,
  },
)

/** Columns of a Passkey, in its property names. */
export const passkeyColumns: RawBuilder<unknown> = sql`id, name, backed_up as "isBackedUp",
  kit.utc(created_at) as "createdAt", kit.utc(last_used_at) as "lastUsedAt"`

export interface Owner {
  id: string
  email: string
  name: string
  locale: string
}

/** The one who acts. What is read of their passkeys after this is still so at the end. */
export async function lockOwner(ctx: Ctx): Promise<Owner> {
  if (ctx.actor.kind !== 'person') throw Unauthenticated({})
  const { rows } = await sql<Owner>`
    select id, email, name, locale from identity.person
    where store_id = ${ctx.storeId} and id = ${ctx.actor.personId} and archived_at is null for update`.execute(
    ctx.db,
  )
  if (!rows[0]) throw Unauthenticated({})
  return rows[0]
}

/** Null when the store knows this key already. */
export async function keepPasskey(
  ctx: Ctx,
  personId: string,
  key: NewKey,
  name: string,
): Promise<Passkey | null> {
  const { rows } = await sql<Passkey>`
    insert into identity.passkey (id, store_id, person_id, credential_id, public_key, counter, transports, name, backed_up, created_at)
    values (${newId()}, ${ctx.storeId}, ${personId}, ${key.credentialId}, ${key.publicKey}, ${key.counter}, ${key.transports}::text[],
      ${tidy(name)}, ${key.isBackedUp}, ${ctx.now()})
    on conflict (store_id, credential_id) do nothing returning ${passkeyColumns}`.execute(ctx.db)
  return rows[0] ?? null
}
