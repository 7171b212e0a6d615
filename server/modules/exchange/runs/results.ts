/** What became of each operation of a large batch, in the order of the file; for whoever sent it. */
import { sql } from 'kysely'
import { query } from '#kit/operation.ts'
import { callerOf, mustOwn, permission } from '#kit/policy.ts'
import { Count, Custom, Flag, Id, Int, List, Nullable, Text, Type, shape, type Static } from '#kit/types.ts'
import { mustMay } from '../resources.ts'
import { readRun } from '../run.ts'

const MOST = 100
/** Of one row; all of them are in `faults`. */
const MOST_FAULTS_SHOWN = 20

const ExchangeResultFault = shape('ExchangeResultFault', {
  column: Text(200, { min: 0 }),
  code: Text(80),
  message: Text(2000),
})

const ExchangeResult = shape('ExchangeResult', {
  line: Count,
  key: Text(200, { min: 0 }),
  done: Flag,
  /** What the operation answers alone; null where it was refused, or its answer is longer than 64 kB. */
  output: Nullable(Custom),
  /** Why it was refused. */
  faults: List(ExchangeResultFault, MOST_FAULTS_SHOWN),
})

export const results = query({
  id: 'exchange.runs.results',
  summary: 'What each operation of a large batch answered',
  description:
    'Of imports of `operations`, for whoever asked for the import: others see how many were done, and the faults. A dry run tells what each would answer.',
  rest: 'GET /exchange/runs/:runId/results',
  audience: 'staff',
  access: permission('exchange.read'),
  input: Type.Object({
    runId: Id,
    /** Only those that were done, or were not. */
    done: Type.Optional(Flag),
    /** Those behind this line; `next` of the page before. */
    behind: Type.Optional(Count),
    limit: Type.Optional(Int(1, MOST)),
  }),
  output: shape('ExchangeResultList', { items: List(ExchangeResult, MOST), next: Nullable(Count) }),
  async run({ runId, done, behind = 0, limit = 20 }, ctx) {
    const run = await readRun(ctx, runId)
    mustMay(ctx, run, 'read')
    mustOwn(run.askedBy === callerOf(ctx.actor))
    const { rows } = await sql<Static<typeof ExchangeResult>>`
      select r.line, r.key, r.done, r.output,
        coalesce((select json_agg(json_build_object('column', f.column_name, 'code', f.code, 'message', f.message) order by f.position)
          from (select * from exchange.fault f where f.run_id = r.run_id and f.line = r.line order by f.position limit ${MOST_FAULTS_SHOWN}) f), '[]') as faults
      from exchange.result r
      where r.store_id = ${ctx.storeId} and r.run_id = ${runId} and r.line > ${behind}
        and ${done === undefined ? sql`true` : sql`r.done = ${done}`}
      order by r.line limit ${limit + 1}`.execute(ctx.db)
    const items = rows.slice(0, limit)
    return { items, next: rows.length > limit ? items.at(-1)!.line : null }
  },
})
