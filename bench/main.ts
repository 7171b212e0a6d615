/**
 * How much the store costs beside a bare server that does the same.
 *
 *   npm run bench                     all of it, some five minutes on two cores
 *   npm run bench -- --quick          less exact, within a minute
 *   npm run bench -- --only cart      one case (list, graphqlList, detail, manyVariants, keptList, keptDetail, search, facets, suggest, cart, checkout, import), several with commas
 *   npm run bench -- --json FILE      the figures also as a file
 *
 * Linux only. README.md here says what is measured and how.
 */
import { writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { setTimeout as sleep } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { cases, type Case } from './cases.ts'
import { importTable, importsOf } from './import.ts'
import { idleOf, measure, type Bench, type Plan } from './measure.ts'
import { forMachines, speedTables, standingTable, type CaseResult, type Result } from './report.ts'
import { openRig, removeFolder, type Rig } from './rig.ts'
import { mustBeSame } from './same.ts'
import { coldStart, memoryOf } from './standing.ts'
import { countStatements } from './statements.ts'

const IDLE_MS = 10_000

const { values } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    json: { type: 'string' },
    only: { type: 'string' },
  },
})
const quick: Plan = { rounds: 3, roundMs: 300, warm: 1 }
const full: Plan = { rounds: 7, roundMs: 1_200, warm: 4 }
const plan = values.quick ? quick : full
const wanted = cases.filter(({ name }) => !values.only || values.only.split(',').includes(name))

const takesImports = !values.only || values.only.split(',').includes('import')
const IMPORTED_ROWS = values.quick ? 10_000 : 100_000

const began = performance.now()
const say = (line: string) =>
  console.log(`  ${((performance.now() - began) / 1000).toFixed(0).padStart(3)} s  ${line}`)

async function measureAll(rig: Rig): Promise<Omit<Result, 'coldStart'>> {
  // Schedules that are due at a start are done with by then; what is idle work must not be counted as such.
  await sleep(values.quick ? 5_000 : 30_000)
  say(`the two stand idle for ${IDLE_MS / 1000} s`)
  const idle = await idleOf(rig, IDLE_MS)
  const memory = memoryOf(rig)
  let taken = 1
  const take = (count: number) => (taken += count) - count
  const { reads, tables: rows } = await mustBeSame(rig, take(2))
  say(`the same: ${reads} reads, and the rows of a purchase in ${Object.keys(rows).length} tables`)
  const found = await measureOn(
    { rig, idle, plan, take },
    wanted.filter(({ keeps }) => !keeps),
  )
  const kept = wanted.filter(({ keeps }) => keeps)
  if (kept.length > 0) {
    const keeping = await rig.keeping()
    await sleep(values.quick ? 2_000 : 10_000)
    const idleThere = await idleOf(keeping, IDLE_MS)
    found.push(...(await measureOn({ rig: keeping, idle: idleThere, plan, take }, kept)))
  }
  return { cases: found, memory, idle }
}

async function measureOn(bench: Bench, wanted: Case[]): Promise<CaseResult[]> {
  const measured: Omit<CaseResult, 'statements'>[] = []
  for (const each of wanted) {
    measured.push({ name: each.name, says: each.says, levels: await measure(bench, each) })
    say(`measured: ${each.says}`)
  }
  const found: CaseResult[] = []
  for (const [index, each] of wanted.entries())
    found.push({ ...measured[index]!, statements: await countStatements(bench, each) })
  return found
}

if (process.platform !== 'linux') {
  console.error('The bench reads CPU time and memory from /proc, which only Linux has.')
  process.exit(1)
}
if (values.only === 'import') {
  console.log(`\n${importTable(await importsOf(IMPORTED_ROWS, say))}\n`)
  process.exit(0)
}
const rig = await openRig({ say })
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.on(signal, () => void rig.close().then(() => process.exit(1)))
let result: Omit<Result, 'coldStart'>
try {
  result = await measureAll(rig)
} finally {
  await rig.close()
}
console.log(`\n${speedTables(result)}\n`)
const whole: Result = { ...result, coldStart: await coldStart(rig.folder, values.quick ? 3 : 5) }
console.log(`${standingTable(whole)}\n`)
await removeFolder(rig.folder)
const imports = takesImports ? await importsOf(IMPORTED_ROWS, say) : []
if (takesImports) console.log(`\n${importTable(imports)}\n`)
const about = {
  at: new Date().toISOString(),
  quick: values.quick,
  cores: cpus().length,
  processor: cpus()[0]?.model ?? '',
  node: process.version,
}
if (values.json)
  writeFileSync(values.json, `${JSON.stringify({ ...forMachines(whole, about), imports }, null, 2)}\n`)
say('done')
process.exit(0)
