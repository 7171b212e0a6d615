/** What one operation costs in a large shop: statements, and rows that PostgreSQL looked at. */
import type { Operation } from '#kit/operation.ts'
import { ask, declared, sampleOf, type BigShop } from './big-shop.ts'
import { rowsRead, told } from './plans.ts'

export interface Cost {
  statements: number
  rows: number
  /** Where most of the rows were read. */
  says: string
}

/** They look at everything on purpose, and are counted by their statements alone. */
export const SWEEPS: Record<string, string> = {
  'system.invariants': 'looks for what is wrong anywhere in the database',
  'inventory.reconcile': 'counts what all movements and reservations come to',
  'media.reconcile': 'compares every file kept with every file known',
  'payments.reconcile': 'compares every payment with what the provider says',
  'ledger.prove': 'sums every booking',
}

const TRIES = 3

/** The least of several: what is kept in memory is read anew now and then, and first of all. */
export async function costOf({ shop, plans }: BigShop, operation: Operation): Promise<Cost> {
  const costs: Cost[] = []
  for (let n = 0; n < TRIES; n++) {
    const input = await sampleOf(shop, operation)
    const statements = { count: 0 }
    const scans = await plans.scansOf(() => ask(shop, operation, input, statements).catch(declared))
    const rows = SWEEPS[operation.id] ? 0 : rowsRead(scans)
    costs.push({ statements: statements.count, rows, says: told(scans) })
  }
  return {
    statements: Math.min(...costs.map(({ statements }) => statements)),
    rows: Math.min(...costs.map(({ rows }) => rows)),
    says: costs.at(-1)!.says,
  }
}
