/**
 * The store behind PgBouncer in transaction mode, with the settings of deploy/pgbouncer: a purchase runs, few sessions do.
 *
 * Needs `pgbouncer` (Debian: apt-get install pgbouncer).
 */
import assert from 'node:assert/strict'
import { spawn, spawnSync } from 'node:child_process'
import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import pg from 'pg'
import { testDatabase } from '#testing/database.ts'
import { get, placeOrder, soon } from './shopper.ts'
import { endAll, freePort, newFolder, startStore } from './store-process.ts'

const SESSIONS = 4
const program = ['pgbouncer', '/usr/sbin/pgbouncer'].find(
  (name) => spawnSync(name, ['--version']).status === 0,
)
const sample = readFileSync(join(import.meta.dirname, '../../../deploy/pgbouncer/pgbouncer.ini'), 'utf8')
const ends: (() => unknown)[] = []
after(async () => {
  await endAll()
  for (const end of ends.reverse()) await end()
})

/** The sample with the test's own addresses, and fewer sessions. */
function settingsFor(direct: URL, port: string, folder: string): string {
  const host = direct.searchParams.get('host') ?? direct.hostname
  const name = direct.pathname.slice(1)
  const password = direct.password && `password='${decodeURIComponent(direct.password)}'`
  return sample
    .replace(
      /^quayside = host=\S+ port=\S+ dbname=\S+/m,
      `${name} = host=${host} port=${direct.port || '5432'} dbname=${name}`,
    )
    .replace(/^listen_addr = .*$/m, 'listen_addr = 127.0.0.1')
    .replace(/^listen_port = .*$/m, `listen_port = ${port}`)
    .replace(/^auth_type = .*$/m, 'auth_type = any')
    .replace(/^auth_file = .*$/m, `logfile = ${folder}/log\nunix_socket_dir =`)
    .replace(/^default_pool_size = .*$/m, `default_pool_size = ${SESSIONS}`)
    .replace('connect_query=', `user=${direct.username || 'postgres'} ${password} connect_query=`)
}

/** Answers the address through the pooler. It runs as the one who may reach PostgreSQL’s socket. */
async function openPooler(url: string): Promise<string> {
  const direct = new URL(url)
  const [port, folder] = [await freePort(), mkdtempSync(join(tmpdir(), 'quayside-pooler-'))]
  chmodSync(folder, 0o777)
  ends.push(() => rmSync(folder, { recursive: true, force: true }))
  const file = join(folder, 'pgbouncer.ini')
  writeFileSync(file, settingsFor(direct, port, folder))
  const host = direct.searchParams.get('host')
  const { uid, gid } = host ? statSync(host) : { uid: 65_534, gid: 65_534 }
  const child = spawn(program!, [file], {
    stdio: 'ignore',
    ...(process.getuid?.() === 0 ? { uid, gid } : {}),
  })
  ends.push(() => child.kill('SIGINT'))
  await soon('the pooler listens', async () => {
    const socket = connect(Number(port), '127.0.0.1')
    return new Promise<boolean>((resolve) => {
      socket.once('connect', () => resolve(true)).once('error', () => resolve(false))
    }).finally(() => socket.destroy())
  })
  return `postgres://${direct.username || 'postgres'}@127.0.0.1:${port}${direct.pathname}`
}

test(
  'a purchase through PgBouncer in transaction mode',
  { skip: program ? false : 'pgbouncer is not installed' },
  async () => {
    const database = await testDatabase()
    ends.push(() => database.drop())
    const pooled = await openPooler(database.url)

    const client = new pg.Client({ connectionString: pooled })
    await client.connect()
    const shown = await client.query<{ statement_timeout: string }>('show statement_timeout')
    assert.equal(shown.rows[0]!.statement_timeout, '10s', 'limits hold behind the pooler too')
    await client.end()

    const port = await freePort()
    const store = startStore({
      PORT: port,
      PUBLIC_URL: `http://127.0.0.1:${port}`,
      DATABASE_URL: pooled,
      DATABASE_DIRECT_URL: database.url,
      DATA_DIR: newFolder(),
      SECRET: 'one secret for the store behind the pooler',
      LIMIT_SCALE: '0',
    })
    await store.says(/Quayside is open/)
    const buyer = {
      email: 'ann@example.com',
      password: 'correct horse',
      name: 'Ann',
      street: 'Street 1',
      phone: '+493012345678',
    }
    const bought = await placeOrder(store.url, buyer)
    await bought.pay()
    await soon('the order is confirmed', async () => {
      const { state } = await get<{ state: string }>(store.url, 'GET', `/v1/orders/${bought.orderId}`, {
        token: bought.token,
      })
      return state === 'confirmed'
    })

    const pages = Array.from({ length: 60 }, () => get(store.url, 'GET', '/v1/products?limit=20'))
    await Promise.all(pages)
    const direct = new pg.Client({ connectionString: database.url })
    await direct.connect()
    const { rows } = await direct.query<{ sessions: number }>(
      `select count(*)::int as sessions from pg_stat_activity
     where datname = current_database() and application_name = '' and pid <> pg_backend_pid()`,
    )
    await direct.end()
    assert.ok(
      rows[0]!.sessions <= SESSIONS,
      `${rows[0]!.sessions} sessions for one process with a pool of 20`,
    )
    assert.doesNotMatch(store.said(), /prepared statement/)
  },
)
