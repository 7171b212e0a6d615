/** Ends a run that has not ended. What an import has written by then stays; no further row is. */
import { sql } from 'kysely'
import { failure } from '#kit/failure.ts'
import { command } from '#kit/operation.ts'
import { permission } from '#kit/policy.ts'
import { Id, Type } from '#kit/types.ts'
import { mustMay } from '../resources.ts'
import { ExchangeRun, RunState, readRun, shown } from '../run.ts'

export const RunEnded = failure(
  'exchange.run_ended',
  409,
  Type.Object({ state: RunState }, { additionalProperties: false }),
  {
    en: ({ state }) => `It has ended already: ${state}.`,
    de: 'Der Lauf ist schon zu Ende.',
    ar: 'انتهت هذه العملية من قبل.',
  },
)

export const cancel = command({
  id: 'exchange.runs.cancel',
  summary: 'Cancel an import or export',
  rest: 'POST /exchange/runs/:runId/cancellation',
  audience: 'staff',
  access: permission('exchange.write'),
  input: Type.Object({ runId: Id }),
  output: ExchangeRun,
  failures: [RunEnded],
  async run({ runId }, ctx) {
    const before = await readRun(ctx, runId)
    mustMay(ctx, before, before.kind === 'import' ? 'write' : 'read')
    const { rows } = await sql`
      update exchange.run set state = 'cancelled', ended_at = ${ctx.now()}, updated_at = ${ctx.now()}, version = version + 1
      where store_id = ${ctx.storeId} and id = ${runId} and state in ('waiting', 'running') returning id`.execute(
      ctx.db,
    )
    const after = await readRun(ctx, runId)
    if (rows.length === 0) throw RunEnded({ state: after.state })
    ctx.audit({
      subject: 'exchange.run',
      subjectId: runId,
      before: shown(ctx, before),
      after: shown(ctx, after),
    })
    return shown(ctx, after)
  },
})
