/** A new API key. Nobody makes one that may do more than they may themselves; its secret is told this once. */
import { sql } from 'kysely'
import { failure, invalid } from '#kit/failure.ts'
import { newId } from '#kit/id.ts'
import { command } from '#kit/operation.ts'
import { permission } from '#kit/policy.ts'
import { tidy } from '#kit/text.ts'
import { Count, Instant, Nullable, Type } from '#kit/types.ts'
import { BeyondOwnRights, Permissions, mustBeKnown, mustHold } from '../rights.ts'
import { note } from '../security-event.ts'
import {
  ApiKeyMade,
  KeyKind,
  KeyName,
  Origins,
  Plan,
  keepSecret,
  keyById,
  makerOf,
  mustBeAhead,
  mustBeOrigins,
  newPrefix,
} from './key.ts'

/** Of those that were not revoked. */
const MOST_KEYS = 500

export const TooManyKeys = failure(
  'identity.too_many_keys',
  409,
  Type.Object({ limit: Count }, { additionalProperties: false }),
  {
    en: ({ limit }) => `A store has ${limit} keys at most. Revoke one first.`,
    de: ({ limit }) => `Ein Shop hat höchstens ${limit} Schlüssel. Widerrufen Sie zuerst einen.`,
    ar: ({ limit }) => `الحد الأقصى للمفاتيح في المتجر ${limit}. ألغِ واحداً أولاً.`,
  },
)

export const create = command({
  id: 'identity.keys.create',
  summary: 'Make an API key',
  description: `A secret key may do what its \`permissions\` name, as long as whoever made it may. A publishable key reads what
anybody may read, and may stand in a browser. \`secret\` goes into \`Authorization: Bearer\`; it is told this once.`,
  rest: 'POST /keys',
  audience: 'staff',
  access: permission('keys.write'),
  status: 201,
  tellsSecret: true,
  input: Type.Object({
    name: KeyName,
    kind: KeyKind,
    permissions: Type.Optional(Permissions),
    plan: Type.Optional(Plan),
    origins: Type.Optional(Origins),
    expiresAt: Type.Optional(Nullable(Instant)),
  }),
  output: ApiKeyMade,
  failures: [BeyondOwnRights, TooManyKeys],
  async run({ name, kind, permissions = [], plan = 'standard', origins = [], expiresAt = null }, ctx) {
    const makerId = makerOf(ctx)
    if (kind === 'publishable' && permissions.length > 0)
      throw invalid('permissions', 'publishable', 'A publishable key has no permissions.')
    mustBeKnown(ctx, permissions, [])
    mustHold(ctx, permissions)
    mustBeAhead(expiresAt, ctx)
    const key = { id: newId(), prefix: newPrefix(kind) }
    await sql`insert into identity.api_key (id, store_id, name, kind, prefix, permissions, maker_id, plan, origins, created_at, updated_at, expires_at)
      values (${key.id}, ${ctx.storeId}, ${tidy(name)}, ${kind}, ${key.prefix}, ${[...new Set(permissions)].sort()}, ${makerId}, ${plan},
        ${mustBeOrigins(origins)}, ${ctx.now()}, ${ctx.now()}, ${expiresAt})`.execute(ctx.db)
    await mustBeFew(ctx)
    const secret = await keepSecret(ctx, key)
    await note(ctx, makerId, 'key_made')
    const made = await keyById(ctx, key.id)
    ctx.audit({ subject: 'identity.api_key', subjectId: key.id, before: null, after: made })
    return { ...made, secret }
  },
})

async function mustBeFew(ctx: Parameters<typeof keyById>[0]): Promise<void> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from identity.api_key where store_id = ${ctx.storeId} and revoked_at is null`.execute(
    ctx.db,
  )
  if (rows[0]!.count > MOST_KEYS) throw TooManyKeys({ limit: MOST_KEYS })
}
