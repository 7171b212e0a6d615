/** API keys as staff see them. A secret is told once, when it is made; afterwards its beginning tells which it is. */
import { randomBytes } from 'node:crypto'
import { sql, type RawBuilder } from 'kysely'
import type { Ctx } from '#kit/context.ts'
import { Forbidden, NotFound, StaleVersion, failure, invalid } from '#kit/failure.ts'
import { hashToken, newToken } from '#kit/id.ts'
import {
  Id,
  Instant,
  List,
  Nullable,
  Text,
  Token,
  Type,
  Url,
  Version,
  Words,
  shape,
  type Static,
} from '#kit/types.ts'
import { keysChanged } from '../events.ts'
import { Permissions } from '../rights.ts'

/** A publishable one may stand in a browser, and reads what anybody may read. */
export const KeyKind = Words('ApiKeyKind', 'secret', 'publishable')
export const KeyName = Text(120)
/** `https://shop.example`: scheme, host and port of pages that may call with it. */
export const Origins = List(Url, 20)
export const Plan = Words('ApiKeyPlan', 'standard', 'large')

const fields = {
  id: Id,
  name: KeyName,
  kind: KeyKind,
  prefix: Text(40),
  permissions: Permissions,
  makerId: Id,
  plan: Plan,
  origins: Origins,
  version: Version,
  createdAt: Instant,
  expiresAt: Nullable(Instant),
  revokedAt: Nullable(Instant),
  lastUsedAt: Nullable(Instant),
}
export const ApiKey = shape('ApiKey', fields)
export type ApiKey = Static<typeof ApiKey>
export const ApiKeyMade = shape('ApiKeyMade', { ...fields, secret: Token })

export const KeyRevoked = failure(
  'identity.key_revoked',
  409,
  Type.Object({}, { additionalProperties: false }),
  {
    en: 'This key was revoked. Make a new one.',
    de: 'Dieser Schlüssel wurde widerrufen. Legen Sie einen neuen an.',
    ar: 'أُلغي هذا المفتاح. أنشئ مفتاحاً جديداً.',
  },
)

/** Columns of an ApiKey, in its property names; `k` is the table. */
export const keyColumns: RawBuilder<unknown> = sql`k.id, k.name, k.kind, k.prefix, k.permissions, k.maker_id as "makerId", k.plan,
  k.origins, k.version, kit.utc(k.created_at) as "createdAt", kit.utc(k.expires_at) as "expiresAt",
  kit.utc(k.revoked_at) as "revokedAt", kit.utc(k.last_used_at) as "lastUsedAt"`

export async function keyById(ctx: Ctx, keyId: string): Promise<ApiKey> {
  const { rows } = await sql<ApiKey>`
    select ${keyColumns} from identity.api_key k where k.store_id = ${ctx.storeId} and k.id = ${keyId}`.execute(
    ctx.db,
  )
  if (!rows[0]) throw NotFound({})
  return rows[0]
}

/** As it is until the commit. */
export async function lockKey(ctx: Ctx, keyId: string, expectedVersion?: number): Promise<ApiKey> {
  const { rows } = await sql<ApiKey>`
    select ${keyColumns} from identity.api_key k where k.store_id = ${ctx.storeId} and k.id = ${keyId} for update`.execute(
    ctx.db,
  )
  if (!rows[0]) throw NotFound({})
  if (expectedVersion !== undefined && expectedVersion !== rows[0].version)
    throw StaleVersion({ currentVersion: rows[0].version })
  return rows[0]
}

/** Keys are made by people, who answer for them: no key makes another. */
export function makerOf({ actor }: Ctx): string {
  if (actor.kind !== 'person') throw Forbidden({})
  return actor.personId
}

/** After a change: what stands there now, told to whoever watches something with the key. */
export async function changedKey(ctx: Ctx, before: ApiKey): Promise<ApiKey> {
  const now = await keyById(ctx, before.id)
  ctx.emit(keysChanged, { ids: [before.id] })
  ctx.audit({ subject: 'identity.api_key', subjectId: before.id, before, after: now })
  return now
}

export const newPrefix = (kind: Static<typeof KeyKind>) =>
  `qs_${kind === 'secret' ? 'sk' : 'pk'}_${randomBytes(6).toString('hex')}`

/** The whole text of the key. Only its hash stays. */
export async function keepSecret(ctx: Ctx, { id, prefix }: Pick<ApiKey, 'id' | 'prefix'>): Promise<string> {
  const secret = `${prefix}_${newToken()}`
  await sql`insert into identity.api_key_secret (secret_hash, store_id, key_id, created_at)
    values (${hashToken(secret)}, ${ctx.storeId}, ${id}, ${ctx.now()})`.execute(ctx.db)
  return secret
}

export function mustBeOrigins(origins: string[]): string[] {
  const wrong = origins.findIndex((each) => new URL(each).origin !== each)
  if (wrong >= 0)
    throw invalid(
      `origins.${wrong}`,
      'origin',
      'An origin is scheme, host and port alone, such as https://shop.example.',
    )
  return [...new Set(origins)].sort()
}

export function mustBeAhead(expiresAt: string | null | undefined, ctx: Ctx): void {
  if (expiresAt && new Date(expiresAt) <= ctx.now())
    throw invalid('expiresAt', 'too_early', 'This must be in the future.')
}
