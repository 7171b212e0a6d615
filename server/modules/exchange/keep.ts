/** What became of rows, in the transaction that wrote them: the checkpoint behind them, their faults and their answers. */
import { sql } from 'kysely'
import type { Ctx } from '#kit/context.ts'
import type { Fault } from '#kit/resource.ts'
import type { Given } from './chunks.ts'
import { MOST_ANSWER, MOST_FAULTS } from './limits.ts'
import type { Outcome } from './take.ts'
import type { Work } from './work-at.ts'

/** Answers the faults of the run so far. */
export async function keep(
  ctx: Ctx,
  { run, resource }: Work,
  taken: Given[],
  outcome: Outcome,
): Promise<number> {
  const { created, changed, same, faulty, faults } = outcome
  const { rows } = await sql<{ before: number }>`
    update exchange.run set rows_created = rows_created + ${created}, rows_changed = rows_changed + ${changed},
      rows_same = rows_same + ${same}, rows_faulty = rows_faulty + ${faulty}, rows_done = rows_done + ${created + changed + same + faulty},
      fault_count = fault_count + ${faults.length}, version = version + 1, updated_at = ${ctx.now()}
    where store_id = ${ctx.storeId} and id = ${run.id} returning fault_count - ${faults.length}::int as before`.execute(
    ctx.db,
  )
  const { before } = rows[0]!
  if (faults.length > 0) await keepFaults(ctx, run.id, before, faults)
  if (resource.answers) await keepAnswers(ctx, run.id, resultsOf(resource.key[0]!, taken, outcome))
  return before + faults.length
}

async function keepFaults(ctx: Ctx, runId: string, before: number, faults: Fault[]): Promise<void> {
  const given = faults.slice(0, Math.max(0, MOST_FAULTS - before)).map((fault, index) => ({
    ...fault,
    position: before + index,
  }))
  await sql`
    insert into exchange.fault (store_id, run_id, position, line, column_name, code, message)
    select ${ctx.storeId}, ${runId}, position, line, "column", code, message
    from json_to_recordset(${JSON.stringify(given)}) as f(position int, line int, "column" text, code text, message text)`.execute(
    ctx.db,
  )
}

function resultsOf(key: string, taken: Given[], { faults, answers }: Outcome): object[] {
  const refused = new Set(faults.map(({ line }) => line))
  return taken.map(({ line, cells }) => {
    const output = answers.get(line) ?? null
    const isKept = JSON.stringify(output).length <= MOST_ANSWER
    return { line, key: String(cells[key] ?? ''), done: !refused.has(line), output: isKept ? output : null }
  })
}

async function keepAnswers(ctx: Ctx, runId: string, results: object[]): Promise<void> {
  await sql`
    insert into exchange.result (store_id, run_id, line, key, done, output)
    select ${ctx.storeId}, ${runId}, line, left(key, 200), done, nullif(output, 'null')
    from json_to_recordset(${JSON.stringify(results)}) as r(line int, key text, done boolean, output jsonb)`.execute(
    ctx.db,
  )
}
