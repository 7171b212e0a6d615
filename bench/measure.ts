/**
 * Rounds of the same work on one server and the other, by turns, so that whatever else the machine
 * does hits both. What is told is the median.
 *
 * CPU of a round is that of the server and of PostgreSQL, less what both use when nothing is asked of
 * them. The store's rounds end when its reactions are done: they are paid for by the request.
 */
import { setTimeout as sleep } from 'node:timers/promises'
import type { Case } from './cases.ts'
import { cpuOfCluster, cpuOfTree } from './cpu.ts'
import { runLoad } from './load.ts'
import type { Rig, Server } from './rig.ts'
import { watchOver, type Watch } from './watch.ts'

export const LEVELS = [1, 16, 64]

export interface Plan {
  rounds: number
  /** How long a round of the slower server should take. */
  roundMs: number
  /** Times the operations that a case needs to become warm. */
  warm: number
}

export interface Side {
  /** CPU per operation in milliseconds, and what of it the server itself used. */
  cpuMs: number
  serverCpuMs: number
  opsPerSecond: number
}

export interface Level {
  connections: number
  store: Side
  bare: Side
  /** Medians of the rounds' ratios. CPU: store to bare. Operations per second: store to bare. */
  cpuRatio: number
  opsRatio: number
}

/** Share of one core that each uses when idle. */
export interface Idle {
  store: number
  bare: number
  postgres: number
}

export interface Bench {
  rig: Rig
  idle: Idle
  plan: Plan
  /** Gives out numbers of buyers that nobody had. */
  take(count: number): number
}

interface Usage {
  store: number
  bare: number
  postgres: number
}

export async function idleOf(rig: Rig, ms: number): Promise<Idle> {
  const before = usageOf(rig)
  const began = performance.now()
  await sleep(ms)
  const took = performance.now() - began
  const after = usageOf(rig)
  return {
    store: (after.store - before.store) / took,
    bare: (after.bare - before.bare) / took,
    postgres: (after.postgres - before.postgres) / took,
  }
}

function usageOf(rig: Rig): Usage {
  const own = new Set([rig.store.database.backend, rig.bare.database.backend])
  return {
    store: cpuOfTree(rig.store.pid),
    bare: cpuOfTree(rig.bare.pid),
    postgres: cpuOfCluster(rig.postmaster, own),
  }
}

export async function measure(bench: Bench, each: Case): Promise<Level[]> {
  const { rig, plan } = bench
  const sides = [rig.store, rig.bare].map((server) => ({ server, watch: watchOver(server.database) }))
  for (const { server, watch } of sides) await warm(bench, each, server, watch)
  const levels: Level[] = []
  for (const connections of each.levels ?? LEVELS) {
    const ops = await opsFor(bench, each, connections, sides[0]!.watch)
    const rounds: Record<'store' | 'bare', Side>[] = []
    for (let round = 0; round < plan.rounds; round++) {
      const found = {} as Record<'store' | 'bare', Side>
      for (const { server, watch } of round % 2 === 0 ? sides : sides.toReversed())
        found[server.name] = await runRound(bench, each, server, watch, connections, ops)
      rounds.push(found)
    }
    levels.push({
      connections,
      store: medianSide(rounds.map(({ store }) => store)),
      bare: medianSide(rounds.map(({ bare }) => bare)),
      cpuRatio: median(rounds.map(({ store, bare }) => store.cpuMs / bare.cpuMs)),
      opsRatio: median(rounds.map(({ store, bare }) => store.opsPerSecond / bare.opsPerSecond)),
    })
  }
  return levels
}

const FIRST_OPS = 24

/**
 * Until the code is compiled, and each of the 10 connections has planned each statement six times: that is when
 * PostgreSQL settles for a plan. Then once more from what it knows of the tables now that they are in use.
 */
async function warm(bench: Bench, each: Case, server: Server, watch: Watch): Promise<void> {
  const ops = Math.round(each.warmOps * bench.plan.warm)
  for (const part of [1, 0.5]) {
    const first = bench.take(ops * part)
    await each.prepare(server, first, ops * part)
    await runLoad({
      port: server.port,
      connections: 64,
      ops: ops * part,
      work: (connection, index) => each.work(server, watch, connection, first + index),
    })
    if (part === 1) await server.database.rows('analyze')
  }
  if (server.name === 'store') await watch.atRest()
}

/** As many operations as fill a round of the store. */
async function opsFor(bench: Bench, each: Case, connections: number, watch: Watch): Promise<number> {
  const { store } = bench.rig
  const ops = Math.max(FIRST_OPS, connections)
  const first = bench.take(ops)
  await each.prepare(store, first, ops)
  const took = await runLoad({
    port: store.port,
    connections,
    ops,
    work: (connection, index) => each.work(store, watch, connection, first + index),
  })
  await watch.atRest()
  return Math.max(connections, Math.round((bench.plan.roundMs / took) * ops))
}

async function runRound(
  bench: Bench,
  each: Case,
  server: Server,
  watch: Watch,
  connections: number,
  ops: number,
): Promise<Side> {
  const { rig, idle } = bench
  const first = bench.take(ops)
  await each.prepare(server, first, ops)
  const before = usageOf(rig)
  const began = performance.now()
  const tookMs = await runLoad({
    port: server.port,
    connections,
    ops,
    work: (connection, index) => each.work(server, watch, connection, first + index),
  })
  if (server.name === 'store') await watch.atRest()
  const lasted = performance.now() - began
  const after = usageOf(rig)
  const own = after[server.name] - before[server.name] - idle[server.name] * lasted
  const postgres = after.postgres - before.postgres - idle.postgres * lasted
  return {
    cpuMs: (own + postgres) / ops,
    serverCpuMs: own / ops,
    opsPerSecond: (ops / tookMs) * 1000,
  }
}

function medianSide(sides: Side[]): Side {
  const of = (pick: (side: Side) => number) => median(sides.map(pick))
  return {
    cpuMs: of((side) => side.cpuMs),
    serverCpuMs: of((side) => side.serverCpuMs),
    opsPerSecond: of((side) => side.opsPerSecond),
  }
}

export function median(values: number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2
}
