/**
 * Writes the contracts and the client's generated half: `node tools/contracts.ts [--check] [folder]`.
 *
 * With `--check` nothing is written; a file that differs is named and the exit code is 1.
 * The folder is the repository's own unless another is given.
 */
import { globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { settings } from '../server/config.ts'
import { modules } from '../server/modules.ts'
import { LOCK, VERSIONS, contractFiles } from '../server/surfaces/contracts.ts'

const root = process.argv.slice(2).find((word) => !word.startsWith('--')) ?? join(import.meta.dirname, '..')

function read(file: string): string | null {
  try {
    return readFileSync(join(root, file), 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}

/** The first line in which two texts differ, for people to look at. */
function firstDifference(was: string, is: string): string {
  const [before, after] = [was.split('\n'), is.split('\n')]
  const line = after.findIndex((text, index) => text !== before[index])
  const at = line === -1 ? after.length : line
  return `line ${at + 1}: ${JSON.stringify(before[at] ?? '')} should be ${JSON.stringify(after[at] ?? '')}`
}

/** What each released version of the API promises, the oldest first. */
function releasedVersions() {
  const files = globSync(`${VERSIONS}/*.txt`, { cwd: root }).sort()
  return files.map((file) => ({ name: basename(file, '.txt'), facts: read(file)!.trimEnd().split('\n') }))
}

const check = process.argv.includes('--check')
const app = { modules, operations: modules.flatMap((module) => module.operations) }
const files = Object.entries(contractFiles(app, settings, read(LOCK), releasedVersions()))
const different = files.filter(([file, text]) => read(file) !== text)

if (check) {
  for (const [file, text] of different)
    console.error(`${file} is out of date, ${firstDifference(read(file) ?? '', text)}`)
  if (different.length > 0) console.error('Run `npm run contracts` and commit what it writes.')
  process.exitCode = different.length > 0 ? 1 : 0
} else {
  for (const [file, text] of different) {
    mkdirSync(dirname(join(root, file)), { recursive: true })
    writeFileSync(join(root, file), text)
    console.log(`wrote ${file}`)
  }
  if (different.length === 0) console.log('The contracts are up to date.')
}
