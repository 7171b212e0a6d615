/** What the store relies on: its database, the mail server, the payment providers. */
import { connect } from 'node:net'
import { isFailure } from '#kit/failure.ts'
import { readSet } from '#kit/migrate.ts'
import { migrationSets } from '../../modules.ts'
import { ok, warn, wrong, type Check } from './check.ts'

const OLDEST = 18
const REPLY_WITHIN_MS = 5_000

export const database: Check = async ({ app }) => {
  if (!app) return []
  const [row] = await app.pool.query<{ version: number; size: number; connections: number; most: number }>(
    `select current_setting('server_version_num')::int / 10000 as version, pg_database_size(current_database()) as size,
      (select count(*)::int from pg_stat_activity) as connections, current_setting('max_connections')::int as most`,
    [],
  )
  const { version, size, connections, most } = row!
  const says = `PostgreSQL ${version}, ${(size / 1e6).toFixed(0)} MB, ${connections} of ${most} connections`
  if (version < OLDEST) return [wrong('database', says, `Quayside needs PostgreSQL ${OLDEST} or newer.`)]
  if (connections > most * 0.9)
    return [warn('database', says, 'Lower DATABASE_POOL_SIZE, raise max_connections, or use a pooler.')]
  return [ok('database', says)]
}

export const migrations: Check = async ({ app }) => {
  if (!app) return []
  const wanted = migrationSets.flatMap((set) => readSet(set).map(({ name }) => `${set.module}/${name}`))
  const rows = await app.pool
    .query<{ name: string }>(`select module || '/' || name as name from kit.migration`, [])
    .catch(() => [])
  const there = new Set(rows.map(({ name }) => name))
  const missing = wanted.filter((name) => !there.has(name))
  if (missing.length > 0)
    return [
      wrong(
        'migrations',
        `${missing.length} are still to come, first ${missing[0]}.`,
        'Start the store once, or run it with QUAYSIDE_ROLES=migrate.',
      ),
    ]
  return [ok('migrations', `All ${wanted.length} are applied.`)]
}

export const mail: Check = async ({ config }) => {
  if (!config.smtpUrl)
    return [
      config.mode === 'demo'
        ? ok('mail', 'Mails go to the mailbox at /dev/mailbox.')
        : wrong(
            'mail',
            'No mail leaves this store.',
            'Set SMTP_URL, such as smtps://user:password@mail.example.',
          ),
    ]
  const { hostname, port, protocol } = new URL(config.smtpUrl)
  const place = `${hostname}:${port || (protocol === 'smtps:' ? 465 : 587)}`
  const said = await reach(hostname, Number(port) || (protocol === 'smtps:' ? 465 : 587))
  return [
    said === null
      ? ok('mail', `${place} answers.`)
      : wrong(
          'mail',
          `${place} does not answer (${said}).`,
          'Start the mail server, open the way to it, or correct SMTP_URL.',
        ),
  ]
}

export const files: Check = async ({ config: { adapters }, app }) => {
  if (!app) return []
  try {
    await app.storage.check()
  } catch (error) {
    const reason = isFailure(error) && error.cause ? (error.cause as Error) : (error as Error)
    return [wrong('files', reason.message, 'No picture can be shown or taken in until this is mended.')]
  }
  const place = adapters['STORAGE'] === 's3' ? `the bucket ${adapters['S3_BUCKET']}` : 'the data folder'
  return [ok('files', `Files are kept in ${place}.`)]
}

export const payments: Check = async ({ config }) => {
  const providers = config.adapters['PAYMENTS_PROVIDERS'] ?? ''
  if (providers === '')
    return [
      wrong('payments', 'No payment provider is offered: nobody can pay.', 'Name one in PAYMENTS_PROVIDERS.'),
    ]
  const outside = config.adapters['SANDBOX_URL']
  if (!outside) return [ok('payments', `Offered: ${providers}.`)]
  const { hostname, port, protocol } = new URL(outside)
  const said = await reach(hostname, Number(port) || (protocol === 'https:' ? 443 : 80))
  return [
    said === null
      ? ok('payments', `${providers} answers at ${outside}.`)
      : wrong(
          'payments',
          `${outside} does not answer (${said}).`,
          'Start the sandbox, or correct SANDBOX_URL.',
        ),
  ]
}

/** Null, or why there was no connection. */
function reach(host: string, port: number): Promise<string | null> {
  return new Promise((resolve) => {
    const socket = connect({ host, port, timeout: REPLY_WITHIN_MS })
    const end = (said: string | null) => (socket.destroy(), resolve(said))
    socket.once('connect', () => end(null))
    socket.once('timeout', () => end('no answer in time'))
    socket.once('error', (error: NodeJS.ErrnoException) => end(error.code ?? error.message))
  })
}
