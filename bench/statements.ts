/**
 * SQL statements of one operation, begin and commit included: as the kit counts them in `/metrics`, and
 * as PostgreSQL saw them in its log.
 *
 * The median of a few operations, for now and then a request reads the stores anew.
 */
import { setTimeout as sleep } from 'node:timers/promises'
import type { Case } from './cases.ts'
import { openConnection } from './load.ts'
import { median, type Bench } from './measure.ts'
import type { Rig } from './rig.ts'
import { watchOver } from './watch.ts'

const OPERATIONS = 7

export interface Statements {
  /** By operation, and by route what is none: the webhook. */
  requests: Record<string, number>
  reactions: Record<string, number>
  inRequests: number
  withReactions: number
  /** All that PostgreSQL saw from the store, also dispatcher, queue and heartbeat. */
  seen: number
}

export async function countStatements(bench: Bench, each: Case): Promise<Statements> {
  const { rig } = bench
  const watch = watchOver(rig.store.database)
  const first = bench.take(OPERATIONS)
  await each.prepare(rig.store, first, OPERATIONS)
  const connection = await openConnection(rig.store.port)
  const found: Counted[] = []
  await logStatements(rig, true)
  try {
    await watch.atRest()
    for (let n = first; n < first + OPERATIONS; n++) {
      const before = await scrape(rig.store.port)
      const logged = rig.log.size()
      await each.work(rig.store, watch, connection, n)
      await watch.atRest()
      found.push(countedBetween(before, await scrape(rig.store.port), rig.log.since(logged)))
    }
  } finally {
    connection.close()
    await logStatements(rig, false)
  }
  const requests = medians(found.map((each) => each.requests))
  const reactions = medians(found.map((each) => each.reactions))
  const inRequests = sum(requests)
  return {
    requests,
    reactions,
    inRequests,
    withReactions: inRequests + sum(reactions),
    seen: median(found.map((each) => each.seen)),
  }
}

interface Counted {
  requests: Record<string, number>
  reactions: Record<string, number>
  seen: number
}

function countedBetween(before: Map<string, number>, after: Map<string, number>, log: string): Counted {
  const requests: Record<string, number> = {}
  const reactions: Record<string, number> = {}
  for (const [operation, count] of after) {
    const more = count - (before.get(operation) ?? 0)
    if (more === 0 || operation.startsWith('job:')) continue
    if (operation.startsWith('reaction:')) reactions[operation.slice('reaction:'.length)] = more
    else requests[operation] = more
  }
  return { requests, reactions, seen: statementsIn(log) }
}

async function scrape(port: number): Promise<Map<string, number>> {
  const text = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text()
  const lines = text.matchAll(/^quayside_statements_total\{operation="([^"]+)"\} (\d+)$/gm)
  return new Map([...lines].map(([, operation, count]) => [operation!, Number(count)]))
}

async function logStatements(rig: Rig, on: boolean): Promise<void> {
  const { database } = rig.store
  const value = on ? "= 'all'" : 'to default'
  await database.rows(`alter system set log_statement ${value}`)
  await database.rows(`alter system set log_line_prefix ${on ? "= '%p %d %a|'" : 'to default'}`)
  await database.rows('select pg_reload_conf()')
  await sleep(200) // backends read it before their next statement
}

/** What the store's own connections sent; the bench's are called `bench`. */
function statementsIn(log: string): number {
  const lines = log.matchAll(/^\d+ quayside ([^|]*)\|LOG: {2}(?:statement|execute [^:]+): /gm)
  return [...lines].filter(([, application]) => application !== 'bench').length
}

function medians(found: Record<string, number>[]): Record<string, number> {
  const names = [...new Set(found.flatMap((each) => Object.keys(each)))]
  return Object.fromEntries(
    names
      .map((name) => [name, median(found.map((each) => each[name] ?? 0))])
      .filter(([, count]) => count !== 0),
  )
}

function sum(counts: Record<string, number>): number {
  return Object.values(counts).reduce((total, count) => total + count, 0)
}
