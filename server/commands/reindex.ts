import pg from 'pg'
import { Misused, type Command } from './command.ts'

export const reindex: Command = {
  name: 'reindex',
  usage: '[schema …]',
  says: 'Build the database’s indexes anew, one after the other, while the store goes on',
  help: 'For after an upgrade of the operating system’s collations, or when an index is damaged or has grown too large.',
  async run({ words, open, say }) {
    const { config, modules } = await open()
    const known = ['kit', ...modules.map(({ name }) => name)]
    const wrong = words.find((word) => !known.includes(word))
    if (wrong) throw new Misused(`There is no schema ${wrong}. There are: ${known.join(', ')}.`)
    const client = new pg.Client({ connectionString: config.databaseDirectUrl ?? config.databaseUrl! })
    await client.connect()
    try {
      const { rows } = await client.query<{ name: string }>(
        `select n.nspname || '.' || quote_ident(c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
         where c.relkind = 'r' and n.nspname = any($1) and exists (select from pg_index i where i.indrelid = c.oid) order by 1`,
        [words.length > 0 ? words : known],
      )
      for (const { name } of rows) {
        say(name)
        await client.query(`reindex table concurrently ${name}`)
      }
      await client.query('analyze')
      return { tables: rows.map(({ name }) => name) }
    } finally {
      await client.end()
    }
  },
}
