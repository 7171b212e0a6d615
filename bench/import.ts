/**
 * Files of 100,000 rows brought in by the running store: products, then their prices, then their stock; and all three
 * once more with another value in every tenth row.
 *
 * The store works on them as it does for staff, started as `npm start` does: its own worker takes the run from the
 * queue, while its reactions keep the read model up. Told is the time from asking to the end of the run, and until
 * shoppers find all of it; CPU seconds of the server and of PostgreSQL for both; and the most memory that the server's
 * process held meanwhile.
 */
import { createReadStream, createWriteStream, readFileSync, writeFileSync } from 'node:fs'
import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import { closeApp, openApp } from '../server/assemble.ts'
import { readConfig } from '../server/config.ts'
import type { App } from '../server/kit/app.ts'
import { silentLog } from '../server/kit/log.ts'
import { storeFile } from '../server/modules/media/index.ts'
import { cpuOfCluster, cpuOfTree } from './cpu.ts'
import { table, verdict } from './report.ts'
import { openRig, removeFolder, storeEnv, type Rig } from './rig.ts'

export interface Imported {
  what: string
  rows: number
  created: number
  changed: number
  seconds: number
  /** Until everything that follows from it is done, the read model too. */
  untilFoundSeconds: number
  serverCpuSeconds: number
  postgresCpuSeconds: number
  /** The most that was ever resident, from the start of this file to its end. */
  peakMb: number
}

const FLAGS = ['--max-semi-space-size=8', '--heap-growing-percent=60'] // as in `npm start`
const MOST_SECONDS = 60
const MOST_MB = 300
const LOOK_EVERY = 250 // ms
const AT_REST_WITHIN = 600_000 // ms
const call = { actor: { kind: 'system', name: 'bench' } } as const
/** Every tenth row of the second time says something else. */
const isChanged = (n: number, again: boolean) => again && n % 10 === 0
const skuOf = (n: number) => `IMPORT-${String(n).padStart(6, '0')}`

interface Table {
  resource: string
  head: string
  line: (n: number, again: boolean) => string
}

const TABLES: Table[] = [
  {
    resource: 'products',
    head: 'product,name.en,subtitle.en,description.en,state,taxCategory,sku,weightGrams',
    line: (n, again) =>
      `imported-cup-${n},"Cup, no. ${n}",Imported,"Thrown by hand, glazed twice and fired at 1,240 degrees.",published,standard,${skuOf(n)},${isChanged(n, again) ? 310 : 300}`,
  },
  {
    resource: 'prices',
    head: 'sku,currency,amount',
    line: (n, again) => `${skuOf(n)},EUR,${10 + (n % 90)}.${isChanged(n, again) ? '95' : '90'}`,
  },
  {
    resource: 'stock',
    head: 'sku,location,onHand',
    line: (n, again) => `${skuOf(n)},main,${isChanged(n, again) ? 40 : 50}`,
  },
]

export async function importsOf(rows: number, say: (line: string) => void): Promise<Imported[]> {
  const rig = await openRig({ say, storeFlags: FLAGS })
  try {
    return await importsInto(rig, rows, say)
  } finally {
    await rig.close()
    await removeFolder(rig.folder)
  }
}

async function importsInto(rig: Rig, rows: number, say: (line: string) => void): Promise<Imported[]> {
  const config = readConfig({ ...storeEnv(rig.folder, 1), DATABASE_URL: rig.url })
  const app = await openApp(config, { log: silentLog })
  const found: Imported[] = []
  try {
    for (const again of [false, true])
      for (const table of TABLES) {
        found.push(await imported(rig, app, table, { rows, again }))
        const { what, seconds } = found.at(-1)!
        say(`imported: ${what}, ${seconds.toFixed(1)} s`)
      }
  } finally {
    await closeApp(app)
  }
  return found
}

