/**
 * Before anything is measured: both servers answer the same and leave the same rows behind.
 *
 * Ids, moments, tokens and numbers drawn are replaced by what they are, ids in the order in which they
 * come, so that who points to whom is compared too.
 */
import { isDeepStrictEqual } from 'node:util'
import { cartIdOf, makeBuyers } from './buyers.ts'
import {
  addItemRequest,
  cases,
  detailPath,
  detailsRequest,
  listPath,
  must,
  orderRequest,
  payAt,
  placeRequest,
  searchPath,
  suggestPath,
} from './cases.ts'
import { openConnection, requestOf, type Connection } from './load.ts'
import type { Database, Rig, Server } from './rig.ts'
import { watchOver, type Watch } from './watch.ts'

export interface Compared {
  reads: number
  tables: Record<string, number>
}

/** Buyers `first` and `first + 1` are used up. */
export async function mustBeSame(rig: Rig, first: number): Promise<Compared> {
  const reads = await sameReads(rig)
  const outcomes = []
  for (const server of [rig.store, rig.bare])
    outcomes.push(await buyWith(server, watchOver(server.database), first, server === rig.store))
  const [store, bare] = outcomes as [Outcome, Outcome]
  const faults = [
    ...differences(store.answers, bare.answers, 'answers'),
    ...Object.keys(store.rows).flatMap((table) => differences(store.rows[table], bare.rows[table], table)),
  ]
  if (faults.length > 0) throw new Error(`After a purchase the two servers differ:\n${faults.join('\n')}`)
  return {
    reads,
    tables: Object.fromEntries(Object.entries(store.rows).map(([name, rows]) => [name, rows.length])),
  }
}

async function sameReads(rig: Rig): Promise<number> {
  const paths = [
    ...[0, 1, 2, 5, 40].map(listPath), // 40 is near the end
    listPath(41), // the last page, not full, without a next one
    '/v1/products?limit=7',
    ...[0, 1, 4, 5, 7, 50, 499, 999].map(detailPath),
    ...Array.from({ length: 8 }, (_, n) => [
      searchPath(n),
      searchPath(n, '&facets=true'),
      suggestPath(n),
    ]).flat(),
  ]
  for (const path of paths) {
    const [store, bare] = await Promise.all([read(rig.store, path), read(rig.bare, path)])
    const faults = differences(store, bare, '')
    if (faults.length > 0) throw new Error(`The two answer GET ${path} differently:\n${faults.join('\n')}`)
  }
  return paths.length
}

async function read(server: Server, path: string): Promise<unknown> {
  return withConnection(server, async (connection) => {
    const reply = await connection.send(requestOf({ method: 'GET', path }))
    return JSON.parse(must(reply, 200, '{')) as unknown
  })
}

async function withConnection<T>(server: Server, work: (connection: Connection) => Promise<T>): Promise<T> {
  const connection = await openConnection(server.port)
  try {
    return await work(connection)
  } finally {
    connection.close()
  }
}

/** Where two values differ, one line each. */
export function differences(store: unknown, bare: unknown, path: string): string[] {
  if (isDeepStrictEqual(store, bare)) return []
  const deeper = [store, bare].every((each) => typeof each === 'object' && each !== null)
  if (!deeper)
    return [`  ${path}: ${JSON.stringify(store)} in the store, ${JSON.stringify(bare)} in the bare server`]
  const [one, other] = [store as Record<string, unknown>, bare as Record<string, unknown>]
  return [...new Set([...Object.keys(one), ...Object.keys(other)])].flatMap((name) =>
    differences(one[name], other[name], `${path}.${name}`),
  )
}

interface Outcome {
  answers: unknown[]
  rows: Record<string, unknown[]>
}

/** An item in a cart by one buyer, and a purchase by the next. */
async function buyWith(server: Server, watch: Watch, n: number, hasRest: boolean): Promise<Outcome> {
  await cases.find(({ name }) => name === 'cart')!.prepare(server, n, 1)
  await makeBuyers(server.database, { first: n + 1, count: 1, withItem: true })
  const answers = await withConnection(server, async (connection) => {
    const cart = must(await connection.send(addItemRequest(n)), 200, '{')
    const detailed = must(await connection.send(detailsRequest(n + 1)), 200, '{')
    const placed = must(await connection.send(placeRequest(n + 1)), 201, '{')
    const { order, next } = JSON.parse(placed) as { order: { id: string }; next: { url: string } }
    await payAt(next.url)
    await watch.confirmed(order.id)
    const ordered = must(await connection.send(orderRequest(n + 1, order.id)), 200, '{')
    return [cart, detailed, placed, ordered].map((text) => JSON.parse(text) as unknown)
  })
  if (hasRest) await watch.atRest()
  const orderId = (answers[3] as { id: string }).id
  return {
    answers: answers.map((answer) => plain(answer)),
    rows: await rowsOf(server.database, n, orderId),
  }
}

