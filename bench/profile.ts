/**
 * Where the time of one case goes: in the store's own code by function, in PostgreSQL by statement.
 *
 *   node bench/profile.ts checkout            16 connections, some seconds
 *   node bench/profile.ts list --bare         the statements of the bare server
 *   node bench/profile.ts cart --keep FILE    the CPU profile for the developer tools of a browser
 *
 * PostgreSQL's milliseconds are what its log says of one statement at a time (parse, bind and execute), waiting
 * included. Those of the store are samples of its main thread: on a busy machine a call into the system (`writev`,
 * `writeString`) shows the time it was put aside there, too.
 */
import { copyFileSync, globSync, mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { cases, type Case } from './cases.ts'
import { runLoad } from './load.ts'
import { openRig, removeFolder, type Server } from './rig.ts'
import { watchOver } from './watch.ts'

const WARM_OPS = 400
const SHOWN = 40
const root = join(import.meta.dirname, '..')

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    bare: { type: 'boolean', default: false },
    ops: { type: 'string' },
    keep: { type: 'string' },
  },
})
const wanted = cases.find(({ name }) => name === positionals[0])
if (!wanted) throw new Error(`Name one of ${cases.map(({ name }) => name).join(', ')}.`)
const each: Case = wanted
const ops = Number(values.ops ?? (each.name === 'checkout' ? 400 : 4_000))

const folder = mkdtempSync(join(tmpdir(), 'quayside-profile-'))
const plain = await openRig({
  say: () => {},
  storeFlags: ['--cpu-prof', `--cpu-prof-dir=${folder}`, '--cpu-prof-interval=250'],
})
const rig = each.keeps ? await plain.keeping() : plain
const server: Server = values.bare ? rig.bare : rig.store
const watch = watchOver(server.database)
let taken = 1

async function load(count: number, connections: number): Promise<void> {
  const first = taken
  taken += count
  await each.prepare(server, first, count)
  const work = (connection: Parameters<typeof each.work>[2], index: number) =>
    each.work(server, watch, connection, first + index)
  await runLoad({ port: server.port, connections, ops: count, work })
  if (!values.bare) await watch.atRest()
}

interface Profile {
  startTime: number
  timeDeltas: number[]
  samples: number[]
  nodes: {
    id: number
    callFrame: { functionName: string; url: string; lineNumber: number }
    children?: number[]
  }[]
}

/** Milliseconds by function, for samples between two moments of the monotonic clock in microseconds. */
function functionsIn(
  profile: Profile,
  from: number,
  to: number,
): Map<string, { self: number; total: number }> {
  const nodes = new Map(profile.nodes.map((node) => [node.id, node]))
  const parents = new Map(
    profile.nodes.flatMap(({ id, children = [] }) => children.map((child) => [child, id])),
  )
  const found = new Map<string, { self: number; total: number }>()
  let at = profile.startTime
  profile.samples.forEach((id, index) => {
    const ms = (profile.timeDeltas[index + 1] ?? 0) / 1000
    at += profile.timeDeltas[index]!
    if (at < from || at > to) return
    const seen = new Set<string>()
    for (let up: number | undefined = id; up !== undefined; up = parents.get(up)) {
      const { functionName, url, lineNumber } = nodes.get(up)!.callFrame
      const file = url.startsWith('file:') ? relative(root, fileURLToPath(url)) : url
      const name = `${functionName || '(anonymous)'} ${file}:${lineNumber + 1}`
      const sums = found.get(name) ?? { self: 0, total: 0 }
      found.set(name, sums)
      if (up === id) sums.self += ms
      if (!seen.has(name)) sums.total += ms
      seen.add(name)
    }
  })
  return found
}

/** `node_modules/pg/…` counts for `pg`, our own files for their folder. */
function partOf(name: string): string {
  const file = name.slice(name.lastIndexOf(' ') + 1)
  const inner = /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(file)?.[1]
  return inner ?? (file.startsWith('node:') ? 'node' : (/^server\/[^/]+\/[^/:]+/.exec(file)?.[0] ?? name))
}

