/**
 * Makes a shop large: each row many times more, in this store and in another one.
 *
 * A copy has other ids, made from the old ones, so that copies of an order and of its lines belong together as the
 * originals do; words and numbers that must be unique get the copy's number. Keys and triggers are off meanwhile:
 * it is about how much there is, not about what it means.
 */
import type pg from 'pg'

/** About so many rows of the usual thing in this store, and as many in the other; and of no thing more than so many. */
const ROWS = { usual: 2_000, most: 12_000 }
/** What a store has few of, and lists as a whole. */
const FEW = 20
const SMALL =
  /^(settings|tax|delivery)\.|^(identity\.(role|permission|api_key(_secret)?)|inventory\.location|catalog\.(bundle|category|option|attribute|product_type|collection(?!_product)|related_product|counted_together|product_option|variant_value)|customers\.(address|customer_group|company)|pricing\.list|browse\.(progress|synonym|placement|rating))/
/** Nothing of a store's business, or what a request finds its store by. */
const LEFT_ALONE =
  /^(kit\.(?!event$|audit$|job_run$)|settings\.store|graphile_worker\.|identity\.(session|person_role)|payments\.inbox$)/

interface Column {
  name: string
  type: string
  generated: boolean
  /** Part of a key that no id makes unique. */
  unique: boolean
  /** Of a table that is not copied. */
  stays: boolean
}
interface Table {
  name: string
  rows: number
  columns: Column[]
}

export async function grow(client: pg.Client, storeId: string): Promise<void> {
  await client.query('set session_replication_role = replica')
  await client.query('set statement_timeout = 0')
  const tables = await tablesOf(client)
  for (const { name, constraint } of await checksOf(client))
    await client.query(`alter table ${name} drop constraint ${constraint}`)
  for (const table of tables) {
    const copies = copiesOf(table, tables)
    // The other first: what is copied here would be copied there again.
    if (!table.name.startsWith('settings.')) await client.query(copy(table, storeId, copies, true))
    await client.query(copy(table, storeId, copies, false))
  }
  await client.query('reset session_replication_role')
  await client.query('vacuum analyze')
}

/** The same for all tables of a module, or copies of lines would belong to no order. */
function copiesOf(table: Table, tables: Table[]): number {
  if (SMALL.test(table.name)) return FEW
  const schema = ({ name }: Table) => name.split('.')[0]
  const rows = tables
    .filter((each) => schema(each) === schema(table) && !SMALL.test(each.name))
    .map((each) => each.rows)
  const usual = rows.toSorted((a, b) => a - b)[Math.floor(rows.length / 2)]!
  return Math.ceil(Math.min(ROWS.usual / usual, ROWS.most / Math.max(...rows)))
}

function copy({ name, columns }: Table, storeId: string, copies: number, elsewhere: boolean): string {
  const written = columns.filter((column) => !column.generated)
  const mark = elsewhere ? `'x' || n` : `n::text`
  const values = written.map((column) => valueOf(column, mark, elsewhere))
  const list = written.map((column) => `"${column.name}"`).join(', ')
  return `insert into ${name} (${list}) overriding system value
    select ${values.join(', ')} from (select * from ${name} where store_id = '${storeId}') t, generate_series(1, ${copies}) n
    on conflict do nothing`
}

function valueOf({ name, type, unique, stays }: Column, mark: string, elsewhere: boolean): string {
  const value = `t."${name}"`
  if (name === 'store_id') return elsewhere ? `md5(${value}::text)::uuid` : value
  if (type === 'uuid') return stays && !elsewhere ? value : `md5(${value}::text || ${mark})::uuid`
  if (type === 'timestamptz') return `${value} - n * interval '1 minute'`
  if (!unique) return value
  if (type === 'text' || type === 'varchar') return `${value} || '-' || ${mark}`
  if (type === 'bytea') return `${value} || convert_to(${mark}, 'UTF8')`
  if (type === 'int8') return `${value} + n * 100000`
  return value
}

async function tablesOf(client: pg.Client): Promise<Table[]> {
  const { rows } = await client.query<{ name: string; columns: Column[] }>(
    `
    select format('%I.%I', n.nspname, c.relname) as name,
      json_agg(json_build_object('name', a.attname, 'type', t.typname, 'generated', a.attgenerated <> '',
        'unique', a.attname !~ '^(locale|currency|country|kind|state)$' and exists (
          select from pg_index i where i.indrelid = c.oid and i.indisunique and a.attnum = any(i.indkey) and not exists (
            select from pg_attribute o where o.attrelid = c.oid and o.attnum = any(i.indkey) and o.atttypid = 'uuid'::regtype and o.attname <> 'store_id')),
        'stays', exists (select from pg_constraint f join pg_class r on r.oid = f.confrelid join pg_namespace rn on rn.oid = r.relnamespace
          where f.contype = 'f' and f.conrelid = c.oid and a.attnum = any(f.conkey)
            and format('%I.%I', rn.nspname, r.relname) ~ $1)) order by a.attnum) as columns
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
      join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
      join pg_type t on t.oid = a.atttypid
    where c.relkind = 'r' and n.nspname not in ('pg_catalog', 'information_schema')
    group by n.nspname, c.relname, c.oid having bool_or(a.attname = 'store_id') order by c.oid`,
    [LEFT_ALONE.source],
  )
  const tables: Table[] = []
  for (const { name, columns } of rows.filter((table) => !LEFT_ALONE.test(table.name))) {
    const { rows: counted } = await client.query<{ n: string }>(`select count(*) as n from ${name}`)
    if (Number(counted[0]!.n) > 0) tables.push({ name, columns, rows: Number(counted[0]!.n) })
  }
  return tables
}

async function checksOf(client: pg.Client): Promise<{ name: string; constraint: string }[]> {
  const { rows } = await client.query<{ name: string; constraint: string }>(`
    select con.conrelid::regclass::text as name, quote_ident(con.conname) as constraint from pg_constraint con
    join pg_namespace n on n.oid = con.connamespace
    where con.contype in ('c', 'x') and con.conrelid <> 0 and n.nspname not in ('pg_catalog', 'information_schema', 'graphile_worker')`)
  return rows
}
