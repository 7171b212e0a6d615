/**
 * The gate, as one list; the same by hand and by machine.
 *
 *   npm run check          what takes seconds: format, lint, types, contracts, lockfile
 *   npm test               all tests, then the journeys in a browser
 *   npm test -- server/kit the tests below these paths
 *   node tools/ci.ts commit    format and lint of what is staged: the hook that the set-up puts into a checkout
 *   node tools/ci.ts coverage  the tests with a table of what they reach, by module
 *   node tools/ci.ts all   both
 *
 * Every step runs even when an earlier one failed; a test file that failed is run once more, alone. What failed is told again
 * at the end, for who sees no more than that. The last line counts; a failed check counts as one.
 */
import { execFileSync, spawn } from 'node:child_process'
import { existsSync, globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'

/** `files` are those in which something failed, `told` what failed and why. */
type Counts = { passed: number; failed: number; skipped: number; files?: string[]; told?: string[] }
type Step = {
  name: string
  run: string[][]
  /** The step needs this file, and is left out without it. */
  needs?: string
  /** What it says is shown also when all is well. */
  aloud?: boolean
  /** Reads the counts that the tests wrote. Without it the step is one check. */
  counts?: (written: string) => Counts
}

const MEASURE = [
  '--experimental-test-coverage',
  '--test-coverage-include=server/**/*.ts',
  '--test-coverage-include=packages/**/*.ts',
  ...['**/*.test.ts', 'server/testing/**', 'server/proof/**'].map(
    (files) => `--test-coverage-exclude=${files}`,
  ),
]
const root = join(import.meta.dirname, '..')
const [list = 'all', ...paths] = process.argv.slice(2)
const written = join(mkdtempSync(join(tmpdir(), 'quayside-ci-')), 'counts.json')

const reached = join(written, '../coverage.json')

/** The rules stand in .oxfmtrc.json and .oxlintrc.json, for the editor as well. */
const FORMAT = ['oxfmt', '--check', '--no-error-on-unmatched-pattern']
const LINT = ['oxlint', '--type-aware', '--deny-warnings', '--no-error-on-unmatched-pattern']

const check: Step[] = [
  { name: 'format', run: [FORMAT] },
  { name: 'lint', run: [LINT] },
  { name: 'types', run: [['tsc', '-p', '.']] },
  {
    name: 'types of the storefront',
    needs: 'apps/storefront/tsconfig.json',
    run: [
      ['react-router', 'typegen', 'apps/storefront'],
      ['tsc', '-p', 'apps/storefront'],
    ],
  },
  {
    name: 'contracts unchanged',
    needs: 'tools/contracts.ts',
    run: [['node', 'tools/contracts.ts', '--check']],
  },
  {
    name: 'tables as documented',
    run: [['node', 'tools/tables.ts', '--check']],
  },
  { name: 'lockfile complete', run: [[...npm(), 'ci', '--dry-run', '--ignore-scripts', '--loglevel=error']] },
]

const everything = testFiles('{server,packages,apps,plugins,tools}/**/*.test.ts')
const within = (folder: RegExp) => (file: string) => folder.test(file.replaceAll('\\', '/'))
const isProof = within(/server\/proof\//)
/** Parallel buyers, crash runs and outages measure what a shopper would feel: nothing else runs beside them. */
const isFelt = within(
  /server\/proof\/(crash\/|operations\/(drain|outage|roles)|parallel-buyers|event-loop|upgrade|cases\/orders)/,
)
const unit = everything.filter((file) => !isProof(file))
const walks = everything.filter((file) => isProof(file) && !isFelt(file))
const felt = everything.filter(isFelt)
const journeys = testFiles('e2e/**/*.test.ts')
const playwright = ['playwright.config.ts', 'e2e/playwright.config.ts'].find((file) =>
  existsSync(join(root, file)),
)

/** The whole run is measured, and a part when it is asked for; a part alone says little about the thresholds. */
const isMeasured = paths.length === 0 || list === 'coverage'
const measured: Step[] = [
  {
    name: 'tests',
    run: unit.length ? [[...nodeTest(2), ...(isMeasured ? MEASURE : []), ...unit]] : [],
    counts: countsOfNode,
  },
  {
    name: 'coverage of money and stock',
    run: isMeasured && unit.length ? [['node', 'tools/ci/coverage.ts', reached, ...paths]] : [],
    aloud: list === 'coverage',
  },
]
const test: Step[] = [
  ...measured,
  { name: 'proofs', run: walks.length ? [[...nodeTest(2), ...walks]] : [], counts: countsOfNode },
  { name: 'proofs by the clock', run: felt.length ? [[...nodeTest(1), ...felt]] : [], counts: countsOfNode },
  playwright
    ? {
        name: 'journeys',
        run: journeys.length
          ? [['playwright', 'test', '-c', playwright, '--reporter=line,json', ...paths]]
          : [],
        counts: countsOfPlaywright,
      }
    : { name: 'journeys', run: journeys.length ? [[...nodeTest(1), ...journeys]] : [], counts: countsOfNode },
]

const staged = list === 'commit' ? stagedFiles() : []
const commit: Step[] = [
  { name: 'format of what is staged', run: staged.length ? [[...FORMAT, ...staged]] : [] },
  { name: 'lint of what is staged', run: staged.length ? [[...LINT, ...staged]] : [] },
]

const lists: Record<string, Step[]> = { check, commit, test, coverage: measured, all: [...check, ...test] }
const steps = lists[list]
if (!steps) {
  console.error(`There is no list "${list}": name check, commit, test, coverage or all.`)
  process.exit(2)
}

const total: Counts = { passed: 0, failed: 0, skipped: 0 }
const failed: string[] = []
for (const step of steps) {
  const outcome = await runStep(step)
  total.passed += outcome.passed
  total.failed += outcome.failed
  total.skipped += outcome.skipped
  if (outcome.failed) failed.push([step.name, ...(outcome.told ?? [])].join('\n'))
}
if (list !== 'check' && list !== 'commit') {
  const { removeTestCluster } = await import('../server/testing/database.ts')
  await removeTestCluster() // stays when another process uses it
}
rmSync(join(written, '..'), { recursive: true })
for (const step of failed) console.log(`\nNot passed: ${step}`)
console.log(`${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`)
process.exitCode = total.failed ? 1 : 0

async function runStep({ name, run, needs, counts, aloud = counts !== undefined }: Step): Promise<Counts> {
  const nothing = { passed: 0, failed: 0, skipped: 0 }
  if (run.length === 0 || (needs && !existsSync(join(root, needs)))) return nothing
  const started = performance.now()
  rmSync(written, { force: true })
  let ok = true
  for (const command of run) ok = ok && (await succeeds(command, aloud))
  console.log(`${ok ? '✔' : '✖'} ${name}  ${((performance.now() - started) / 1000).toFixed(1)} s`)
  if (!counts) return { ...nothing, failed: ok ? 0 : 1 }
  const found: Counts = existsSync(written) ? counts(readFileSync(written, 'utf8')) : nothing
  const first = { ...found, failed: ok ? 0 : Math.max(1, found.failed) }
  return found.files?.length ? secondTry(first, found.files, counts) : first
}

/** Files that failed are run once more, one after the other. What passes then is named, and counts as passed. */
async function secondTry(
  first: Counts,
  files: string[],
  counts: (written: string) => Counts,
): Promise<Counts> {
  console.log(`\nOnce more, alone: ${files.join(', ')}`)
  rmSync(written, { force: true })
  const ok = await succeeds([...nodeTest(1), ...files], true)
  const again: Counts | null = existsSync(written) ? counts(readFileSync(written, 'utf8')) : null
  const failed = ok ? 0 : Math.max(1, again?.failed ?? 1)
  if (ok) console.log(`Passed only at the second try: ${files.join(', ')}`)
  return {
    passed: first.passed + Math.max(0, first.failed - failed),
    failed,
    skipped: first.skipped,
    told: again?.told ?? [],
  }
}

/** Tests speak for themselves; a check speaks only when it fails. */
async function succeeds([program = '', ...args]: string[], aloud: boolean): Promise<boolean> {
  const env = {
    ...process.env,
    PATH: `${join(root, 'node_modules/.bin')}${delimiter}${process.env['PATH']}`,
    TEST_COUNTS: written,
    TEST_COVERAGE: reached,
    PLAYWRIGHT_JSON_OUTPUT_FILE: written,
  }
  const windows = process.platform === 'win32' // where programs of npm are scripts for its shell
  const child = spawn(program, args, { cwd: root, env, shell: windows, stdio: ['ignore', 'pipe', 'pipe'] })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (text: Buffer) => (aloud ? process.stdout.write(text) : (said += text.toString())))
  }
  const ok = await new Promise<boolean>((done) => {
    child.on('error', (error) => {
      said += error.message
      done(false)
    })
    child.on('close', (code) => done(code === 0))
  })
  if (!ok && said) console.log(said.trimEnd())
  return ok
}

