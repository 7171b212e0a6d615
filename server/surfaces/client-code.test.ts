/** The generated types, judged by the compiler: what fits compiles, what does not fit does not. */
import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { teaApp } from '../testing/tea-shop.ts'
import { clientRoutes, clientTypes } from './client-code.ts'

const root = join(import.meta.dirname, '../..')
const folder = mkdtempSync(join(tmpdir(), 'quayside-client-'))
after(() => rmSync(folder, { recursive: true }))

mkdirSync(join(folder, 'generated'))
for (const file of ['batch.ts', 'call.ts', 'events.ts', 'index.ts', 'nest.ts', 'problem.ts'])
  cpSync(join(root, 'packages/client/src', file), join(folder, file))
writeFileSync(join(folder, 'generated/types.ts'), clientTypes(teaApp))
writeFileSync(join(folder, 'generated/routes.ts'), clientRoutes(teaApp))

writeFileSync(join(folder, 'package.json'), '{ "type": "module" }')

const HEAD = `import { createClient, problemOf, type Tea, type TeaNext } from './index.ts'
const store = createClient({ origin: '' })
`
const OPTIONS = [
  '--noEmit',
  '--strict',
  '--exactOptionalPropertyTypes',
  '--allowImportingTsExtensions',
  '--skipLibCheck',
]
const FOR = [
  '--target',
  'es2024',
  '--module',
  'nodenext',
  '--lib',
  'es2024,dom,dom.iterable,esnext.array',
  '--types',
  '',
]

/** What the compiler says of each program; nothing when it is content. */
function compile(programs: string[]): string[] {
  const files = programs.map((program, index) => {
    writeFileSync(join(folder, `program-${index}.ts`), `${HEAD}${program}\nexport {}\n`)
    return `program-${index}.ts`
  })
  const said = runCompiler(files)
  return files.map((file) =>
    said
      .split(/\n(?=\S)/)
      .filter((line) => line.startsWith(file))
      .join('\n'),
  )
}

function runCompiler(files: string[]): string {
  try {
    const compiler = join(root, 'node_modules/typescript/bin/tsc')
    return execFileSync(process.execPath, [compiler, ...OPTIONS, ...FOR, ...files], {
      cwd: folder,
      encoding: 'utf8',
    })
  } catch (error) {
    return (error as { stdout: string }).stdout
  }
}

test('what fits compiles', () => {
  const said = compile([
    `
const page = await store.tea.list({ limit: 5, filter: { status: { in: ['open'] }, price: { gte: 100 } }, sort: { by: 'price', desc: true } }, { expand: ['reviews'] })
const next: string | null = page.next
const tea: Tea = page.items[0]!
const origin: string | null = tea.origin
const amount: number = tea.price.amount
const stars: number | undefined = tea.reviews?.[0]?.stars
const rank: number | undefined = tea.rarity?.rank
await store.tea.shelf.update({ teaId: tea.id, origin: null, status: 'sold_out', blends: [{ leaves: [{ name: 'a', share: 1, grade: 'first_flush' }], notes: [] }] })
function address(of: TeaNext): string { return of.kind === 'redirect' ? of.url : '' }
for await (const now of store.tea.follow({ teaId: tea.id })) address({ kind: 'wait', seconds: now.version })
try {
  await store.tea.order({ teaId: tea.id, quantity: 1, wishes: [], gift: { kind: 'card', text: 'hello', amount: 500 } }, { idempotencyKey: 'k' })
} catch (error) {
  const problem = problemOf(error, 'tea.order')
  if (problem?.code === 'tea.sold_out') { const left: number = problem.details.left; void left }
  if (problem?.code === 'too_many_requests') { const wait: number = problem.details.retryAfterSeconds; void wait }
  if (problem?.code === 'unreachable') { const attempts: number = problem.details.attempts; void attempts }
}
const done = await store.batch({ atomic: true, items: [
  { operation: 'tea.order', input: { teaId: tea.id, quantity: 1, wishes: [] } }, { operation: 'tea.list', input: {}, key: 'k' }] })
const listed: Tea = done.results[1].output.items[0]!
const each = await store.admin.batch({ atomic: false, items: [{ operation: 'tea.shelf.update', input: { teaId: tea.id, origin: null } }] })
const { problem, output } = each.results[0]
const left: number | undefined = problem?.code === 'tea.sold_out' ? problem.details.left : output?.price.amount
void [next, origin, amount, stars, rank, listed, left]`,
  ])
  assert.deepEqual(said, [''])
})

test('what does not fit does not compile', () => {
  const wrong: [program: string, fault: RegExp][] = [
    ["await store.tea.list({ sort: { by: 'weight' } })", /Type '"weight"' is not assignable/],
    ['await store.tea.list({ filter: { price: { eq: 1 } } })', /'eq' does not exist/],
    [
      "await store.tea.order({ teaId: 'a', quantity: '1', wishes: [] })",
      /Type 'string' is not assignable to type 'number'/,
    ],
    ["await store.tea.order({ teaId: 'a', wishes: [] })", /Property 'quantity' is missing/],
    [
      "await store.tea.order({ teaId: 'a', quantity: 1, wishes: [], gift: { kind: 'card' } })",
      /missing the following properties.*text, amount/,
    ],
    ["await store.tea.shelf.update({ teaId: 'a', name: null })", /Type 'null' is not assignable/],
    ['await store.tea.pour({})', /Property 'pour' does not exist/],
    [
      "await store.batch({ atomic: true, items: [{ operation: 'tea.follow', input: { teaId: 'a' } }] })",
      /Type '"tea\.follow"' is not assignable/,
    ],
    [
      "await store.batch({ atomic: true, items: [{ operation: 'tea.list', input: { limit: 'x' } }] })",
      /Type 'string' is not assignable to type 'number'/,
    ],
    [
      "const each = await store.batch({ atomic: false, items: [{ operation: 'tea.list', input: {} }] }); each.results[0].output.items",
      /possibly 'null'/,
    ],
    ["const problem = problemOf(0, 'tea.order'); if (problem?.code === 'tea.empty') throw 0", /no overlap/],
  ]
  const said = compile(wrong.map(([program]) => program))
  wrong.forEach(([program, fault], index) => assert.match(said[index]!, fault, program))
})

test('the table of routes has a line per operation', () => {
  assert.match(clientRoutes(teaApp), /'tea\.order': \['POST', '\/v1\/teas\/:teaId\/orders', 'c'\],/)
  assert.match(clientRoutes(teaApp), /'batch': \['POST', '\/v1\/batch', 'c'\],/)
  assert.match(clientRoutes(teaApp), /'tea\.follow': \['GET', '\/v1\/teas\/:teaId\/live', 's'\],/)
})
