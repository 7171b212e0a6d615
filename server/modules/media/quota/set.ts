/** Sets how much a store may keep: for whoever runs the installation, and not for the store. */
import { sql } from 'kysely'
import { invalid } from '#kit/failure.ts'
import { command } from '#kit/operation.ts'
import { system } from '#kit/policy.ts'
import { Count, Type } from '#kit/types.ts'
import { MediaUsage, readUsage } from '../quota.ts'

export const set = command({
  id: 'media.quota.set',
  summary: 'Set how much a store may keep',
  rest: 'PUT /media/quota',
  audience: 'system',
  access: system,
  input: Type.Object({ quotaBytes: Count }),
  output: MediaUsage,
  async run({ quotaBytes }, ctx) {
    await sql`insert into media.allowance (store_id) values (${ctx.storeId}) on conflict do nothing`.execute(
      ctx.db,
    )
    await sql`select 1 from media.allowance where store_id = ${ctx.storeId} for update`.execute(ctx.db)
    const before = await readUsage(ctx)
    if (quotaBytes < before.usedBytes)
      throw invalid('quotaBytes', 'too_small', `The store keeps ${before.usedBytes} bytes already.`)
    await sql`update media.allowance set quota_bytes = ${quotaBytes} where store_id = ${ctx.storeId}`.execute(
      ctx.db,
    )
    ctx.audit({
      subject: 'settings.store',
      subjectId: ctx.storeId,
      before: { quotaBytes: before.quotaBytes },
      after: { quotaBytes },
    })
    return readUsage(ctx)
  },
})
