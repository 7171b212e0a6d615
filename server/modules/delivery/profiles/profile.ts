/** A shipping profile: goods that are sent in a way of their own, because they are bulky, cold or fit into a letter. */
import { sql } from 'kysely'
import type { Ctx } from '#kit/context.ts'
import { NotFound, StaleVersion } from '#kit/failure.ts'
import { Count, Flag, Id, Key, Text, Version, shape, type Static } from '#kit/types.ts'

export const MOST_PROFILES = 100

export const DeliveryProfile = shape('DeliveryProfile', {
  id: Id,
  key: Key,
  name: Text(120),
  /** Its goods go only by ways of delivery that name a rate for it; else also by general rates. */
  namedOnly: Flag,
  /** How many products are sent by it. */
  productCount: Count,
  version: Version,
})
export type DeliveryProfile = Static<typeof DeliveryProfile>

export const fields = { name: Text(120), namedOnly: Flag }

/** One profile, or with no id all of them. */
export async function readProfiles(ctx: Ctx, id?: string): Promise<DeliveryProfile[]> {
  const { rows } = await sql<DeliveryProfile>`
    select f.id, f.key, f.name, f.named_only as "namedOnly", f.version,
      (select count(*) from delivery.profile_product pp where pp.store_id = f.store_id and pp.profile_id = f.id) as "productCount"
    from delivery.profile f where f.store_id = ${ctx.storeId} and f.archived_at is null and ${id === undefined ? sql`true` : sql`f.id = ${id}`}
    order by f.key limit ${MOST_PROFILES}`.execute(ctx.db)
  return rows
}

export async function lockProfile(
  ctx: Ctx,
  id: string,
  expectedVersion: number | undefined,
): Promise<DeliveryProfile> {
  const { rows } = await sql<{ version: number }>`
    select version from delivery.profile where store_id = ${ctx.storeId} and id = ${id} and archived_at is null for update`.execute(
    ctx.db,
  )
  const [found] = rows
  if (!found) throw NotFound({})
  if (expectedVersion !== undefined && expectedVersion !== found.version)
    throw StaleVersion({ currentVersion: found.version })
  return (await readProfiles(ctx, id))[0]!
}
