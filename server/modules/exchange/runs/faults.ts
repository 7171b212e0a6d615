/** What is wrong with the rows of an import, in the order of the file; all of it is in the file that the run links to. */
import { sql } from 'kysely'
import { query } from '#kit/operation.ts'
import { permission } from '#kit/policy.ts'
import { Count, Id, Int, List, Nullable, Text, Type, shape, type Static } from '#kit/types.ts'
import { mustMay } from '../resources.ts'
import { readRun } from '../run.ts'

const MOST = 100

const ExchangeFault = shape('ExchangeFault', {
  position: Count,
  /** As spreadsheets number them: the line of column names is 1. */
  line: Count,
  column: Text(200, { min: 0 }),
  code: Text(80),
  message: Text(2000),
})

export const faults = query({
  id: 'exchange.runs.faults',
  summary: 'What is wrong with the rows of an import',
  rest: 'GET /exchange/runs/:runId/faults',
  audience: 'staff',
  access: permission('exchange.read'),
  input: Type.Object({
    runId: Id,
    /** Those behind this position; `next` of the page before. */
    behind: Type.Optional(Count),
    limit: Type.Optional(Int(1, MOST)),
  }),
  output: shape('ExchangeFaultList', { items: List(ExchangeFault, MOST), next: Nullable(Count) }),
  async run({ runId, behind = -1, limit = 20 }, ctx) {
    mustMay(ctx, await readRun(ctx, runId), 'read')
    const { rows } = await sql<Static<typeof ExchangeFault>>`
      select position, line, column_name as "column", code, message from exchange.fault
      where store_id = ${ctx.storeId} and run_id = ${runId} and position > ${behind} order by position limit ${limit + 1}`.execute(
      ctx.db,
    )
    const items = rows.slice(0, limit)
    return { items, next: rows.length > limit ? items.at(-1)!.position : null }
  },
})
