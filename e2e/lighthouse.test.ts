/**
 * The judgement of others: Lighthouse on a simulated phone. `LIGHTHOUSE` names the folder it was installed into (it
 * brings ninety packages that no shop needs, so it is not among the store's own).
 *
 * Its network is simulated, its processor is this machine's own. So what it says of speed is asked for only of a machine
 * that it finds quick enough, and left out by name on another; what makes it true is counted by `budgets.test.ts`.
 */
import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { chromium, flags } from './chromium.ts'
import { expect, storeOfThisFile, test } from './journey.ts'

const folder = process.env['LIGHTHOUSE']
test.skip(folder === undefined, 'LIGHTHOUSE names no folder with lighthouse in it')
test.describe.configure({ timeout: 180_000 })
const store = storeOfThisFile()

const LARGEST_PICTURE = 2_500 // milliseconds until it is seen, on a slow network
const SPEED = 0.95
const QUICK_ENOUGH = 1_000 // its index of the processor: below, it warns by itself that the machine is too slow to tell

const judged = new Map<string, Promise<Report>>()

type Report = {
  environment: { benchmarkIndex: number }
  categories: Record<string, { score: number }>
  audits: Record<
    string,
    { score: number | null; scoreDisplayMode: string; title: string; numericValue?: number }
  >
}

async function judge(url: string): Promise<Report> {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [
      join(folder!, 'cli/index.js'),
      url,
      '--quiet',
      '--output=json',
      '--only-categories=performance,accessibility,best-practices,seo',
      '--throttling.cpuSlowdownMultiplier=1',
      `--chrome-flags=--headless=new ${flags.join(' ')}`,
    ],
    { env: { ...process.env, CHROME_PATH: chromium! }, maxBuffer: 64 * 1024 * 1024 },
  )
  return JSON.parse(stdout) as Report
}

/** Once a page, whatever is asked of the report. */
function reportOn(path: string): Promise<Report> {
  const report = judged.get(path) ?? judge(store().url + path)
  judged.set(path, report)
  return report
}

for (const path of ['/', '/c/ceramics', '/p/tide-mug']) {
  test(`Lighthouse finds nothing to better on ${path}`, async () => {
    const { categories, audits } = await reportOn(path)
    const failed = Object.values(audits).filter(
      ({ score, scoreDisplayMode }) => scoreDisplayMode === 'binary' && score !== null && score < 1,
    )
    for (const name of ['accessibility', 'best-practices', 'seo'])
      expect(categories[name]?.score, `${name}: ${failed.map(({ title }) => title).join('; ')}`).toBe(1)
    expect(audits['cumulative-layout-shift']?.numericValue).toBe(0)
  })

  test(`Lighthouse finds ${path} quick`, async () => {
    const { categories, audits, environment } = await reportOn(path)
    const { benchmarkIndex } = environment
    test.skip(
      benchmarkIndex < QUICK_ENOUGH,
      `this machine is too slow to tell: Lighthouse's index of it is ${benchmarkIndex}, ${QUICK_ENOUGH} are needed`,
    )
    expect(audits['largest-contentful-paint']?.numericValue).toBeLessThanOrEqual(LARGEST_PICTURE)
    expect(categories['performance']?.score).toBeGreaterThanOrEqual(SPEED)
  })
}
