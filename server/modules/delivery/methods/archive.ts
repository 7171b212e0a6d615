/** Ends a way of delivery. Carts that chose it choose again; orders keep it. */
import { sql } from 'kysely'
import { command, Done } from '#kit/operation.ts'
import { permission } from '#kit/policy.ts'
import { Id, Type, Version } from '#kit/types.ts'
import { rulesChanged } from '../rules.ts'
import { lockMethod } from './method.ts'

export const archive = command({
  id: 'delivery.methods.archive',
  summary: 'Archive a way of delivery',
  rest: 'DELETE /delivery/methods/:methodId',
  audience: 'staff',
  access: permission('delivery.write'),
  input: Type.Object({ methodId: Id, expectedVersion: Type.Optional(Version) }),
  output: Done,
  async run({ methodId, expectedVersion }, ctx) {
    const before = await lockMethod(ctx, methodId, expectedVersion)
    await sql`update delivery.method set archived_at = ${ctx.now()}, version = version + 1, updated_at = ${ctx.now()}
      where store_id = ${ctx.storeId} and id = ${methodId}`.execute(ctx.db)
    await rulesChanged(ctx, [methodId])
    ctx.audit({ subject: 'delivery.method', subjectId: methodId, before, after: null })
    return { done: true as const }
  },
})