/** As they lie in the folder; what is staged only in part is looked at whole. */
function stagedFiles(): string[] {
  const git = ['diff', '--cached', '--name-only', '--diff-filter=ACMR', '-z']
  const names = execFileSync('git', git, { cwd: root, encoding: 'utf8' }).split('\0')
  return names.filter((name) => /\.(ts|tsx|mjs|json|css)$/.test(name))
}

function testFiles(pattern: string): string[] {
  const files = globSync(pattern, { cwd: root, exclude: ['**/node_modules/**', '**/build/**'] }).sort()
  return files.filter((file) => paths.length === 0 || paths.some((path) => file.startsWith(path)))
}

function nodeTest(concurrency: number): string[] {
  const reporter = ['--test-reporter', './tools/ci/reporter.ts', '--test-reporter-destination', 'stdout']
  return ['node', '--test', `--test-concurrency=${concurrency}`, '--test-timeout=300000', ...reporter]
}

function countsOfNode(text: string): Counts {
  const { files, told, ...numbers } = JSON.parse(text) as Record<string, number> &
    Pick<Counts, 'files' | 'told'>
  const { passed, failed: wrong, cancelled, skipped, todo } = numbers as Record<string, number>
  return {
    files: files ?? [],
    told: told ?? [],
    passed: passed ?? 0,
    failed: (wrong ?? 0) + (cancelled ?? 0),
    skipped: (skipped ?? 0) + (todo ?? 0),
  }
}

function countsOfPlaywright(text: string): Counts {
  const { stats } = JSON.parse(text) as { stats: Record<string, number> }
  const { expected = 0, flaky = 0, unexpected = 0, skipped = 0 } = stats
  return { passed: expected + flaky, failed: unexpected, skipped }
}

/** The npm that started us, if one did. */
function npm(): string[] {
  const cli = process.env['npm_execpath']
  return cli?.endsWith('npm-cli.js') ? ['node', cli] : ['npm']
}
