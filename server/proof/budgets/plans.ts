/**
 * What PostgreSQL read to answer: the plans of the statements as they ran, told by its own `auto_explain`.
 *
 * Statements inside functions and triggers count too.
 */
import type pg from 'pg'

/** For the database of the shop that is looked at. */
export const TELL_PLANS = {
  session_preload_libraries: 'auto_explain',
  'auto_explain.log_min_duration': '0',
  'auto_explain.log_analyze': 'on',
  'auto_explain.log_timing': 'off',
  'auto_explain.log_format': 'json',
  'auto_explain.log_level': 'notice',
  'auto_explain.log_nested_statements': 'on',
  // Small tables would be read as a whole, and not tell whether they have an index.
  enable_seqscan: 'off',
}

/** A step of a plan that takes rows from a table. */
export interface Scan {
  table: string
  how: string
  /** Rows that were looked at, those left aside included. */
  read: number
  /** All of the table, to leave some aside: nothing that leads to the wanted rows was found. */
  inVain: boolean
}

interface Node {
  'Node Type': string
  'Relation Name'?: string
  Schema?: string
  'Index Name'?: string
  Filter?: string
  'Actual Rows'?: number
  'Actual Loops'?: number
  'Rows Removed by Filter'?: number
  'Rows Removed by Index Recheck'?: number
  Plans?: Node[]
}

export interface PlanWatch {
  /** The scans of all statements that run meanwhile. */
  scansOf(work: () => Promise<unknown>): Promise<Scan[]>
}

export function watchPlans(pool: pg.Pool): PlanWatch {
  const listening = new WeakSet<pg.PoolClient>()
  let heard: string[] | null = null
  pool.on('acquire', (client) => {
    if (listening.has(client)) return
    listening.add(client)
    client.on('notice', ({ message }) => heard?.push(message ?? ''))
  })
  return {
    async scansOf(work) {
      heard = []
      try {
        await work()
        return heard.flatMap(scansIn)
      } finally {
        heard = null
      }
    },
  }
}

/** Tables and indexes of graphile-worker are its own affair. */
const OF_THE_QUEUE = /^_private_/

function scansIn(notice: string): Scan[] {
  const at = notice.indexOf('plan:\n')
  if (at === -1) return []
  const { Plan } = JSON.parse(notice.slice(at + 'plan:\n'.length)) as { Plan: Node }
  return nodesOf(Plan)
    .filter((node) => node['Relation Name'] && !OF_THE_QUEUE.test(node['Relation Name']))
    .map((node) => ({
      table: node['Relation Name']!,
      how: [node['Node Type'], node['Index Name']].filter(Boolean).join(' by '),
      read: Math.round(
        ((node['Actual Rows'] ?? 0) +
          (node['Rows Removed by Filter'] ?? 0) +
          (node['Rows Removed by Index Recheck'] ?? 0)) *
          (node['Actual Loops'] ?? 1),
      ),
      inVain: node['Node Type'] === 'Seq Scan' && node.Filter !== undefined,
    }))
}

function nodesOf(node: Node): Node[] {
  return [node, ...(node.Plans ?? []).flatMap(nodesOf)]
}

export function rowsRead(scans: Scan[]): number {
  return scans.reduce((sum, { read }) => sum + read, 0)
}

/** The greediest steps, for whoever has to find out why. */
export function told(scans: Scan[], most = 3): string {
  return scans
    .toSorted((a, b) => b.read - a.read)
    .slice(0, most)
    .map(({ table, how, read }) => `${read} of ${table} (${how})`)
    .join(', ')
}
