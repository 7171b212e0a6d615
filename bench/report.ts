/** The figures as a table for people and as a file for machines. Targets stand beside what was found. */
import type { CaseName } from './cases.ts'
import type { Idle, Level } from './measure.ts'
import type { ColdStart, StandingMemory } from './standing.ts'
import type { Statements } from './statements.ts'

export interface CaseResult {
  name: CaseName
  says: string
  levels: Level[]
  statements: Statements
}

export interface Result {
  cases: CaseResult[]
  memory: StandingMemory
  coldStart: ColdStart
  idle: Idle
}

interface Target {
  cpuRatio: number
  statements: number
  withReactions?: number
}

export const TARGETS: Record<CaseName, Target> = {
  list: { cpuRatio: 2, statements: 1 },
  // One and a half times what the list may cost by REST.
  graphqlList: { cpuRatio: 3, statements: 1 },
  detail: { cpuRatio: 2, statements: 2 },
  manyVariants: { cpuRatio: 2, statements: 1 },
  keptList: { cpuRatio: 2, statements: 0 },
  keptDetail: { cpuRatio: 2, statements: 0 },
  search: { cpuRatio: 2, statements: 3 },
  facets: { cpuRatio: 3, statements: 3 },
  suggest: { cpuRatio: 2, statements: 1 },
  cart: { cpuRatio: 4, statements: 8 },
  checkout: { cpuRatio: 6, statements: 40, withReactions: 60 },
}
const IDLE_PSS_MB = 200
const COLD_START_MS = 1_500

/** CPU ratios are told at this many connections. */
const TOLD_AT = 16

function toldLevel({ levels }: CaseResult): Level {
  return levels.find(({ connections }) => connections === TOLD_AT)!
}

export function speedTables(result: Omit<Result, 'coldStart'>): string {
  const speed = [
    [
      'case',
      'conn',
      'CPU ms bare',
      'store',
      'of it server',
      'ratio',
      'target',
      'ops/s bare',
      'store',
      'ratio',
    ],
    ...result.cases.flatMap((each) =>
      each.levels.map((level) => [
        level === each.levels[0] ? each.name : '',
        String(level.connections),
        level.bare.cpuMs.toFixed(2),
        level.store.cpuMs.toFixed(2),
        level.store.serverCpuMs.toFixed(2),
        `${level.cpuRatio.toFixed(2)}x`,
        level.connections === TOLD_AT ? verdict(level.cpuRatio, TARGETS[each.name].cpuRatio, 'x') : '',
        level.bare.opsPerSecond.toFixed(0),
        level.store.opsPerSecond.toFixed(0),
        `${level.opsRatio.toFixed(2)}x`,
      ]),
    ),
  ]
  const statements = [
    ['statements', 'in requests', 'target', 'with reactions', 'target', 'seen by PostgreSQL', 'which'],
    ...result.cases.map(({ name, statements: found }) => {
      const target = TARGETS[name]
      const hasReactions = target.withReactions !== undefined
      return [
        name,
        String(found.inRequests),
        verdict(found.inRequests, target.statements),
        hasReactions ? String(found.withReactions) : '',
        hasReactions ? verdict(found.withReactions, target.withReactions!) : '',
        String(found.seen),
        Object.entries({ ...found.requests, ...found.reactions })
          .map(([which, count]) => `${which} ${count}`)
          .join(', '),
      ]
    }),
  ]
  return [speed, statements].map(table).join('\n\n')
}

export function standingTable({ memory, coldStart, idle }: Result): string {
  const percent = (share: number) => `${(share * 100).toFixed(1)} %`
  const standing = [
    ['standing', 'found', 'target', ''],
    [
      'idle memory of the store',
      `${memory.store.pssMb} MB PSS`,
      verdict(memory.store.pssMb, IDLE_PSS_MB, ' MB'),
      `${memory.store.rssMb} MB RSS; PostgreSQL beside it ${memory.postgres.pssMb} MB PSS`,
    ],
    [
      'cold start',
      `${coldStart.medianMs} ms`,
      verdict(coldStart.medianMs, COLD_START_MS, ' ms'),
      `with its PostgreSQL; ${coldStart.allMs.join(', ')}`,
    ],
    [
      'idle CPU of one core',
      percent(idle.store),
      '',
      `PostgreSQL ${percent(idle.postgres)}, bare server ${percent(idle.bare)}`,
    ],
  ]
  return table(standing)
}

export function verdict(found: number, most: number, unit = ''): string {
  return found <= most ? `≤ ${most}${unit}` : `✖ ≤ ${most}${unit}`
}

export function table(rows: string[][]): string {
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)))
  return rows
    .map((row) => `  ${row.map((cell, column) => cell.padEnd(widths[column]!)).join('  ')}`.trimEnd())
    .join('\n')
}

export function forMachines(result: Result, about: object): object {
  return {
    ...about,
    cases: Object.fromEntries(
      result.cases.map((each) => {
        const told = toldLevel(each)
        const { inRequests, withReactions, requests, reactions, seen } = each.statements
        return [
          each.name,
          {
            cpuRatio: told.cpuRatio,
            opsRatio: told.opsRatio,
            statements: inRequests,
            statementsWithReactions: withReactions,
            statementsSeen: seen,
            byOperation: { ...requests, ...reactions },
            levels: each.levels,
          },
        ]
      }),
    ),
    memory: result.memory,
    coldStartMs: result.coldStart.medianMs,
    coldStarts: result.coldStart.allMs,
    idle: result.idle,
  }
}
