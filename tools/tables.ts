/**
 * Draws `docs/tables.md` and the types of rows from a freshly migrated database: `node tools/tables.ts [--check]`.
 *
 * With `--check` nothing is written; a file that is out of date is named and the exit code is 1.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { testDatabase } from '../server/testing/database.ts'
import { tablesIn } from './tables/catalog.ts'
import { pageOf } from './tables/page.ts'
import { typesOf } from './tables/types.ts'
import { wordsIn } from './tables/words.ts'

const root = join(import.meta.dirname, '..')
const database = await testDatabase()
const tables = await tablesIn(database.url)
await database.drop()

const files = { 'docs/tables.md': pageOf(tables, wordsIn()), 'server/database.ts': typesOf(tables) }
for (const [file, text] of Object.entries(files)) {
  const path = join(root, file)
  if (!process.argv.includes('--check')) writeFileSync(path, text)
  else if (!existsSync(path) || readFileSync(path, 'utf8') !== text) {
    console.error(`${file} is out of date. Run \`npm run tables\` and commit what it writes.`)
    process.exitCode = 1
  }
}
