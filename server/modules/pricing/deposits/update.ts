/** Changes a deposit; what is left out stays. Orders keep what was asked for them. */
import { sql } from 'kysely'
import { command } from '#kit/operation.ts'
import { patch } from '#kit/patch.ts'
import { permission } from '#kit/policy.ts'
import { Id, Type, Version } from '#kit/types.ts'
import { depositsChanged } from '../events.ts'
import { depositsSnapshot } from './asked.ts'
import { Deposit, checkDeposit, depositFields, lockDeposit, writeDetails } from './deposit.ts'

export const update = command({
  id: 'pricing.deposits.update',
  summary: 'Change a deposit',
  description: 'Texts and amounts are set as a whole.',
  rest: 'PATCH /deposits/:depositId',
  audience: 'staff',
  access: permission('pricing.write'),
  input: Type.Object({ depositId: Id, expectedVersion: Type.Optional(Version), ...patch(depositFields) }),
  output: Deposit,
  async run({ depositId, expectedVersion, ...given }, ctx) {
    const before = await lockDeposit(ctx, depositId, expectedVersion)
    const next = { ...before, ...given }
    await checkDeposit(ctx, next)
    await writeDetails(ctx, depositId, next)
    await sql`update pricing.deposit set tax_category_id = ${next.taxCategoryId}, version = version + 1, updated_at = ${ctx.now()}
      where store_id = ${ctx.storeId} and id = ${depositId}`.execute(ctx.db)
    await ctx.app.snapshots.changed(depositsSnapshot, ctx)
    const after = await lockDeposit(ctx, depositId)
    ctx.emit(depositsChanged, { ids: [depositId] })
    ctx.audit({ subject: 'pricing.deposit', subjectId: depositId, before, after })
    return after
  },
})