async function imported(
  rig: Rig,
  app: App,
  { resource, head, line }: Table,
  { rows, again }: { rows: number; again: boolean },
): Promise<Imported> {
  const path = join(rig.folder, `${resource}.csv`)
  const lines = function* () {
    yield `${head}\n`
    for (let n = 0; n < rows; n++) yield `${line(n, again)}\n`
  }
  await pipeline(Readable.from(lines()), createWriteStream(path))
  const { size: bytes } = await stat(path)
  const { id: fileId } = await app.inTransaction(call, (ctx) =>
    storeFile(ctx, {
      name: `${resource}.csv`,
      type: 'text/csv',
      visibility: 'private',
      body: { bytes, open: (range) => createReadStream(path, range) },
    }),
  )
  const cpu = () => [
    cpuOfTree(rig.store.pid) / 1000,
    cpuOfCluster(rig.postmaster, new Set([rig.store.database.backend])) / 1000,
  ]
  forgetPeak(rig.store.pid)
  const [began, before] = [performance.now(), cpu()]
  const run = await ended(app, { resource, fileId, dryRun: false })
  const seconds = (performance.now() - began) / 1000
  await atRest(rig)
  const [untilFoundSeconds, after] = [(performance.now() - began) / 1000, cpu()]
  if (run.state !== 'done' || run.rowsFaulty > 0 || run.rowsDone !== rows)
    throw new Error(`The import of ${resource} went wrong: ${JSON.stringify(run)}`)
  return {
    what: again ? `${resource} again` : resource,
    rows,
    created: run.rowsCreated,
    changed: run.rowsChanged,
    seconds,
    untilFoundSeconds,
    serverCpuSeconds: after[0]! - before[0]!,
    postgresCpuSeconds: after[1]! - before[1]!,
    peakMb: peakOf(rig.store.pid),
  }
}

interface Run {
  id: string
  state: string
  rowsDone: number
  rowsCreated: number
  rowsChanged: number
  rowsFaulty: number
}

async function ended(app: App, input: object): Promise<Run> {
  const ask = async (id: string, given: object) =>
    (await app.invoke(app.operations.get(id)!, given, call)) as Run
  const { id } = await ask('exchange.imports.create', input)
  for (;;) {
    const run = await ask('exchange.runs.get', { runId: id })
    if (run.state !== 'waiting' && run.state !== 'running') return run
    await sleep(LOOK_EVERY)
  }
}

/** Linux counts the most that was resident from here on. */
function forgetPeak(pid: number): void {
  writeFileSync(`/proc/${pid}/clear_refs`, '5')
}

function peakOf(pid: number): number {
  const kb = /^VmHWM:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
  return Math.round(Number(kb) / 1024)
}

/** All events are dispatched, all reactions done, and the read model has looked at what was counted. */
async function atRest({ store: { database } }: Rig): Promise<void> {
  const since = performance.now()
  while (performance.now() - since < AT_REST_WITHIN) {
    const [row] = await database.rows<{ rest: boolean }>(
      `select not exists (select from graphile_worker.jobs where task_identifier = 'reaction')
        and not exists (select from kit.cursor c, kit.event e where c.name = 'dispatcher' and (e.tx, e.id) > (c.tx, c.event_id))
        and not exists (select from browse.progress p, kit.event e where p.after_id is not null or (e.tx, e.id) > (p.stock_tx, p.stock_event_id)) as rest`,
    )
    if (row?.rest) return
    await sleep(LOOK_EVERY)
  }
  throw new Error('The store does not come to rest after an import.')
}

export function importTable(found: Imported[]): string {
  const rows = found.map((each) => [
    each.what,
    String(each.rows),
    each.seconds.toFixed(1),
    verdict(each.seconds, MOST_SECONDS, ' s'),
    (each.rows / each.seconds).toFixed(0),
    each.untilFoundSeconds.toFixed(1),
    each.serverCpuSeconds.toFixed(1),
    each.postgresCpuSeconds.toFixed(1),
    String(each.peakMb),
    verdict(each.peakMb, MOST_MB, ' MB'),
  ])
  const head = [
    'import',
    'rows',
    's',
    'target',
    'rows/s',
    'until found',
    'CPU s server',
    'PostgreSQL',
    'peak MB',
    'target',
  ]
  return table([head, ...rows])
}
