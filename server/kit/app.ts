/** Puts modules together into one app: operations, ports, reactions, and what they share. No port is opened here. */
import type { Clock } from './clock.ts'
import type { Cache } from './cache.ts'
import type { Config } from './config.ts'
import type { Ctx } from './context.ts'
import { checkDeclared } from './custom.ts'
import type { Pool } from './db.ts'
import type { EventNames, Reaction } from './event.ts'
import type { Job } from './jobs.ts'
import { invoke, type Call } from './invoke.ts'
import { keepTrue, type Fallout } from './kept.ts'
import type { Limits } from './limits.ts'
import type { Log } from './log.ts'
import type { Metrics } from './metrics.ts'
import { registerMeasures } from './measure.ts'
import type { Module } from './module.ts'
import type { Operation, Typed } from './operation.ts'
import type { Filling, Port } from './port.ts'
import { purge } from './retention.ts'
import { createSnapshots, snapshotsChanged, type Snapshots } from './snapshot.ts'
import type { Storage } from './storage.ts'
import type { Tail } from './tail.ts'
import { inTransaction } from './transaction.ts'

export interface App {
  modules: Module[]
  operations: Map<string, Operation>
  reactions: Map<string, Reaction[]>
  jobs: Map<string, Job>
  config: Config
  log: Log
  clock: Clock
  pool: Pool
  snapshots: Snapshots
  cache: Cache
  kept: Fallout
  limits: Limits
  metrics: Metrics
  storage: Storage
  tail: Tail
  port: <T>(target: Port<T>) => T
  ports: <T>(target: Port<T>) => T[]
  invoke<I, O>(operation: Typed<I, O>, input: I, call: Call): Promise<O>
  inTransaction<T>(call: Call, work: (ctx: Ctx) => Promise<T>): Promise<T>
  /** Tells the dispatcher and the live tail that the log has grown by events of these names. */
  wake(names: EventNames): void
  onWake(run: (names: EventNames) => void): void
}

export interface AppParts {
  modules: Module[]
  fills: Filling[]
  config: Config
  log: Log
  clock: Clock
  pool: Pool
  /** For what is read while a command already holds a connection; without it, a full pool could wait for itself. */
  spare?: Pool
  cache: Cache
  limits: Limits
  metrics: Metrics
  storage: Storage
  tail: Tail
}

export function createApp(parts: AppParts): App {
  checkDeclared(
    parts.config.custom,
    parts.modules.flatMap((module) => module.custom),
  )
  const fillings = new Map<string, unknown[]>()
  for (const { port, value } of [...parts.modules.flatMap((module) => module.fills), ...parts.fills]) {
    const list = fillings.get(port.name) ?? []
    if (list.length > 0 && !port.many) throw new Error(`The port ${port.name} is filled twice.`)
    fillings.set(port.name, [...list, value])
  }
  const wakes: ((names: EventNames) => void)[] = []
  const operations = indexOperations(parts.modules)
  const app: App = {
    ...parts,
    operations,
    kept: keepTrue({ ...parts, operations }),
    reactions: Map.groupBy(
      parts.modules.flatMap((module) => module.reactions),
      (reaction) => reaction.event,
    ),
    jobs: new Map([purge, ...parts.modules.flatMap((module) => module.jobs)].map((job) => [job.name, job])),
    snapshots: createSnapshots((parts.spare ?? parts.pool).db),
    port: <T>(target: Port<T>) => {
      const [value] = fillings.get(target.name) ?? []
      if (value === undefined) throw new Error(`Nobody fills the port ${target.name}.`)
      return value as T
    },
    ports: <T>(target: Port<T>) => (fillings.get(target.name) ?? []) as T[],
    invoke: (operation, input, call) => invoke(app, operation, input, call),
    inTransaction: (call, work) => inTransaction(app, call, work),
    wake: (names) => wakes.forEach((run) => run(names)),
    onWake: (run) => void wakes.push(run),
  }
  app.onWake((names) => app.tail.poke(names))
  app.tail.subscribe((event) => app.snapshots.forget(event.storeId, event.payload['names'] as string[]), {
    names: [snapshotsChanged.name],
    background: true,
  })
  const { pg } = app.pool
  app.metrics.gauge('quayside_pool_connections', 'Open connections of the pool.', () => pg.totalCount)
  app.metrics.gauge('quayside_pool_idle', 'Open connections that nobody uses.', () => pg.idleCount)
  app.metrics.gauge('quayside_pool_size', 'Most connections that the pool may open.', () => pg.options.max)
  app.metrics.gauge('quayside_pool_waiting', 'Requests waiting for a connection.', () => pg.waitingCount)
  app.pool.onWait(app.metrics.timing('quayside_pool_wait_seconds', 'Time until a connection was there.'))
  registerMeasures(app)
  return app
}

function indexOperations(modules: Module[]): Map<string, Operation> {
  const index = new Map<string, Operation>()
  for (const operation of modules.flatMap((module) => module.operations)) {
    if (index.has(operation.id)) throw new Error(`Two operations are called ${operation.id}.`)
    index.set(operation.id, operation)
  }
  return index
}
