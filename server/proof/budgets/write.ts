/** Writes `budgets.json`: for operations that have no budget, or with `--all` for all. What it writes is for review. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { openBigShop } from './big-shop.ts'
import { costOf, SWEEPS } from './measure.ts'

export interface Budget {
  statements: number
  rows: number
  milliseconds: number
}
export type Budgets = Record<string, Budget>

const FILE = join(import.meta.dirname, 'budgets.json')
/** Twice what was read, and some more for the little that carts and lists grow by while all is tried. */
const ROOM = { times: 2, rows: 150 }
/** A sweep sends one statement for each thing it looks after, and these become more. */
const SWEEP_STATEMENTS = 20
const STEP = 10

if (import.meta.main) {
  const known: Budgets = existsSync(FILE) ? (JSON.parse(readFileSync(FILE, 'utf8')) as Budgets) : {}
  const big = await openBigShop()
  await big.grow()
  const lines: string[] = []
  for (const operation of [...big.shop.app.operations.values()].toSorted((a, b) => (a.id < b.id ? -1 : 1))) {
    const kept = process.argv.includes('--all') ? undefined : known[operation.id]
    lines.push(`  ${JSON.stringify(operation.id)}: ${lineOf(kept ?? (await fresh(operation)))}`)
  }
  await big.close()
  writeFileSync(FILE, `{\n${lines.join(',\n')}\n}\n`)

  async function fresh(operation: Parameters<typeof costOf>[1]): Promise<Budget> {
    const { statements, rows } = await costOf(big, operation)
    return {
      statements: statements + (SWEEPS[operation.id] ? SWEEP_STATEMENTS : 0),
      rows: Math.ceil((rows * ROOM.times + ROOM.rows) / STEP) * STEP,
      milliseconds: operation.deadlineMs,
    }
  }
}

function lineOf({ statements, rows, milliseconds }: Budget): string {
  return `{ "statements": ${statements}, "rows": ${rows}, "milliseconds": ${milliseconds} }`
}
