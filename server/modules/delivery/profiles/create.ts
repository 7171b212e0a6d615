import { sql } from 'kysely'
import { failure, invalid } from '#kit/failure.ts'
import { newId } from '#kit/id.ts'
import { command } from '#kit/operation.ts'
import { permission } from '#kit/policy.ts'
import { tidy } from '#kit/text.ts'
import { Count, Key, Type } from '#kit/types.ts'
import { rulesChanged } from '../rules.ts'
import { DeliveryProfile, MOST_PROFILES, fields, readProfiles } from './profile.ts'

export const TooManyProfiles = failure(
  'delivery.too_many_profiles',
  409,
  Type.Object({ limit: Count }, { additionalProperties: false }),
  {
    en: ({ limit }) => `A store has ${limit} shipping profiles at most.`,
    de: ({ limit }) => `Ein Shop hat höchstens ${limit} Versandprofile.`,
    ar: ({ limit }) => `الحد الأقصى لملفات الشحن في المتجر ${limit}.`,
  },
)

export const create = command({
  id: 'delivery.profiles.create',
  summary: 'Add a shipping profile',
  description:
    'Ways of delivery may have rates of their own for its goods. What goods of several profiles cost together is said by `combination` of each way.',
  rest: 'POST /delivery/profiles',
  audience: 'staff',
  access: permission('delivery.write'),
  status: 201,
  input: Type.Object({ key: Key, ...fields, namedOnly: Type.Optional(fields.namedOnly) }),
  output: DeliveryProfile,
  failures: [TooManyProfiles],
  async run({ key, name, namedOnly = false }, ctx) {
    const id = newId()
    const { rows } = await sql<{ count: number }>`
      with made as (
        insert into delivery.profile (id, store_id, key, name, named_only, created_at, updated_at)
        values (${id}, ${ctx.storeId}, ${key}, ${tidy(name)}, ${namedOnly}, ${ctx.now()}, ${ctx.now()})
        on conflict (store_id, key) where archived_at is null do nothing returning id
      )
      select (select count(*) from delivery.profile where store_id = ${ctx.storeId} and archived_at is null) as count from made`.execute(
      ctx.db,
    )
    const [made] = rows
    if (!made) throw invalid('key', 'taken', 'There is a profile with this key already.')
    if (made.count >= MOST_PROFILES) throw TooManyProfiles({ limit: MOST_PROFILES })
    await rulesChanged(ctx, [id])
    const [after] = await readProfiles(ctx, id)
    ctx.audit({ subject: 'delivery.profile', subjectId: id, before: null, after })
    return after!
  },
})
