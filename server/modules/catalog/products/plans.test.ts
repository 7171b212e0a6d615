/**
 * With 5,000 products the lists still walk an index and stop when the page is full.
 *
 * The statements are caught as the operations send them, and PostgreSQL is asked how it
 * does them: no list may read a whole table or sort more than a page.
 */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { sql } from 'kysely'
import pg from 'pg'
import { newId } from '#kit/id.ts'
import { openShop } from '#testing/shop.ts'
import { products } from '../../browse/products.ts'
import { writePrices } from '../../pricing/index.ts'
import { writeCategories, writeProducts } from '../index.ts'
import { list } from './list.ts'

const PRODUCTS = 5_000
const CHUNK = 1_000

interface Sent {
  text: string
  values: unknown[]
}
const sent: Sent[] = []
type Query = (...args: unknown[]) => unknown
const plain = pg.Client.prototype.query as unknown as Query
pg.Client.prototype.query = function (this: pg.Client, ...args: unknown[]) {
  const [first, second] = args as [string | Sent, unknown[]?]
  if (typeof first === 'string') sent.push({ text: first, values: Array.isArray(second) ? second : [] })
  else if (first?.text) sent.push({ text: first.text, values: first.values ?? [] })
  return plain.apply(this, args)
} as never

const shop = await openShop({ cacheBytes: 0 })
after(() => shop.close())
const { bob } = shop
const guest = shop.guest()
const categoryId = newId()

before(async () => {
  const { rows } = await sql<{ id: string }>`select id from tax.category where key = 'standard'`.execute(
    shop.app.pool.db,
  )
  await shop.inside((ctx) =>
    writeCategories(
      [
        {
          id: categoryId,
          parentId: null,
          position: 0,
          texts: [{ locale: 'en', name: 'Some', slug: 'some', description: '' }],
        },
      ],
      ctx,
    ),
  )
  for (let start = 0; start < PRODUCTS; start += CHUNK) {
    shop.clock.forward(1_000)
    const made = Array.from({ length: CHUNK }, (_, n) => productRow(start + n, rows[0]!.id))
    await shop.inside(async (ctx) => {
      await writeProducts(made, ctx)
      const prices = made.map(({ variants }) => ({
        variantId: variants[0]!.id,
        currency: 'EUR',
        amount: 1000,
      }))
      await writePrices(prices, ctx)
    })
  }
  await sql`vacuum analyze`.execute(shop.app.pool.db)
})

function productRow(n: number, taxCategoryId: string) {
  // Names are far from the order in which they are written.
  const name = `Product ${((n * 7919) % PRODUCTS).toString().padStart(4, '0')}`
  return {
    id: newId(),
    taxCategoryId,
    state: n % 10 === 0 ? ('draft' as const) : ('published' as const),
    position: n,
    featured: false,
    categoryIds: n % 5 === 0 ? [categoryId] : [],
    optionIds: [],
    media: [],
    texts: [{ locale: 'en', name, slug: `p-${n}`, subtitle: null, description: '', facts: [] }],
    variants: [{ id: newId(), sku: `sku-${n}`, position: 0, weightGrams: 0, values: [] }],
  }
}

interface Node {
  'Node Type': string
  'Relation Name'?: string
  'Index Name'?: string
  'Actual Rows': number
  'Actual Loops': number
  Plans?: Node[]
}

/** Every step of the plan of the only long statement that `work` sends. */
async function planOf(work: () => Promise<unknown>): Promise<Node[]> {
  await work()
  sent.length = 0
  await work()
  const [statement, ...more] = sent.filter(({ text }) => /catalog\.product/.test(text))
  assert.equal(more.length, 0, 'a list is one statement')
  const client = new pg.Client(shop.app.pool.pg.options.connectionString!)
  await client.connect()
  try {
    const { rows } = await client.query<{ 'QUERY PLAN': { Plan: Node }[] }>(
      `explain (analyze, format json) ${statement!.text}`,
      statement!.values,
    )
    return flat(rows[0]!['QUERY PLAN'][0]!.Plan)
  } finally {
    await client.end()
  }
}

const flat = (node: Node): Node[] => [node, ...(node.Plans ?? []).flatMap(flat)]
const TABLES = new Set(['product', 'product_text', 'variant', 'price'])

function walks(plan: Node[], index: string, most: number): void {
  const scans = plan.filter(
    (node) => node['Node Type'] === 'Seq Scan' && TABLES.has(node['Relation Name'] ?? ''),
  )
  assert.deepEqual(
    scans.map((node) => node['Relation Name']),
    [],
    'a whole table is read',
  )
  const used = plan.find((node) => node['Index Name'] === index)
  assert.ok(used, `${index} is not used, but ${plan.flatMap((node) => node['Index Name'] ?? []).join(', ')}`)
  const read = Math.max(...plan.map((node) => node['Actual Rows'] * node['Actual Loops']))
  assert.ok(read <= most, `${read} rows are read by one step`)
}

const staff: [string, object, string, number][] = [
  ['the last changed', {}, 'product_staff', 200],
  ['drafts', { state: 'draft' }, 'product_drafts', 200],
  ['the newest', { sort: { by: 'created', desc: true } }, 'product_created', 200],
  ['by name', { sort: { by: 'name' } }, 'product_text_by_name', 200],
  ['by name from the end', { sort: { by: 'name', desc: true } }, 'product_text_by_name', 200],
]
for (const [says, input, index, most] of staff) {
  test(`staff list: ${says}`, async () => {
    walks(await planOf(() => bob.call(list, input as never)), index, most)
    const { next } = await bob.call(list, { ...input, limit: 100 } as never)
    walks(await planOf(() => bob.call(list, { ...input, after: next! } as never)), index, most + 200)
  })
}

const shoppers: [string, object, string, number][] = [
  ['as the shop has them', {}, 'product_listed', 200],
  ['the newest', { sort: { by: 'newest' } }, 'product_newest', 200],
]
for (const [says, input, index, most] of shoppers) {
  test(`shoppers’ list: ${says}`, async () => {
    walks(await planOf(() => guest.call(products, input as never)), index, most)
    const { next } = await guest.call(products, { ...input, limit: 100 } as never)
    walks(await planOf(() => guest.call(products, { ...input, after: next! } as never)), index, most + 200)
  })
}

test('the check itself sees a table that is read as a whole', async () => {
  await sql`alter index catalog.product_staff rename to product_staff_away`.execute(shop.app.pool.db)
  await sql`drop index catalog.product_staff_away`.execute(shop.app.pool.db)
  const plan = await planOf(() => bob.call(list, {}))
  assert.throws(() => walks(plan, 'product_staff', 200), /whole table|not used|rows are read/)
})