/** $1 is the order, $2 the two carts. Events of the mail are no part of a purchase. */
const ROWS: Record<string, string> = {
  'cart.cart': 'select * from cart.cart where id = any($2) order by state',
  'cart.line': 'select * from cart.line where cart_id = any($2) order by variant_id',
  'orders.order': 'select * from orders.order where id = $1',
  'orders.line': 'select * from orders.line where order_id = $1 order by position',
  'orders.tax_line': 'select * from orders.tax_line where order_id = $1 order by position',
  'orders.history': 'select * from orders.history where order_id = $1 order by kind',
  'payments.payment': 'select * from payments.payment where payable_id = $1',
  'payments.history':
    'select h.* from payments.history h join payments.payment p on p.id = h.payment_id where p.payable_id = $1 order by h.to_state',
  'payments.reference':
    'select r.* from payments.reference r join payments.payment p on p.id = r.payment_id where p.payable_id = $1 order by r.kind',
  'payments.inbox':
    "select i.* from payments.inbox i where i.fact::text like (select '%' || provider_reference || '%' from payments.payment where payable_id = $1)",
  'ledger.transaction': 'select * from ledger.transaction where subject_id = $1 order by kind',
  'ledger.entry':
    'select e.*, a.code from ledger.entry e join ledger.transaction t on t.id = e.transaction_id join ledger.account a on a.id = e.account_id where t.subject_id = $1 order by t.kind, e.position',
  'inventory.reservation': 'select * from inventory.reservation where holder_id = $1',
  'inventory.level':
    'select l.* from inventory.level l join inventory.reservation r using (item_id, location_id) where r.holder_id = $1',
  'kit.idempotency': 'select * from kit.idempotency where resource_id = $1',
  'kit.event': `select name, payload, store_id, actor, trace_id, at, id from kit.event where name not like 'messages.%'
    and exists (select from jsonb_array_elements_text(payload -> 'ids') x where x::uuid = $1 or x::uuid = any($2)
      or x::uuid in (select id from payments.payment where payable_id = $1)
      or x::uuid in (select id from ledger.transaction where subject_id = $1)
      or x::uuid in (select variant_id from orders.line where order_id = $1 and kit.event.at >= (select created_at from orders.order where id = $1))
      or x::uuid in (select id from payments.inbox where fact::text like (select '%' || provider_reference || '%' from payments.payment where payable_id = $1)))
    order by name, actor, payload::text`,
}

async function rowsOf(database: Database, n: number, orderId: string): Promise<Record<string, unknown[]>> {
  const carts = [cartIdOf(n), cartIdOf(n + 1)]
  const found: Record<string, unknown[]> = {}
  for (const [table, text] of Object.entries(ROWS)) {
    const rows = await database.rows(`select $1::uuid, $2::uuid[], to_jsonb(r) as row from (${text}) r`, [
      orderId,
      carts,
    ])
    if (rows.length === 0) throw new Error(`A purchase left no rows of ${table} behind.`)
    found[table] = plain(rows.map(({ row }) => row as unknown)) as unknown[]
  }
  return found
}

const KINDS: [RegExp, string | null][] = [
  [/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/, null],
  [/^\d{4}-\d\d-\d\dT[\d:.]+(Z|\+00:00)$/, 'moment'],
  [/^[0-9a-f]{32}$/, 'trace'],
  [/^\\x[0-9a-f]+$/, 'bytes'],
  [/^[\w-]{43}$/, 'token'],
]

/** `keys` whose values are each server's own: numbers that are drawn, and its way to keep a raw fact. */
const OWN = new Set(['number', 'fact', 'body_hash'])

function plain(value: unknown, ids = new Map<string, string>(), key = ''): unknown {
  if (OWN.has(key)) return value === null ? null : `<${key}>`
  if (Array.isArray(value)) return value.map((each) => plain(each, ids))
  if (value !== null && typeof value === 'object')
    return Object.fromEntries(
      Object.entries(value)
        .toSorted(([a], [b]) => (a < b ? -1 : 1))
        .map(([name, each]) => [name, plain(each, ids, name)]),
    )
  if (typeof value !== 'string') return value
  const kind = KINDS.find(([form]) => form.test(value))
  if (!kind) return cleared(value, ids)
  return kind[1] === null ? labelOf(value, ids) : `<${kind[1]}>`
}

function labelOf(id: string, ids: Map<string, string>): string {
  if (!ids.has(id)) ids.set(id, `<id ${ids.size + 1}>`)
  return ids.get(id)!
}

/** Ids inside of texts: addresses, references, causes. */
function cleared(text: string, ids: Map<string, string>): string {
  return text
    .replace(/\b(pay|cap|evt)_[0-9a-f]{32}(?![0-9a-f])/g, '<$1>')
    .replace(/\bsignature=[\w-]{43}\b/g, 'signature=<token>')
    .replace(/http:\/\/127\.0\.0\.1:\d+/g, '<origin>')
    .replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, (id) => labelOf(id, ids))
}
