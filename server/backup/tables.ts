/** What a database holds: its tables in an order in which their rows can come back, and its sequences. */
import type pg from 'pg'

export interface Table {
  /** `cart.line` */
  name: string
  columns: string[]
  /** Columns of its key, by which its rows are read. */
  key: string[]
}

/** Kept by migrations, or true of running processes only. */
const LEFT_OUT = ['kit.migration', 'kit.worker', 'graphile_worker.migrations']

/** One connection without the limits of the shop's pool. Times, dates and numbers are written in one way. */
export const SESSION = `set timezone to 'UTC'; set datestyle to 'ISO, YMD'; set intervalstyle to 'postgres';
  set extra_float_digits to 3; set statement_timeout to 0; set lock_timeout to '10s'`

export async function tablesOf(client: pg.Client): Promise<Table[]> {
  const { rows } = await client.query<Table & { needs: string[] }>(`
    select n.nspname || '.' || c.relname as name,
      array(select a.attname::text from pg_attribute a
        where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '' order by a.attnum) as columns,
      array(select a.attname::text from pg_index i, unnest(i.indkey) with ordinality as k(attnum, place)
        join pg_attribute a on a.attnum = k.attnum and a.attrelid = c.oid
        where i.indrelid = c.oid and i.indisprimary order by k.place) as key,
      array(select distinct m.nspname || '.' || f.relname from pg_constraint k
        join pg_class f on f.oid = k.confrelid join pg_namespace m on m.oid = f.relnamespace
        where k.conrelid = c.oid and k.contype = 'f' and k.confrelid <> c.oid and not k.condeferrable) as needs
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind = 'r' and c.relpersistence = 'p' and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
    order by 1`)
  return inOrder(rows.filter(({ name }) => !LEFT_OUT.includes(name))).map(({ name, columns, key }) => ({
    name,
    columns,
    key,
  }))
}

/**
 * What others point to comes first. A table may point to itself: keys are checked at the end of its statement; and two to
 * each other where one of the keys is deferred.
 */
function inOrder<T extends { name: string; needs: string[] }>(tables: T[]): T[] {
  const done = new Set<string>()
  const known = new Set(tables.map(({ name }) => name))
  const order: T[] = []
  while (order.length < tables.length) {
    const ready = tables.filter(
      ({ name, needs }) => !done.has(name) && needs.every((need) => done.has(need) || !known.has(need)),
    )
    if (ready.length === 0)
      throw new Error(
        `These tables point to each other: ${tables
          .filter(({ name }) => !done.has(name))
          .map(({ name }) => name)
          .join(', ')}.`,
      )
    for (const table of ready) done.add(table.name)
    order.push(...ready)
  }
  return order
}

export interface Sequence {
  name: string
  value: string
  called: boolean
}

export async function sequencesOf(client: pg.Client): Promise<Sequence[]> {
  const { rows } = await client.query<{ name: string }>(`
    select n.nspname || '.' || quote_ident(c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind = 'S' and n.nspname !~ '^pg_' order by 1`)
  const found: Sequence[] = []
  for (const { name } of rows) {
    const { rows: at } = await client.query<{ value: string; called: boolean }>(
      `select last_value::text as value, is_called as called from ${name}`,
    )
    found.push({ name, ...at[0]! })
  }
  return found
}

/** All rows by their key, so that the same rows are the same bytes. */
export function readRows({ name, columns, key }: Table): string {
  const order = key.length > 0 ? `order by ${key.map(quoted).join(', ')}` : ''
  return `copy (select ${columns.map(quoted).join(', ')} from ${place(name)} ${order}) to stdout`
}

export function writeRows({ name, columns }: Table): string {
  return `copy ${place(name)} (${columns.map(quoted).join(', ')}) from stdin`
}

/** `orders.order` as SQL reads it. */
export function place(name: string): string {
  return name.split('.').map(quoted).join('.')
}

function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`
}

export async function appliedMigrations(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ there: boolean }>(
    `select to_regclass('kit.migration') is not null as there`,
  )
  if (!rows[0]!.there) return []
  const { rows: names } = await client.query<{ name: string }>(
    `select module || '/' || name as name from kit.migration order by 1`,
  )
  return names.map(({ name }) => name)
}
