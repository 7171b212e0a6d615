/**
 * Larger demo shops: `npm run quayside -- seed 10k` adds made-up goods to the 64 until there are so many.
 *
 * Written in chunks, each a transaction of its own well under a second, so that a running shop goes on and
 * memory does not grow with the size. A seed that was cut off goes on where it stopped: what is there by its
 * id is not written again. Two chunks are on their way at once, as the work is half the database's, half ours.
 */
import { sql } from 'kysely'
import pg from 'pg'
import type { App } from '#kit/app.ts'
import type { Ctx } from '#kit/context.ts'
import type { Call } from '#kit/invoke.ts'
import { categories, options, products } from './catalogue/index.ts'
import { idOf } from './factory/chance.ts'
import { madeProduct } from './factory/product.ts'
import { writeGoods, type Known } from './goods.ts'

export const sizes = { demo: products.length, '10k': 10_000, '100k': 100_000 } as const
export type Size = keyof typeof sizes

/** Products in one transaction; with three variants at most, under the writers' thousand rows. */
const CHUNK = 250
const AT_ONCE = 2
const SAY_EVERY_MS = 5_000
/**
 * After so many products, and each four times as many, the planner is told what it has. It would else check each
 * foreign key as in a shop of 64, by reading the whole table.
 */
const FIRST_COUNT = 1_000

export interface Seeded {
  size: Size
  /** Made-up products, besides those of the demo shop. */
  products: number
  written: number
  seconds: number
}

export async function seedSize(
  app: App,
  call: Call,
  given: { size: Size; shop: number },
  say: (line: string) => void = () => {},
): Promise<Seeded> {
  const { size, shop } = given
  const began = performance.now()
  const wanted = sizes[size] - products.length
  const known = await app.inTransaction(call, readKnown)
  let [next, written, saidAt, counted] = [0, 0, began, FIRST_COUNT]
  const work = async () => {
    while (next < wanted) {
      const [first, past] = [next, Math.min(next + CHUNK, wanted)]
      next = past
      const added = await app.inTransaction(call, (ctx) => writeChunk(ctx, shop, [first, past], known))
      written += added
      if (written >= counted) {
        counted = written * 4
        await tellPlanner(app)
      }
      if (performance.now() - saidAt < SAY_EVERY_MS) continue
      saidAt = performance.now()
      say(`${next + products.length} of ${sizes[size]} products`)
    }
  }
  const ended = await Promise.allSettled(
    Array.from({ length: AT_ONCE }, () => work().finally(() => (next = wanted))),
  )
  for (const each of ended) if (each.status === 'rejected') throw each.reason
  if (written > 0) await tellPlanner(app)
  return { size, products: wanted, written, seconds: Math.round((performance.now() - began) / 100) / 10 }
}

/** On a connection of its own, as it may take longer than a request may. */
async function tellPlanner({ config }: App): Promise<void> {
  const client = new pg.Client({ connectionString: config.databaseDirectUrl ?? config.databaseUrl! })
  await client.connect()
  try {
    await client.query('analyze')
  } finally {
    await client.end()
  }
}

async function writeChunk(
  ctx: Ctx,
  shop: number,
  [first, past]: [number, number],
  known: Known,
): Promise<number> {
  const numbers = Array.from({ length: past - first }, (_, index) => first + index)
  const ids = numbers.map((number) => idOf(shop, number, 'product'))
  const { rows } = await sql<{ id: string }>`
    select id from catalog.product where store_id = ${ctx.storeId} and id = any(${ids}::uuid[])`.execute(
    ctx.db,
  )
  const there = new Set(rows.map(({ id }) => id))
  const missing = numbers.filter((_, index) => !there.has(ids[index]!))
  if (missing.length === 0) return 0
  await writeGoods(
    ctx,
    missing.map((number) => madeProduct(shop, number)),
    {
      known,
      firstPosition: products.length + missing[0]!,
      idOf: (index, part) => idOf(shop, missing[index]!, part),
    },
  )
  return missing.length
}

/** What the demo shop has already, found by its keys. */
async function readKnown(ctx: Ctx): Promise<Known> {
  const of = async (text: ReturnType<typeof sql<{ key: string; id: string }>>) =>
    new Map((await text.execute(ctx.db)).rows.map(({ key, id }) => [key, id]))
  const tax = await of(
    sql`select key, id from tax.category where store_id = ${ctx.storeId} and archived_at is null limit 100`,
  )
  const categoryIds = await of(sql`select t.slug as key, c.id from catalog.category c
    join catalog.category_text t on t.category_id = c.id and t.live
    where c.store_id = ${ctx.storeId} and c.archived_at is null and t.slug = any(${categories.map(({ slug }) => slug)}) limit 1000`)
  const optionIds = await of(sql`
    select key, id from catalog.option where store_id = ${ctx.storeId} and archived_at is null
    union all
    select o.key || ' ' || v.key, v.id from catalog.option o join catalog.option_value v on v.option_id = o.id
    where o.store_id = ${ctx.storeId} and o.archived_at is null limit 10000`)
  const files = await of(sql`select regexp_replace(f.name, '[.]webp$', '') as key, f.id from media.file f
    where f.store_id = ${ctx.storeId} and f.type = 'image/webp' and f.visibility = 'public' and f.archived_at is null
    order by f.created_at desc limit 10000`)
  const locations = await of(
    sql`select key, id from inventory.location where store_id = ${ctx.storeId} and archived_at is null limit 100`,
  )
  const [standard, reduced, locationId] = [tax.get('standard'), tax.get('reduced'), locations.get('main')]
  const whole =
    categories.every(({ slug }) => categoryIds.has(slug)) && options.every(({ key }) => optionIds.has(key))
  if (!standard || !reduced || !locationId || !whole)
    throw new Error(
      'Only the demo shop can be made larger: its shelves, options, tax and warehouse must be there.',
    )
  return { tax: { standard, reduced }, locationId, categoryIds, optionIds, files }
}
