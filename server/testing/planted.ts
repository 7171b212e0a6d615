/**
 * Plants a fault that the database would refuse, and asks an invariant whether it sees it.
 *
 * All in one transaction that is rolled back: triggers and foreign keys are off, and the
 * plant drops the constraints that are in its way.
 */
import type { App } from '#kit/app.ts'
import type { Invariant } from '#kit/module.ts'

/** Answers the rows that break it, with the fault and without. */
export async function withFault(
  app: App,
  invariant: Invariant,
  plant: string,
): Promise<{ planted: unknown[]; before: unknown[] }> {
  const before = (await app.pool.pg.query(invariant.sql)).rows
  const client = await app.pool.pg.connect()
  try {
    await client.query('begin')
    await client.query('set local session_replication_role = replica')
    await client.query(plant)
    return { before, planted: (await client.query(invariant.sql)).rows }
  } finally {
    await client.query('rollback')
    client.release()
  }
}
