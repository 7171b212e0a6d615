/**
 * Draws `docs/tables.md` from a freshly migrated database: `node tools/tables.ts [--check]`.
 *
 * With `--check` nothing is written; a page that is out of date is named and the exit code is 1.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { testDatabase } from '../server/testing/database.ts'
import { tablesIn } from './tables/catalog.ts'
import { pageOf } from './tables/page.ts'
import { wordsIn } from './tables/words.ts'

const file = join(import.meta.dirname, '../docs/tables.md')
const database = await testDatabase()
const tables = await tablesIn(database.url)
await database.drop()
const page = pageOf(tables, wordsIn())

if (!process.argv.includes('--check')) writeFileSync(file, page)
else if (readFileSync(file, 'utf8') !== page) {
  console.error('docs/tables.md is out of date. Run `npm run tables` and commit what it writes.')
  process.exitCode = 1
}
