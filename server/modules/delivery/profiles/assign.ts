/**
 * Says by which profile products are sent; a product has one at most, so it leaves the one it had.
 *
 * Carts and checkouts follow at once. Products are added and taken away by name, so that one profile may have very many.
 */
import { sql } from 'kysely'
import { invalid } from '#kit/failure.ts'
import { command } from '#kit/operation.ts'
import { permission } from '#kit/policy.ts'
import { Id, List, Type } from '#kit/types.ts'
import { deliveryChanged } from '../events.ts'
import { DeliveryProfile, lockProfile, readProfiles } from './profile.ts'

const MOST_AT_ONCE = 1000
const ProductIds = Type.Optional(List(Id, MOST_AT_ONCE))

export const assign = command({
  id: 'delivery.profiles.assign',
  summary: 'Say which products are sent by a profile',
  rest: 'POST /delivery/profiles/:profileId/products',
  audience: 'staff',
  access: permission('delivery.write'),
  input: Type.Object({ profileId: Id, add: ProductIds, remove: ProductIds }),
  output: DeliveryProfile,
  async run({ profileId, add = [], remove = [] }, ctx) {
    await lockProfile(ctx, profileId, undefined)
    const { rows } = await sql<{ there: string[] }>`
      select array(select id from catalog.product where store_id = ${ctx.storeId} and id = any(${add}::uuid[]) and archived_at is null) as there`.execute(
      ctx.db,
    )
    const there = new Set(rows[0]!.there)
    add.forEach((id, index) => {
      if (!there.has(id)) throw invalid(`add.${index}`, 'unknown', 'There is no such product.')
      if (remove.includes(id))
        throw invalid(`add.${index}`, 'duplicate', 'This product is also to be taken away.')
    })
    await sql`delete from delivery.profile_product
      where store_id = ${ctx.storeId} and profile_id = ${profileId} and product_id = any(${remove}::uuid[])`.execute(
      ctx.db,
    )
    // In one order, so that two who assign the same products do not wait for each other in a circle.
    await sql`insert into delivery.profile_product (store_id, profile_id, product_id)
      select ${ctx.storeId}, ${profileId}, id from unnest(${[...there].toSorted()}::uuid[]) as added(id)
      on conflict (product_id) do update set profile_id = excluded.profile_id`.execute(ctx.db)
    ctx.emit(deliveryChanged, { ids: [profileId] })
    const [after] = await readProfiles(ctx, profileId)
    ctx.audit({ subject: 'delivery.profile', subjectId: profileId, before: null, after: { add, remove } })
    return after!
  },
})
