/** What a migrated database says of its own tables. */
import pg from 'pg'

export interface Column {
  name: string
  type: string
  required: boolean
  standard: string | null
  /** PostgreSQL works it out; nobody writes it. */
  isComputed: boolean
}
export interface Rule {
  kind: 'key' | 'unique' | 'reference' | 'check' | 'exclusion'
  name: string
  text: string
  /** The table that a reference points to. */
  to: string | null
}
export interface Table {
  schema: string
  name: string
  columns: Column[]
  rules: Rule[]
  indexes: { name: string; text: string }[]
}

/** Tables of the store, in the order they were made; those of the queue are its own affair. */
export async function tablesIn(url: string): Promise<Table[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query<Table>(TABLES)).rows
  } finally {
    await client.end()
  }
}

const TABLES = `
  select n.nspname as schema, c.relname as name,
    (select json_agg(json_build_object('name', a.attname, 'type', format_type(a.atttypid, a.atttypmod), 'required', a.attnotnull,
        'isComputed', a.attgenerated <> '' or a.attidentity = 'a', 'standard', pg_get_expr(d.adbin, d.adrelid)) order by a.attnum)
      from pg_attribute a left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
      where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped) as columns,
    coalesce((select json_agg(json_build_object('kind', case r.contype when 'p' then 'key' when 'u' then 'unique' when 'f' then 'reference'
          when 'c' then 'check' else 'exclusion' end, 'name', r.conname, 'text', pg_get_constraintdef(r.oid),
          'to', case when r.confrelid = 0 then null else r.confrelid::regclass::text end)
        order by array_position(array['p', 'u', 'x', 'f', 'c'], r.contype::text), r.conname)
      from pg_constraint r where r.conrelid = c.oid and r.contype in ('p', 'u', 'f', 'c', 'x')), '[]') as rules,
    coalesce((select json_agg(json_build_object('name', x.relname, 'text', regexp_replace(pg_get_indexdef(i.indexrelid), '^.* USING ', '')
          || case when i.indisunique then ' (unique)' else '' end) order by x.relname)
      from pg_index i join pg_class x on x.oid = i.indexrelid
      where i.indrelid = c.oid and not exists (select from pg_constraint k where k.conindid = i.indexrelid)), '[]') as indexes
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where c.relkind in ('r', 'p') and n.nspname not in ('pg_catalog', 'information_schema', 'graphile_worker', 'public')
  order by c.oid`
