/** Stops working on one task of this store, or on everything; what is queued waits. Running ones end. */
import { sql } from 'kysely'
import type { Ctx } from '#kit/context.ts'
import { NotFound } from '#kit/failure.ts'
import { command, Done } from '#kit/operation.ts'
import { callerOf, permission } from '#kit/policy.ts'
import { Key, Text, Type } from '#kit/types.ts'
import { tasksOf } from './jobs.ts'

export const pause = command({
  id: 'system.jobs.pause',
  summary: 'Pause a task, or all of them',
  rest: 'POST /jobs/pauses',
  audience: 'staff',
  access: permission('system.jobs'),
  input: Type.Object({ name: Type.Optional(Key), reason: Type.Optional(Text(500)) }),
  output: Done,
  failures: [NotFound],
  async run({ name, reason }, ctx) {
    await sql`insert into kit.pause (store_id, task, reason, paused_by, paused_at)
      values (${pausedStore(ctx, name)}, ${name ?? null}, ${reason ?? null}, ${callerOf(ctx.actor)}, ${ctx.now()})
      on conflict (store_id, task) do update set reason = excluded.reason, paused_by = excluded.paused_by, paused_at = excluded.paused_at`.execute(
      ctx.db,
    )
    return { done: true as const }
  },
})

/** What serves the whole installation is paused for all of it. */
export function pausedStore(ctx: Ctx, name: string | undefined): string | null {
  if (name && !tasksOf(ctx.app).includes(name)) throw NotFound({})
  return name && ctx.app.jobs.get(name)?.per === 'installation' ? null : ctx.storeId
}
