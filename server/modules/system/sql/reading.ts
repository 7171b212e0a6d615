/**
 * One question in SQL, asked by a role that can do nothing but read the console's views.
 *
 * Five walls, each enough for what it is there for: the views show this store and no secret; the role sees nothing
 * else; the transaction cannot write and is rolled back; a cursor takes one `select` and so many rows; and PostgreSQL
 * ends it after `WITHIN`. The connection is thrown away, whatever was set on it.
 */
import pg from 'pg'
import { seconds } from '#kit/clock.ts'
import type { App } from '#kit/app.ts'
import { sqlState } from '#kit/db.ts'
import { failure } from '#kit/failure.ts'
import { Int, Nullable, Text, Type } from '#kit/types.ts'
import { CONSOLE_ROLE, makeViews } from './views.ts'

const WITHIN = seconds(5)
const LONGEST_VALUE = 2000 // characters of one field; more is cut

export const SqlRefused = failure(
  'system.sql_refused',
  422,
  Type.Object({ reason: Text(500), position: Nullable(Int(1, 100_000)) }, { additionalProperties: false }),
  {
    en: ({ reason }) => `PostgreSQL refused it: ${reason}`,
    de: ({ reason }) => `PostgreSQL hat abgelehnt: ${reason}`,
    ar: ({ reason }) => `رفض PostgreSQL ذلك: ${reason}`,
  },
)
export const SqlConsoleClosed = failure(
  'system.sql_console_closed',
  409,
  Type.Object({ role: Text(80) }, { additionalProperties: false }),
  {
    en: ({ role }) =>
      `The store’s database account may not make the role of the console. Let its owner run: create role ${role}; grant ${role} to the account.`,
    de: ({ role }) =>
      `Das Datenbankkonto des Shops darf die Rolle der Konsole nicht anlegen. Legen Sie sie an mit: create role ${role}; und geben Sie sie dem Konto mit: grant ${role}.`,
    ar: ({ role }) =>
      `لا يجوز لحساب قاعدة البيانات إنشاء دور وحدة التحكم. أنشئه بالأمر: create role ${role}; وامنحه للحساب بالأمر: grant ${role}.`,
  },
)

export interface Question {
  text: string
  values: string[]
  storeId: string
  limit: number
}
export interface Answer {
  columns: string[]
  rows: { cells: { text: string | null }[] }[]
  hasMore: boolean
}

/**
 * Names that would lead out of the role, or wait, lock and signal; also inside of texts and comments, so that no
 * way of writing them has to be understood. The catalog of PostgreSQL is in `information_schema`, too.
 */
const OUT_OF_BOUNDS = /set_config|current_setting|pg_|lo_|dblink|_to_xml|ts_stat|ts_rewrite|u&["']/i

export async function readBySql(app: App, question: Question): Promise<Answer> {
  const [word] = OUT_OF_BOUNDS.exec(question.text) ?? []
  if (word) throw SqlRefused({ reason: `\`${word}\` is not for this console.`, position: null })
  const client = await app.pool.pg.connect()
  try {
    await needRole(client)
    await client.query('begin')
    await makeViews(client, question.storeId)
    await client.query(`set local transaction_read_only = on; set local role ${CONSOLE_ROLE};
      set local statement_timeout = ${WITHIN}; set local lock_timeout = ${seconds(1)}`)
    return await ask(client, question)
  } finally {
    client.release(true)
  }
}

async function ask(client: pg.PoolClient, { text, values, limit }: Question): Promise<Answer> {
  try {
    // NOTE: as extended protocol, which takes one statement; with values alone pg would choose it by itself.
    const prepared = { text: `${DECLARE}${text}`, values, queryMode: 'extended' }
    await client.query(prepared as pg.QueryConfig)
    const { fields, rows } = await client.query<(string | null)[]>({
      text: `fetch ${limit + 1} from question`,
      rowMode: 'array',
      types: { getTypeParser: () => (value: string) => value } as pg.CustomTypesConfig,
    } as pg.QueryArrayConfig as never)
    return {
      columns: fields.map(({ name }) => name),
      rows: rows.slice(0, limit).map((row) => ({ cells: row.map((text) => ({ text: cut(text) })) })),
      hasMore: rows.length > limit,
    }
  } catch (error) {
    throw refusalOf(error)
  }
}

const DECLARE = 'declare question no scroll cursor for '

function cut(value: string | null): string | null {
  return value === null || value.length <= LONGEST_VALUE ? value : `${value.slice(0, LONGEST_VALUE - 1)}…`
}

/** What PostgreSQL says of the asker’s own words; the rest is for the caller to map. */
function refusalOf(error: unknown): unknown {
  const state = sqlState(error)
  if (state === undefined) return error
  if (state === '57014')
    return SqlRefused({ reason: `It took longer than ${WITHIN / 1000} s.`, position: null })
  const { message, position } = error as pg.DatabaseError
  const at = position === undefined ? NaN : Number(position) - DECLARE.length
  return SqlRefused({ reason: message.slice(0, 500), position: at >= 1 && at <= 100_000 ? at : null })
}

/** Made when it is first wanted: a migration’s account might not be allowed to, and the store would not start. */
export async function needRole(client: pg.PoolClient, role = CONSOLE_ROLE): Promise<void> {
  const { rowCount } = await client.query('select from pg_roles where rolname = $1', [role])
  if (rowCount) return
  try {
    await client.query(`create role ${role} nologin; grant ${role} to current_user`)
  } catch (error) {
    if (sqlState(error) === '42501') throw SqlConsoleClosed({ role })
    if (sqlState(error) !== '42710' && sqlState(error) !== '23505') throw error // another made it meanwhile
  }
}
