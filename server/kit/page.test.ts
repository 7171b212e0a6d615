import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  DummyDriver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type Expression,
} from 'kysely'
import { by, filters } from './filter.ts'
import { decodeCursor, encodeCursor, pageInput, pageOf, readPage } from './page.ts'
import { sorts } from './sort.ts'
import { compileCheck } from './validate.ts'
import { Instant, Minor, OneOf, Text, Type, shape } from './types.ts'

interface Tables {
  'shop.tea': { id: string; name: string; status: string; price: number }
}

/** Answers every statement with `rows` and writes down what was asked. */
function scripted(rows: unknown[]) {
  const asked: { sql: string; parameters: readonly unknown[] }[] = []
  const db = new Kysely<Tables>({
    dialect: {
      createAdapter: () => new PostgresAdapter(),
      createIntrospector: (of) => new PostgresIntrospector(of),
      createQueryCompiler: () => new PostgresQueryCompiler(),
      createDriver: () =>
        Object.assign(new DummyDriver(), {
          acquireConnection: async () => ({
            executeQuery: async (query: { sql: string; parameters: readonly unknown[] }) => {
              asked.push({ sql: query.sql, parameters: query.parameters })
              return { rows: structuredClone(query.sql.includes('count(*)') ? [{ count: 10_001 }] : rows) }
            },
            streamQuery: async function* () {},
          }),
        }),
    },
  })
  return { db, asked }
}

const teaSorts = sorts(
  'TeaSort',
  { name: { column: 'tea.name', type: 'text' }, price: { column: 'tea.price', type: 'bigint' } },
  { id: 'tea.id', first: 'name' },
)
const teaFilters = filters('TeaFilter', {
  price: by(Minor, ['gte', 'lte'], { column: 'tea.price', index: 'tea_by_price' }),
  status: by(OneOf('open', 'sold_out'), ['eq', 'in', 'missing'], {
    column: 'tea.status',
    index: 'tea_by_status',
  }),
  name: by(Text(40), ['contains'], { column: 'tea.name', index: 'tea_name_trgm' }),
  soldAt: by(Instant, ['gt', 'lt'], { column: 'tea.sold_at', index: 'tea_by_sold_at' }),
})
const id = (n: number) => `0190a0a0-0000-7000-8000-00000000000${n}`
const teas = [1, 2, 3].map((n) => ({ id: id(n), name: `Tea ${n}`, page_key: `${n}00`, page_id: id(n) }))

test('a page has one row fewer than was read, and a cursor to the rest', async () => {
  const { db, asked } = scripted(teas)
  const page = await readPage(
    db.selectFrom('shop.tea as tea').select(['tea.id', 'tea.name']),
    { limit: 2, sort: { by: 'price', desc: true } },
    teaSorts,
    db as never,
  )
  assert.deepEqual(page.rows, [
    { id: id(1), name: 'Tea 1' },
    { id: id(2), name: 'Tea 2' },
  ])
  assert.deepEqual(decodeCursor(page.next!, '-price'), { sort: '-price', value: '200', id: id(2) })
  assert.equal(page.total, null)
  assert.match(asked[0]!.sql, /order by "tea"\."price" desc, "tea"\."id" desc limit \$1$/)
})

test('the cursor goes on behind the last row, in the same direction', async () => {
  const { db, asked } = scripted([])
  const after = encodeCursor({ sort: '-price', value: '200', id: id(2) })
  const page = await readPage(
    db.selectFrom('shop.tea as tea').select('tea.id'),
    { after, sort: { by: 'price', desc: true } },
    teaSorts,
    db as never,
  )
  assert.equal(page.next, null)
  assert.match(asked[0]!.sql, /where \("tea"\."price", "tea"\."id"\) < \(\$1::text::bigint, \$2::uuid\)/)
  assert.deepEqual(asked[0]!.parameters.slice(0, 2), ['200', id(2)])
})

test('a total is counted only when asked, and only so far', async () => {
  const { db, asked } = scripted(teas)
  const page = await readPage(
    db.selectFrom('shop.tea as tea').select('tea.id').where('tea.status', '=', 'open'),
    { withTotal: true },
    teaSorts,
    db as never,
  )
  assert.deepEqual(page.total, { count: 10_000, atLeast: true })
  assert.match(asked[1]!.sql, /where "tea"\."status" = \$1 limit \$2/)
  assert.deepEqual(asked[1]!.parameters, ['open', 10_001])
})

test('pages by number end where totals end', async () => {
  const { db } = scripted(teas)
  const query = db.selectFrom('shop.tea as tea').select('tea.id')
  await assert.rejects(readPage(query, { page: 501, limit: 20 }, teaSorts, db as never), {
    code: 'invalid_input',
  })
  await assert.rejects(readPage(query, { page: 2, after: 'AAAA' }, teaSorts, db as never), {
    code: 'invalid_input',
  })
})

test('a cursor of another order, or of nobody, is refused', () => {
  const cursor = encodeCursor({ sort: 'name', value: 'Tea', id: id(1) })
  for (const bad of [
    cursor,
    'AAAA',
    encodeCursor({ sort: '-price', value: 'x\u0000', id: id(1) }),
    encodeCursor({ sort: '-price', value: '1', id: "'" }),
  ]) {
    assert.throws(() => decodeCursor(bad, '-price'), { code: 'invalid_input' })
  }
})

test('filters become conditions with values as parameters', () => {
  const { db } = scripted([])
  const of = (filter: Parameters<typeof teaFilters.where>[0]) => {
    const { sql, parameters } = db
      .selectFrom('shop.tea as tea')
      .select('tea.id')
      .where(teaFilters.where(filter) as Expression<boolean>)
      .compile()
    return [sql.replace(/^.* where /, ''), parameters]
  }
  assert.deepEqual(of({ price: { gte: 100, lte: 900 }, status: { in: ['open'] } }), [
    '("tea"."price" >= $1 and "tea"."price" <= $2 and "tea"."status" = any($3))',
    [100, 900, ['open']],
  ])
  assert.deepEqual(of({ name: { contains: '50%_' }, status: { missing: true } }), [
    '("tea"."name" ilike $1 and "tea"."status" is null)',
    ['%50\\%\\_%'],
  ])
  assert.deepEqual(of(undefined), ['true', []])
})

test('nothing can be filtered or sorted by that was not declared', () => {
  const check = compileCheck(
    Type.Object(
      { ...pageInput, filter: Type.Optional(teaFilters.shape), sort: Type.Optional(teaSorts.shape) },
      { additionalProperties: false },
    ),
  )
  check({ filter: { price: { gte: 1 } }, sort: { by: 'price', desc: true }, limit: 5 })
  for (const bad of [
    { filter: { price: { eq: 1 } } },
    { filter: { secret: { eq: 1 } } },
    { sort: { by: 'id' } },
    { limit: 101 },
    { after: "'; drop" },
  ]) {
    assert.throws(() => check(bad), { code: /invalid_input|unknown_field/ })
  }
})

test('a page is named after its items', () => {
  assert.equal((pageOf(shape('Tea', { name: Text(20) })) as { $id?: string }).$id, 'TeaPage')
  assert.throws(() => pageOf(Text(20)), /give their shape an \$id/)
})
