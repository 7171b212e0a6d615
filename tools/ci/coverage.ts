/**
 * How much of each module the tests reach, and whether the code of money and stock is reached enough.
 *
 *   node tools/ci.ts coverage       runs the tests and shows the table
 *   node tools/ci.ts coverage server/modules/tax
 *
 * The whole run of the tests is measured as it goes (one run, not two), and ends with this check. Proofs
 * and journeys come on top and are not counted.
 */
import { readFileSync } from 'node:fs'

export interface FileCoverage {
  /** From the root, with forward slashes. */
  path: string
  lines: number
  coveredLines: number
  branches: number
  coveredBranches: number
}

interface Share {
  /** In percent of all lines, of all branches. */
  lines: number
  branches: number
}

/** What begins with these must be reached at least so far, in percent. */
export const THRESHOLDS: Record<string, Share> = {
  'server/kit/money.ts': { lines: 97, branches: 90 },
  'server/modules/ledger/': { lines: 97, branches: 85 },
  'server/modules/payments/': { lines: 90, branches: 80 },
  'server/modules/cart/totals.ts': { lines: 100, branches: 95 },
  'server/modules/cart/': { lines: 90, branches: 80 },
  'server/modules/orders/': { lines: 90, branches: 80 },
  'server/modules/inventory/': { lines: 90, branches: 85 },
  'server/modules/tax/': { lines: 97, branches: 90 },
}

export function shareOf(files: FileCoverage[]): Share {
  const sum = (of: (file: FileCoverage) => number) => files.reduce((total, file) => total + of(file), 0)
  const percent = (covered: number, all: number) => (all === 0 ? 100 : (100 * covered) / all)
  return {
    lines: percent(
      sum((file) => file.coveredLines),
      sum((file) => file.lines),
    ),
    branches: percent(
      sum((file) => file.coveredBranches),
      sum((file) => file.branches),
    ),
  }
}

/** `server/modules/cart/`, `server/kit/`, `packages/ui/`: what a file is counted under. */
export function moduleOf(path: string): string {
  const parts = path.split('/')
  const deep = ['modules', 'adapters'].includes(parts[1] ?? '') ? 3 : 2
  return parts.length > deep ? `${parts.slice(0, deep).join('/')}/` : `${parts.slice(0, -1).join('/')}/`
}

export function table(files: FileCoverage[]): string {
  const rows = [...Map.groupBy(files, ({ path }) => moduleOf(path))].sort(([a], [b]) => (a < b ? -1 : 1))
  const width = Math.max(...rows.map(([name]) => name.length))
  const line = (name: string, { lines, branches }: Share) =>
    `${name.padEnd(width)}  ${lines.toFixed(1).padStart(5)} %  ${branches.toFixed(1).padStart(5)} %`
  return [
    `${'module'.padEnd(width)}    lines  branches`,
    ...rows.map(([name, those]) => line(name, shareOf(those))),
    line('all', shareOf(files)),
  ].join('\n')
}

/** What is reached too little, each as a sentence with the files to look at. */
export function shortfalls(files: FileCoverage[], thresholds = THRESHOLDS): string[] {
  return Object.entries(thresholds).flatMap(([start, least]) => {
    const those = files.filter(({ path }) => path.startsWith(start))
    if (those.length === 0) return [`${start} was not measured at all.`]
    const { lines, branches } = shareOf(those)
    if (lines >= least.lines && branches >= least.branches) return []
    const worst = those
      .map((file) => ({ path: file.path, missed: file.lines - file.coveredLines }))
      .sort((a, b) => b.missed - a.missed)
      .slice(0, 5)
      .filter(({ missed }) => missed > 0)
    return [
      `${start} reaches ${lines.toFixed(1)} % of lines and ${branches.toFixed(1)} % of branches; ` +
        `${least.lines} % and ${least.branches} % are needed. Look at: ${worst
          .map(({ path, missed }) => `${path} (${missed} lines)`)
          .join(', ')}.`,
    ]
  })
}

if (import.meta.main) {
  const [measured = '', ...paths] = process.argv.slice(2)
  const files = JSON.parse(readFileSync(measured, 'utf8')) as FileCoverage[]
  console.log(table(files))
  const asked = Object.entries(THRESHOLDS).filter(
    ([start]) => paths.length === 0 || paths.some((path) => start.startsWith(path)),
  )
  const faults = shortfalls(files, Object.fromEntries(asked))
  for (const fault of faults) console.error(fault)
  process.exitCode = faults.length > 0 ? 1 : 0
}