function showFunctions(found: Map<string, { self: number; total: number }>): void {
  const busy = [...found].filter(([name]) => !name.startsWith('(idle)') && !name.startsWith('(root)'))
  const whole = busy.reduce((sum, [, { self }]) => sum + self, 0)
  const line = (name: string, ms: number) =>
    console.log(
      `  ${((ms / whole) * 100).toFixed(1).padStart(5)} %  ${((ms / ops) * 1000).toFixed(0).padStart(6)} µs/op  ${name}`,
    )
  console.log(`\nThe store: ${(whole / ops).toFixed(3)} ms of CPU per operation. By part:`)
  const parts = new Map<string, number>()
  for (const [name, { self }] of busy) parts.set(partOf(name), (parts.get(partOf(name)) ?? 0) + self)
  for (const [part, ms] of [...parts].toSorted(([, a], [, b]) => b - a).slice(0, SHOWN / 2)) line(part, ms)
  console.log('\nBy function, itself:')
  for (const [name, { self }] of busy.toSorted(([, a], [, b]) => b.self - a.self).slice(0, SHOWN))
    line(name, self)
  console.log('\nBy function of ours, with all it calls:')
  const ours = busy.filter(([name]) => name.includes(' server/'))
  for (const [name, { total }] of ours.toSorted(([, a], [, b]) => b.total - a.total).slice(0, SHOWN))
    line(name, total)
}

async function showStatements(count: number): Promise<void> {
  const set = async (on: boolean) => {
    await server.database.rows(`alter system set log_min_duration_statement ${on ? '= 0' : 'to default'}`)
    await server.database.rows(`alter system set log_line_prefix ${on ? "= '%d %a|'" : 'to default'}`)
    await server.database.rows('select pg_reload_conf()')
    await sleep(200)
  }
  await set(true)
  const from = rig.log.size()
  await load(count, 1)
  const log = rig.log.since(from)
  await set(false)
  const name = values.bare ? 'bare' : 'quayside'
  const form = new RegExp(
    `^${name} ([^|]*)\\|LOG: {2}duration: ([\\d.]+) ms {2}(statement|(?:parse|bind|execute) [^:]+): ((?:.*)(?:\\n\\t.*)*)`,
    'gm',
  )
  const sums = new Map<string, { ms: number; times: number }>()
  let whole = 0
  for (const [, application, ms, step, text] of log.matchAll(form)) {
    if (application === 'bench') continue
    const key = `${application ? `(${application}) ` : ''}${text!.replace(/\s+/g, ' ').slice(0, 150)}`
    const found = sums.get(key) ?? { ms: 0, times: 0 }
    found.ms += Number(ms)
    if (/^(statement|execute)/.test(step!)) found.times++
    sums.set(key, found)
    whole += Number(ms)
  }
  console.log(`\nPostgreSQL: ${(whole / count).toFixed(3)} ms per operation, one at a time. By statement:`)
  for (const [text, { ms, times }] of [...sums].toSorted(([, a], [, b]) => b.ms - a.ms).slice(0, SHOWN))
    console.log(
      `  ${(ms / count).toFixed(3).padStart(7)} ms/op  ${(times / count).toFixed(1).padStart(5)}x  ${text}`,
    )
}

let began = 0n
let ended = 0n
try {
  await load(1, 1) // what is kept in memory is read first, by one
  await load(WARM_OPS, 16)
  await server.database.rows('analyze')
  await load(WARM_OPS, 16)
  began = process.hrtime.bigint()
  await load(ops, 16)
  ended = process.hrtime.bigint()
  await showStatements(100)
} finally {
  await rig.close()
}
await removeFolder(rig.folder)
if (!values.bare) {
  const [file] = globSync(join(folder, '*.cpuprofile')).toSorted(
    (a, b) => readFileSync(b).byteLength - readFileSync(a).byteLength,
  )
  const profile = JSON.parse(readFileSync(file!, 'utf8')) as Profile
  showFunctions(functionsIn(profile, Number(began / 1000n), Number(ended / 1000n)))
  if (values.keep) copyFileSync(file!, values.keep)
}
process.exit(0)
