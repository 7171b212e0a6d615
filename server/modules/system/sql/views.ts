/**
 * What the console of staff may read: every table as a view of this store's own rows, without what is secret.
 *
 * The views live for one transaction, so that no later migration has to mind them. They are called as their tables with
 * an underscore: `orders_order`, `cart_line`.
 */
import type pg from 'pg'

/** May read the views of its transaction and nothing else; nobody logs in as it. */
export const CONSOLE_ROLE = 'quayside_console'

/** Their rows are keys to something, or hold words that are. */
const SECRET_TABLES = [
  'identity.password',
  'identity.password_link',
  'identity.session',
  'identity.api_key_secret',
  'kit.idempotency',
  'media.ticket',
  'messages.mailbox',
  'orders.claim_link',
]
/** Beside these no column of bytes is shown: all of them are hashes or sealed. */
const SECRET_COLUMNS = '(hash|secret|token|sealed|password)'

interface Readable {
  view: string
  from: string
  columns: string
  store: string
}

export async function makeViews(client: pg.PoolClient, storeId: string): Promise<void> {
  const { rows } = await client.query<Readable>(READABLE, [SECRET_TABLES, SECRET_COLUMNS])
  const store = client.escapeLiteral(storeId)
  const made = rows.map(
    ({ view, from, columns, store: own }) =>
      `create temp view ${view} with (security_barrier) as select ${columns} from ${from} where ${own} = ${store};
       grant select on ${view} to ${CONSOLE_ROLE};`,
  )
  await client.query(made.join('\n'))
}

/** Tables with a store's key, and the store itself. */
const READABLE = `
  select quote_ident(n.nspname || '_' || c.relname) as view, format('%I.%I', n.nspname, c.relname) as from,
    string_agg(quote_ident(a.attname), ', ' order by a.attnum) as columns,
    case when n.nspname || '.' || c.relname = 'settings.store' then 'id' else 'store_id' end as store
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
  where c.relkind in ('r', 'p') and not c.relispartition
    and n.nspname not in ('pg_catalog', 'information_schema', 'public', 'graphile_worker') and n.nspname !~ '^pg_'
    and n.nspname || '.' || c.relname <> all ($1) and a.atttypid <> 'bytea'::regtype and a.attname !~ $2
    and (n.nspname || '.' || c.relname = 'settings.store' or exists (
      select from pg_attribute s where s.attrelid = c.oid and s.attname = 'store_id' and not s.attisdropped))
  group by n.nspname, c.relname order by 1`
