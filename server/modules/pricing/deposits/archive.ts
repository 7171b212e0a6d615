/** A deposit is asked for nothing any more. Of orders that had it, it can still be given back. */
import { sql } from 'kysely'
import { command, Done } from '#kit/operation.ts'
import { permission } from '#kit/policy.ts'
import { Id, Type, Version } from '#kit/types.ts'
import { depositsChanged } from '../events.ts'
import { depositsSnapshot } from './asked.ts'
import { lockDeposit } from './deposit.ts'

export const archive = command({
  id: 'pricing.deposits.archive',
  summary: 'Archive a deposit',
  rest: 'DELETE /deposits/:depositId',
  audience: 'staff',
  access: permission('pricing.write'),
  input: Type.Object({ depositId: Id, expectedVersion: Type.Optional(Version) }),
  output: Done,
  async run({ depositId, expectedVersion }, ctx) {
    const before = await lockDeposit(ctx, depositId, expectedVersion)
    await sql`with taken_off as (delete from pricing.variant_deposit where deposit_id = ${depositId})
      update pricing.deposit set archived_at = ${ctx.now()}, version = version + 1, updated_at = ${ctx.now()}
      where store_id = ${ctx.storeId} and id = ${depositId}`.execute(ctx.db)
    await ctx.app.snapshots.changed(depositsSnapshot, ctx)
    ctx.emit(depositsChanged, { ids: [depositId] })
    ctx.audit({ subject: 'pricing.deposit', subjectId: depositId, before, after: null })
    return { done: true as const }
  },
})
