/**
 * Pages: how every list is asked for and answered.
 *
 * Lists are walked by key, not by offset: `next` is an opaque cursor of the sort
 * value and the id of the last row, so rows that arrive meanwhile neither repeat
 * nor hide others. A page number is offered for people, up to 10,000 rows deep.
 * A total costs a count, so it is given only when asked, and exact up to 10,000.
 */
import { sql, type SelectQueryBuilder } from 'kysely'
import { sqlState, type Db } from './db.ts'
import { invalid } from './failure.ts'
import type { Sort, Sorts } from './sort.ts'
import { Count, Flag, Int, List, Nullable, Type, shape, type Static, type TSchema } from './types.ts'

export const MAX_LIMIT = 100
export const DEFAULT_LIMIT = 20
/** Beyond this a total says `atLeast`, and page numbers end. */
export const EXACT_TOTAL = 10_000

/** Opaque; made by the store, sent back as `after`. */
export const Cursor = Type.String({ pattern: '^[A-Za-z0-9_\\-]+$', maxLength: 1024, scalar: 'Cursor' })

export const PageTotal = shape(
  'PageTotal',
  { count: Count, atLeast: Flag },
  { description: 'How many there are. With `atLeast` there are more than that.' },
)
export type PageTotal = Static<typeof PageTotal>

/** Spread into the input of a list. */
export const pageInput = {
  limit: Type.Optional(Int(1, MAX_LIMIT)),
  after: Type.Optional(Cursor),
  page: Type.Optional(Int(1, EXACT_TOTAL)),
  withTotal: Type.Optional(Flag),
}

export interface PageRequest {
  limit?: number
  after?: string
  page?: number
  withTotal?: boolean
  sort?: Sort
}

/** `ProductPage` of `Product`. */
export function pageOf<Item extends TSchema>(item: Item) {
  const name = (item as { $id?: string }).$id
  if (!name) throw new Error('A page needs items with a name: give their shape an $id.')
  return shape(`${name}Page`, {
    items: List(item, MAX_LIMIT),
    next: Nullable(Cursor),
    total: Nullable(PageTotal),
  })
}

export interface Position {
  sort: string
  value: string
  id: string
}

export function encodeCursor({ sort, value, id }: Position): string {
  return Buffer.from(JSON.stringify([sort, value, id])).toString('base64url')
}

const WORD = /^-?[A-Za-z0-9_]{1,60}$/
const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** Refuses cursors that were not made here, and those of another order of the list. */
export function decodeCursor(cursor: string, sort: string): Position {
  try {
    const [word, value, id] = JSON.parse(Buffer.from(cursor, 'base64url').toString()) as unknown[]
    if (typeof word !== 'string' || typeof value !== 'string' || typeof id !== 'string') throw new TypeError()
    if (!WORD.test(word) || !ID.test(id) || value.includes('\u0000') || word !== sort) throw new TypeError()
    return { sort: word, value, id }
  } catch {
    throw invalid(
      'after',
      'cursor',
      'This cursor is not from this list in this order. Start again without it.',
    )
  }
}

export interface PageOfRows<Row> {
  rows: Row[]
  next: string | null
  total: PageTotal | null
}

/**
 * Reads one page. `query` has its tables, conditions and columns, but no order and no limit.
 *
 * NOTE: joins in `query` must not multiply the rows, or the pages would break inside a row.
 */
export async function readPage<DB, TB extends keyof DB, Row>(
  query: SelectQueryBuilder<DB, TB, Row>,
  request: PageRequest,
  sorts: Sorts,
  db: Db,
): Promise<PageOfRows<Row>> {
  const limit = request.limit ?? DEFAULT_LIMIT
  const order = sorts.order(request.sort)
  if (request.after !== undefined && request.page !== undefined)
    throw invalid('page', 'conflict', 'Send either `after` or `page`.')
  const offset = ((request.page ?? 1) - 1) * limit
  if (offset >= EXACT_TOTAL)
    throw invalid('page', 'too_large', `Pages end at row ${EXACT_TOTAL}; go on with \`after\`.`)

  let paged = query
    .select([order.key.as('page_key'), order.id.as('page_id')])
    .orderBy(order.column, order.direction)
    .orderBy(order.id, order.direction)
    .limit(limit + 1)
  if (request.after !== undefined) paged = paged.where(order.past(decodeCursor(request.after, order.word)))
  if (offset > 0) paged = paged.offset(offset)
  const found = (await paged.execute().catch(refuseForged(request.after))) as (Row & {
    page_key?: string
    page_id?: string
  })[]

  const rows = found.slice(0, limit)
  const last = found.length > limit ? rows.at(-1) : undefined
  const next = last ? encodeCursor({ sort: order.word, value: last.page_key!, id: last.page_id! }) : null
  for (const row of rows) {
    delete row.page_key
    delete row.page_id
  }
  return { rows, next, total: request.withTotal ? await countUpTo(db, query) : null }
}

/** A cursor of the right form whose value is no number or date: it was made by hand. */
export function refuseForged(after: string | undefined) {
  return (error: unknown): never => {
    if (after !== undefined && sqlState(error)?.startsWith('22')) throw wrongCursor()
    throw error
  }
}

function wrongCursor() {
  return invalid(
    'after',
    'cursor',
    'This cursor is not from this list in this order. Start again without it.',
  )
}

async function countUpTo<DB, TB extends keyof DB, Row>(
  db: Db,
  query: SelectQueryBuilder<DB, TB, Row>,
): Promise<PageTotal> {
  const some = query
    .clearSelect()
    .select(sql`1`.as('one'))
    .limit(EXACT_TOTAL + 1)
  const { rows } = await sql<{ count: number }>`select count(*) as count from (${some}) as counted`.execute(
    db,
  )
  const count = Number(rows[0]!.count)
  return { count: Math.min(count, EXACT_TOTAL), atLeast: count > EXACT_TOTAL }
}
