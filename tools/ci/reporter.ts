/**
 * What `node --test` says here: nothing of a file that passes quickly, everything of one that fails, all
 * failures by name at the end, and the counts and what failed into the file that TEST_COUNTS names,
 * for tools/ci.ts to sum, to tell and to try again. Where coverage is measured, it goes into the file that TEST_COVERAGE names.
 */
import { writeFileSync } from 'node:fs'
import { relative, resolve } from 'node:path'
import type { TestEvent } from 'node:test/reporters'
import { inspect } from 'node:util'
import type { FileCoverage } from './coverage.ts'

type Failed = Extract<TestEvent, { type: 'test:fail' }>['data']

const SLOW_MS = 5000

/** Of an error, where it is told once more at the end of all. */
const TOLD_LINES = 20

export default async function* report(events: AsyncIterable<TestEvent>): AsyncGenerator<string> {
  const printed = new Map<string, string>() // what each file wrote, kept back in case it fails
  const failures: string[] = []
  const told: string[] = []
  const files = new Set<string>()
  for await (const { type, data } of events) {
    if (type === 'test:stdout' || type === 'test:stderr') {
      const file = resolve(data.file ?? '')
      printed.set(file, (printed.get(file) ?? '') + data.message)
    } else if (type === 'test:fail' && isFailure(data)) {
      const file = resolve(data.file ?? '')
      const cause = inspect(data.details.error.cause ?? data.details.error)
      failures.push(`${nameOf(data)}  (${placeOf(data)})`)
      told.push(`${failures.at(-1)}\n${indent(cause.split('\n').slice(0, TOLD_LINES).join('\n'))}`)
      if (data.file) files.add(relative('', data.file))
      yield `\n✖ ${failures.at(-1)}\n${indent(cause)}\n`
      if (printed.get(file)) yield `  The file wrote:\n${indent((printed.get(file) ?? '').slice(-4000))}\n`
      printed.delete(file)
    } else if (type === 'test:summary' && data.file !== undefined) {
      printed.delete(resolve(data.file))
      if (data.duration_ms > SLOW_MS)
        yield `  slow: ${relative('', data.file)} ${seconds(data.duration_ms)}\n`
    } else if (type === 'test:coverage') {
      const { TEST_COVERAGE: into } = process.env
      if (into) writeFileSync(into, JSON.stringify(data.summary.files.map(measured)))
    } else if (type === 'test:summary') {
      const { TEST_COUNTS: into } = process.env
      if (into) writeFileSync(into, JSON.stringify({ ...data.counts, files: [...files], told }))
    }
  }
  if (failures.length) yield `\nFailed:\n${failures.map((failure) => `  ✖ ${failure}\n`).join('')}`
}

type Measured = Extract<TestEvent, { type: 'test:coverage' }>['data']['summary']['files'][number]

function measured(file: Measured): FileCoverage {
  return {
    path: relative('', file.path).replaceAll('\\', '/'),
    lines: file.totalLineCount,
    coveredLines: file.coveredLineCount,
    branches: file.totalBranchCount,
    coveredBranches: file.coveredBranchCount,
  }
}

/** A suite fails because of a test in it, which is told already. */
function isFailure(data: Failed): boolean {
  const why = (data.details.error as Error & { failureType?: string }).failureType
  return why !== 'subtestsFailed' && data.todo === undefined && data.skip === undefined
}

function nameOf({ name, file }: Failed): string {
  return file && resolve(name) === resolve(file) ? 'the file as a whole' : name
}

function placeOf({ file, line }: Failed): string {
  return file ? `${relative('', file)}:${line ?? 1}` : 'no file'
}

function indent(text: string): string {
  return text.trimEnd().replaceAll(/^/gm, '  ')
}

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(1)} s`
}
