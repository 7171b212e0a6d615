/** The types of rows, judged by the compiler: a query that the tables cannot answer does not compile. */
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { tablesIn } from '../../tools/tables/catalog.ts'
import { typesOf } from '../../tools/tables/types.ts'
import { testDatabase } from './database.ts'

const root = join(import.meta.dirname, '../..')
const folder = mkdtempSync(join(tmpdir(), 'quayside-rows-'))
after(() => rmSync(folder, { recursive: true }))
writeFileSync(join(folder, 'package.json'), '{ "type": "module" }')
writeFileSync(
  join(folder, 'tsconfig.json'),
  JSON.stringify({
    extends: join(root, 'tsconfig.json'),
    compilerOptions: { incremental: false },
    include: ['*.ts'],
  }),
)

const HEAD = `import type { Db } from '${root}/server/kit/db.ts'
import type {} from '${root}/server/database.ts'
declare const db: Db
`

/** What the compiler says of each program; nothing when it is content. */
function compile(programs: string[]): string[] {
  programs.forEach((program, at) =>
    writeFileSync(join(folder, `program-${at}.ts`), `${HEAD}${program}\nexport {}\n`),
  )
  const said = spawnSync('tsc', ['-p', '.', '--types', ''], { cwd: folder, encoding: 'utf8' }).stdout
  const faults = said.split(/\n(?=\S)/)
  return programs.map((_, at) => faults.filter((line) => line.startsWith(`program-${at}.ts`)).join('\n'))
}

test('what the tables hold compiles, with its types', () => {
  const right = [
    `const rows = await db.selectFrom('cart.line as l').select(['l.variant_id', 'l.quantity']).where('l.cart_id', '=', 'x').execute()
     const ids: string[] = rows.map((row) => row.variant_id); const sum: number = rows[0]!.quantity; void [ids, sum]`,
    `const { placed_at, customer_id, total_amount, state } = await db.selectFrom('orders.order').selectAll().executeTakeFirstOrThrow()
     const at: Date = placed_at; const who: string | null = customer_id; const minor: number = total_amount
     const is: boolean = state === 'confirmed'; void [at, who, minor, is]`,
    `await db.updateTable('cart.cart').set({ state: 'abandoned' }).where('id', '=', 'x').execute()`,
    `await db.insertInto('kit.external_ref').values({ store_id: 's', kind: 'k', id: 'i', system: 'y', external_id: 'e', created_at: new Date() }).execute()`,
  ]
  assert.deepEqual(
    compile(right),
    right.map(() => ''),
  )
})

test('a wrong table, column, word or value does not compile', () => {
  const wrong: [program: string, fault: RegExp][] = [
    [`db.selectFrom('cart.lines')`, /'"cart\.lines"' is not assignable/],
    [`db.selectFrom('cart.line').select('amount')`, /'"amount"' is not assignable/],
    [`db.selectFrom('cart.cart').where('state', '=', 'closed')`, /'"closed"' is not assignable/],
    [`db.updateTable('cart.line').set({ quantity: 'two' })`, /'string' is not assignable to type/],
    [
      `db.insertInto('kit.external_ref').values({ kind: 'k' })`,
      /not assignable to parameter of type 'InsertExpression/,
    ],
    [
      `const row = await db.selectFrom('orders.order').selectAll().executeTakeFirstOrThrow(); row.customer_id.length`,
      /possibly 'null'/,
    ],
  ]
  const said = compile(wrong.map(([program]) => program))
  wrong.forEach(([program, fault], at) => assert.match(said[at]!, fault, program))
})

test('the types are those of the migrated database', async () => {
  const database = await testDatabase()
  const types = typesOf(await tablesIn(database.url))
  await database.drop()
  assert.equal(readFileSync(join(root, 'server/database.ts'), 'utf8'), types, 'run `npm run tables`')
})
