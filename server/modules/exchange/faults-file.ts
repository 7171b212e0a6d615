/** The faults of an import as a file, for whoever mends them. */
import { sql } from 'kysely'
import { buffer } from 'node:stream/consumers'
import type { Ctx } from '#kit/context.ts'
import { writeCsv } from './formats/csv.ts'

export async function faultsFile(ctx: Ctx, runId: string): Promise<Buffer> {
  const { rows } = await sql<{ line: number; column: string; code: string; message: string }>`
    select line, column_name as "column", code, message from exchange.fault
    where store_id = ${ctx.storeId} and run_id = ${runId} order by position`.execute(ctx.db)
  const told = async function* () {
    for (const { line, column, code, message } of rows) yield [line, column, code, message]
  }
  return buffer(writeCsv(['row', 'column', 'code', 'message'], told()))
}
