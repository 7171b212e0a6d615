/** Says which deposits are asked for one of a variant, and how many of each: a crate and its twenty bottles. */
import { sql } from 'kysely'
import { NotFound, invalid } from '#kit/failure.ts'
import { command } from '#kit/operation.ts'
import { permission } from '#kit/policy.ts'
import { Id, Type } from '#kit/types.ts'
import { pricesChanged } from '../events.ts'
import { VariantDeposits, depositsOf } from './deposit.ts'

export const assign = command({
  id: 'pricing.deposits.assign',
  summary: 'Say which deposits go with a variant',
  description: 'As a whole; none takes all off it. Orders keep what was asked for them.',
  rest: 'PUT /variants/:variantId/deposits',
  audience: 'staff',
  access: permission('pricing.write'),
  input: Type.Object({ variantId: Id, ...VariantDeposits.properties }),
  output: VariantDeposits,
  failures: [NotFound],
  async run({ variantId, items }, ctx) {
    const { rows } = await sql`
      select 1 from catalog.variant where store_id = ${ctx.storeId} and id = ${variantId} and archived_at is null for update`.execute(
      ctx.db,
    )
    if (rows.length === 0) throw NotFound({})
    const ids = items.map(({ depositId }) => depositId)
    // Held against being archived meanwhile.
    const { rows: there } = await sql<{ id: string }>`
      select id from pricing.deposit where store_id = ${ctx.storeId} and id = any(${ids}::uuid[]) and archived_at is null
      order by id for share`.execute(ctx.db)
    items.forEach(({ depositId }, index) => {
      if (!there.some(({ id }) => id === depositId))
        throw invalid(`items.${index}.depositId`, 'unknown', 'There is no such deposit.')
      if (ids.indexOf(depositId) < index)
        throw invalid(`items.${index}.depositId`, 'duplicate', 'This deposit is named above.')
    })
    const before = await depositsOf(ctx, variantId)
    await sql`
      with gone as (
        delete from pricing.variant_deposit where store_id = ${ctx.storeId} and variant_id = ${variantId} and deposit_id <> all(${ids}::uuid[])
      )
      insert into pricing.variant_deposit (store_id, variant_id, deposit_id, count)
      select ${ctx.storeId}, ${variantId}, g."depositId", g.count from json_to_recordset(${JSON.stringify(items)}) as g("depositId" uuid, count int)
      on conflict (variant_id, deposit_id) do update set count = excluded.count`.execute(ctx.db)
    const after = await depositsOf(ctx, variantId)
    ctx.emit(pricesChanged, { ids: [variantId] })
    ctx.audit({ subject: 'pricing.variant_deposit', subjectId: variantId, before, after })
    return after
  },
})
