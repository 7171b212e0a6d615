/** What the bare server knows of its one shop, and how it asks the database: by named statements. */
import { createHash } from 'node:crypto'
import type pg from 'pg'

export interface Settings {
  origin: string
  sandboxUrl: string
  secretKey: string
  webhookSecret: string
}

export interface Shop extends Settings {
  pool: pg.Pool
  storeId: string
  listId: string
  accounts: { provider: string; receivable: string; fees: string }
}

export interface Statement {
  name: string
  text: string
}

/** Answered as JSON with its status. */
export class Refused extends Error {
  statusCode: number
  constructor(statusCode: number, message: string) {
    super(message)
    this.statusCode = statusCode
  }
}

export async function openShop(pool: pg.Pool, settings: Settings): Promise<Shop> {
  const { rows } = await pool.query<{ store_id: string; list_id: string }>(
    `select s.id as store_id, l.id as list_id from settings.store s join pricing.list l on l.store_id = s.id and l.key = 'base'`,
  )
  const { store_id: storeId, list_id: listId } = rows[0]!
  const account = async (code: string) => {
    const opened = await pool.query<{ id: string }>(
      `with opened as (
         insert into ledger.account (id, store_id, code, currency, created_at) values (uuidv7(), $1, $2, 'EUR', now())
         on conflict (store_id, code, currency) do nothing returning id)
       select id from opened union all select id from ledger.account where store_id = $1 and code = $2 and currency = 'EUR'`,
      [storeId, code],
    )
    return opened.rows[0]!.id
  }
  const accounts = {
    provider: await account('provider:sandbox'),
    receivable: await account('receivable'),
    fees: await account('fees:sandbox'),
  }
  return { ...settings, pool, storeId, listId, accounts }
}

export async function rowsOf<Row extends pg.QueryResultRow>(
  database: pg.Pool | pg.PoolClient,
  statement: Statement,
  values: unknown[],
): Promise<Row[]> {
  return (await database.query<Row>({ ...statement, values })).rows
}

const WHO: Statement = {
  name: 'who',
  text: `select guest_id from identity.session
    where token_hash = $1 and store_id = $2 and revoked_at is null and expires_at > now()`,
}

/** The guest a token belongs to. */
export async function guestOf(shop: Shop, token: string | undefined): Promise<string> {
  const hash = createHash('sha256')
    .update(token ?? '')
    .digest()
  const [found] = await rowsOf<{ guest_id: string }>(shop.pool, WHO, [hash, shop.storeId])
  if (!found) throw new Refused(401, 'Who are you?')
  return found.guest_id
}

/** A picture as JSON, as SQL; `file` and `alt` are aliases of their tables. */
export function pictureJson(file: string, alt: string): string {
  return `json_build_object('url', '/files/' || ${file}.storage_key, 'width', ${file}.width, 'height', ${file}.height,
    'focus', ${focusOf(file)}, 'sources', ${file}.sources, 'alt', coalesce(${alt}.alt, ''))`
}

export const focusOf = (file: string) =>
  `case when ${file}.focus_x is not null then json_build_object('xPermille', ${file}.focus_x, 'yPermille', ${file}.focus_y) end`

export const euro = (amount: string) => `json_build_object('amount', ${amount}, 'currency', 'EUR')`
export const euroOrNull = (amount: string) => `case when ${amount} is not null then ${euro(amount)} end`
export const inWords = (pieces: string) =>
  `case when ${pieces} > 5 then 'in_stock' when ${pieces} > 0 then 'low_stock' else 'out_of_stock' end`
/** Pieces of a variant that can be sold; here each is one item at one place. */
export const freeOf = (level: string) =>
  `greatest(0, ${level}.on_hand + ${level}.backorder_limit - ${level}.safety_stock - ${level}.reserved)`
