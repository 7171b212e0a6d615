/**
 * Proves the store: every invariant is a query that must return no row.
 *
 * Also a job, whose result is a metric; the tests and the crash runs call it too.
 */
import { sql } from 'kysely'
import type { App } from '#kit/app.ts'
import { query, Nothing } from '#kit/operation.ts'
import { permission } from '#kit/policy.ts'
import { Count, Flag, List, Text, shape, type Static } from '#kit/types.ts'

/** Rows shown of each broken invariant. */
const SHOWN = 5

const InvariantResult = shape('InvariantResult', {
  id: Text(80),
  says: Text(500),
  holds: Flag,
  broken: Count,
  /** The first rows that break it, as JSON text: ids and amounts, no personal data. */
  rows: List(Text(2000), SHOWN),
})

export const InvariantReport = shape('InvariantReport', { holds: Flag, items: List(InvariantResult, 500) })

export async function checkInvariants(
  app: Pick<App, 'modules' | 'pool'>,
): Promise<Static<typeof InvariantReport>> {
  const items: Static<typeof InvariantResult>[] = []
  for (const invariant of app.modules.flatMap((module) => module.invariants)) {
    const { rows } = await sql.raw<Record<string, unknown>>(invariant.sql).execute(app.pool.db)
    items.push({
      id: invariant.id,
      says: invariant.says,
      holds: rows.length === 0,
      broken: rows.length,
      rows: rows.slice(0, SHOWN).map((row) => JSON.stringify(row).slice(0, 2000)),
    })
  }
  return { holds: items.every((item) => item.holds), items }
}

export const invariants = query({
  id: 'system.invariants',
  summary: 'Prove that money, stock and orders are consistent',
  rest: 'GET /invariants',
  audience: 'staff',
  access: permission('system.read'),
  input: Nothing,
  output: InvariantReport,
  run: (_, ctx) => checkInvariants(ctx.app),
})
