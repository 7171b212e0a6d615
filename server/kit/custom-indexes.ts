/**
 * Indexes of the fields that a store has declared for itself: made where they are missing, made anew where the type of
 * a field changed, taken away where nobody declares them any more. Part of `migrate`, under its lock; no table is locked
 * against writers meanwhile.
 */
import type pg from 'pg'
import { indexesOf, type CustomFields } from './custom.ts'

interface Held {
  name: string
  schema: string
  /** What it was made for, as its comment says; null: it was not finished. */
  made: string | null
}

export async function indexCustom(
  client: pg.Client,
  declared: CustomFields,
  log: (line: string) => void,
): Promise<void> {
  const { rows } = await client.query<Held>(`
    select c.relname as name, n.nspname as schema, case when i.indisvalid then obj_description(c.oid) end as made
    from pg_index i join pg_class c on c.oid = i.indexrelid join pg_namespace n on n.oid = c.relnamespace
    where c.relname like 'custom\\_%' and n.nspname not in ('pg_catalog', 'kit')`)
  const wanted = indexesOf(declared)
  const isWanted = ({ name, made }: Held) => wanted.some((each) => each.name === name && each.sql === made)
  for (const held of rows.filter((each) => !isWanted(each)))
    await client.query(`drop index concurrently if exists "${held.schema}"."${held.name}"`)
  for (const { name, table, sql } of wanted.filter(
    (each) => !rows.some((held) => held.name === each.name && isWanted(held)),
  )) {
    const [schema] = table.split('.')
    log(`Making the index of a field of the store's own: ${name}`)
    await client.query(`create index concurrently "${name}" on ${table} ${sql}`).catch((error: Error) => {
      throw new Error(`The values in ${table} do not fit the field that ${name} is for: ${error.message}`, {
        cause: error,
      })
    })
    await client.query(`comment on index "${schema}"."${name}" is '${sql.replaceAll("'", "''")}'`)
  }
}
