/**
 * The only reader of the environment.
 *
 * Each setting is declared once, with its meaning; a wrong one stops the start with
 * a list of what is wrong. `contracts/config.md` is generated from here.
 */
import { randomBytes } from 'node:crypto'
import { existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { isIP } from 'node:net'
import { join, resolve } from 'node:path'
import type { Config } from '#kit/config.ts'
import store from '../quayside.config.ts'
import { carriers } from './carriers.ts'
import { paymentProviders } from './payment-providers.ts'

export interface Setting {
  name: string
  says: string
  standard?: string
  secret?: boolean
  /** Answers what is wrong with the given text, or null. */
  wrong?: (text: string) => string | null
}

const oneOf =
  (...words: string[]) =>
  (text: string) =>
    words.includes(text) ? null : `must be one of ${words.join(', ')}`
const whole = (least: number, most: number) => (text: string) =>
  /^\d+$/.test(text) && Number(text) >= least && Number(text) <= most
    ? null
    : `must be a whole number from ${least} to ${most}`
const url =
  (...protocols: string[]) =>
  (text: string) =>
    URL.canParse(text) && protocols.includes(new URL(text).protocol)
      ? null
      : `must be an address that starts with ${protocols.join('// or ')}//`
const words = (text: string) =>
  text
    .split(',')
    .map((each) => each.trim())
    .filter(Boolean)
const addresses = (text: string) =>
  words(text).every((each) => isAddress(each))
    ? null
    : 'must be IP addresses or networks such as 10.0.0.0/8, joined by commas'
const namesOf = (known: object) => (text: string) => {
  const unknown = words(text).filter((name) => !Object.hasOwn(known, name))
  if (unknown.length === 0) return null
  return `names ${unknown.join(' and ')}; what is known here is ${Object.keys(known).join(', ')}`
}
const email = (text: string) =>
  /^[^\s@<>]+@[^\s@<>]+$/.test(text) ? null : 'must be an e-mail address such as owner@shop.example'

export const settings: Setting[] = [
  {
    name: 'QUAYSIDE_MODE',
    says: '`demo` (loopback only, sandbox payments, mailbox, seeded shop) or `production` (none of these).',
    standard: 'demo',
    wrong: oneOf('demo', 'production'),
  },
  {
    name: 'QUAYSIDE_ROLES',
    says: 'What this process does: `serve`, `work`, `migrate`, joined by commas.',
    standard: 'migrate,serve,work',
    wrong: (text) =>
      words(text).length > 0 && words(text).every((role) => ['serve', 'work', 'migrate'].includes(role))
        ? null
        : 'may name serve, work and migrate',
  },
  { name: 'HOST', says: 'Address to listen on. Demo mode listens on loopback only.', standard: '127.0.0.1' },
  {
    name: 'PORT',
    says: 'Port of the shop, the admin and the API.',
    standard: '3000',
    wrong: whole(1, 65535),
  },
  {
    name: 'TLS_CERT',
    says: 'File with the certificate chain (PEM), for TLS of the store’s own. Read again when it changes.',
  },
  { name: 'TLS_KEY', says: 'File with the certificate’s key (PEM).' },
  {
    name: 'HTTP_PORT',
    says: 'With TLS_CERT: a second port, without TLS, that sends everybody on to PUBLIC_URL. Default: none.',
    wrong: whole(1, 65535),
  },
  {
    name: 'HEALTH_PORT',
    says: 'One more port that answers /livez, /readyz and /metrics alone; a process that only works has no other. Default: none.',
    wrong: whole(1, 65535),
  },
  {
    name: 'GRPC_PORT',
    says: 'Port of the gRPC services, with HTTP/2 and TLS where the store has it; `0` serves none.',
    standard: '3001',
    wrong: whole(0, 65535),
  },
  {
    name: 'PUBLIC_URL',
    says: 'Address that shoppers use. Default: the address listened on.',
    wrong: url('http:', 'https:'),
  },
  { name: 'DATA_DIR', says: 'Folder for everything the store keeps on disk.', standard: '.data' },
  {
    name: 'DATABASE_URL',
    says: 'A PostgreSQL 18 or newer of your own. Default: the store runs its own in `DATA_DIR`.',
    secret: true,
    wrong: url('postgres:', 'postgresql:'),
  },
  {
    name: 'DATABASE_DIRECT_URL',
    says: 'The direct connection, when `DATABASE_URL` goes through a pooler.',
    secret: true,
    wrong: url('postgres:', 'postgresql:'),
  },
  {
    name: 'DATABASE_POOL_SIZE',
    says: 'Connections of one process at most, and as many again for what shoppers read most.',
    standard: '20',
    wrong: whole(2, 500),
  },
  {
    name: 'REDIS_URL',
    says: 'Redis in which processes keep answers together, so that none of them gives an old one. Default: each keeps its own.',
    secret: true,
    wrong: url('redis:', 'rediss:'),
  },
  {
    name: 'CACHE_MEGABYTES',
    says: 'Memory of one process for answers that are kept until something in them changes; `0` keeps none.',
    standard: '32',
    wrong: whole(0, 65_536),
  },
  {
    name: 'STORAGE',
    says: 'Where files are written: `disk` (in `DATA_DIR`) or `s3`. With a bucket they are read from both, and `npm run quayside -- media move` brings them over.',
    standard: 'disk',
    wrong: oneOf('disk', 's3'),
  },
  {
    name: 'S3_BUCKET',
    says: 'Bucket of an S3-compatible service for the store’s files. Default: none.',
    wrong: (text) => (/^[A-Za-z0-9][A-Za-z0-9._-]{1,62}$/.test(text) ? null : 'must be the name of a bucket'),
  },
  {
    name: 'S3_ENDPOINT',
    says: 'Address of the service, without the bucket. Default: Amazon’s for `S3_REGION`.',
    wrong: url('http:', 'https:'),
  },
  { name: 'S3_REGION', says: 'Region that requests are signed for.', standard: 'us-east-1' },
  {
    name: 'S3_ACCESS_KEY_ID',
    says: 'Key that may list the bucket, and get, put and delete in it.',
    secret: true,
  },
  { name: 'S3_SECRET_ACCESS_KEY', says: 'Secret of that key.', secret: true },
  {
    name: 'S3_PATH_STYLE',
    says: 'Whether the bucket stands in the path (`yes`) or in the name of the host (`no`). Default: `yes` with `S3_ENDPOINT`, else `no`.',
    wrong: oneOf('yes', 'no'),
  },
  {
    name: 'S3_PUBLIC_URL',
    says: 'Address of the bucket as browsers reach it: who loads a private file is then sent there by a link of a minute. Default: files pass through the store.',
    wrong: url('http:', 'https:'),
  },
  {
    name: 'FETCH_FROM',
    says: 'Hosts of your own network, such as `pictures.intern:8080`, from which imports may fetch pictures, joined by commas. Others must be public.',
    standard: '',
  },
  {
    name: 'WEBHOOKS_TO',
    says: 'Hosts that are not public, such as `127.0.0.1:4000`, to which webhooks may be sent while trying things out, joined by commas. Production refuses it.',
    standard: '',
  },
  {
    name: 'TRUSTED_PROXIES',
    says: 'Addresses of proxies whose forwarded headers are believed, joined by commas.',
    standard: '',
    wrong: addresses,
  },
  {
    name: 'SECRET',
    says: 'At least 32 characters; signs links and seals what must not be read. Demo mode makes its own.',
    secret: true,
    wrong: (text) => (text.length >= 32 ? null : 'must have at least 32 characters'),
  },
  {
    name: 'SMTP_URL',
    says: 'Mail server, such as smtps://user:password@mail.example. Default in demo mode: the mailbox at /dev/mailbox; in production mails wait until it is set.',
    secret: true,
    wrong: url('smtp:', 'smtps:'),
  },
  { name: 'MAIL_FROM', says: 'Sender of the store’s mails.', standard: 'Quayside <shop@quayside.example>' },
  {
    name: 'LOG_LEVEL',
    says: 'fatal, error, warn, info, debug or trace.',
    standard: 'info',
    wrong: oneOf('fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'),
  },
  {
    name: 'LIMIT_SCALE',
    says: 'Multiplies every rate limit, in percent; 0 switches them off.',
    standard: '100',
    wrong: whole(0, 1_000_000),
  },
  {
    name: 'PAYMENTS_PROVIDERS',
    says: 'Payment providers that are offered, joined by commas. Default in demo mode: sandbox.',
    wrong: namesOf(paymentProviders),
  },
  {
    name: 'CARRIERS',
    says: 'Carriers that are asked for rates and labels, joined by commas. Default in demo mode: sandbox.',
    wrong: namesOf(carriers),
  },
  {
    name: 'SANDBOX_URL',
    says: 'Where the payment sandbox runs, if not inside the store (demo mode only).',
    wrong: url('http:', 'https:'),
  },
  { name: 'SANDBOX_SECRET_KEY', says: 'Key for the sandbox’s API, when it runs outside.', secret: true },
  {
    name: 'SANDBOX_WEBHOOK_SECRET',
    says: 'Secret that signs the sandbox’s webhooks, when it runs outside.',
    secret: true,
  },
  {
    name: 'TAX_SERVICE_URL',
    says: 'A tax service that is asked for the taxes of carts. Default: none, the store’s own rates hold.',
    wrong: url('http:', 'https:'),
  },
  { name: 'TAX_SERVICE_KEY', says: 'Key for the tax service.', secret: true },
  {
    name: 'VIES_URL',
    says: 'Where VAT ids of the European Union are checked: https://ec.europa.eu/taxation_customs/vies/rest-api. Default in demo mode: a twin inside the store; in production ids wait for an answer until it is set.',
    wrong: url('http:', 'https:'),
  },
  {
    name: 'MEILISEARCH_URL',
    says: 'A Meilisearch (1.15 or newer) that finds products by words. Default: none, the store’s own search does.',
    wrong: url('http:', 'https:'),
  },
  {
    name: 'MEILISEARCH_KEY',
    says: 'Key for Meilisearch that may do everything with indexes named `quayside_*`, and read tasks.',
    secret: true,
  },
  {
    name: 'CDN_PURGE_URL',
    says: 'Where a CDN or another cache before the store is told which pages have changed. Pages are then the same for all of whom nothing is known, and may be kept there. Default: none, no page is.',
    wrong: url('http:', 'https:'),
  },
  {
    name: 'CDN_PURGE_SECRET',
    says: 'Secret that signs what is said there: `whsec_` and then base64 of at least 24 bytes.',
    secret: true,
    wrong: (text) =>
      /^whsec_[A-Za-z0-9+/]{32,}={0,2}$/.test(text)
        ? null
        : 'must be whsec_ and then base64 of at least 24 bytes',
  },
  {
    name: 'OWNER_EMAIL',
    says: 'E-mail of the owner made at the first start.',
    standard: 'owner@quayside.example',
    wrong: email,
  },
  {
    name: 'OWNER_PASSWORD',
    says: 'Password of the owner made at the first start. Demo mode makes its own and prints it.',
    secret: true,
    wrong: (text) => (text.length >= 10 && text.length <= 128 ? null : 'must have from 10 to 128 characters'),
  },
]

export class WrongConfig extends Error {}

/** Reads `.env` in the folder of the start too, so that a shop owner can keep settings in a file. */
export function readConfig(env: Record<string, string | undefined> = process.env): Config {
  const given = { ...readEnvFile(resolve('.env')), ...env }
  const faults: string[] = []
  const value = (name: string): string | null => {
    const setting = settings.find((each) => each.name === name)!
    const text = given[name]?.trim() || setting.standard || null
    const wrong = text === null ? null : (setting.wrong?.(text) ?? null)
    if (wrong) faults.push(`  ${name} ${wrong}${setting.secret ? '' : ` (it is "${text}")`}.`)
    return text
  }
  const mode = value('QUAYSIDE_MODE') as Config['mode']
  const dataDir = resolve(value('DATA_DIR')!)
  const host = value('HOST')!
  if (mode === 'demo' && !isLoopback(host))
    faults.push(
      `  HOST must be a loopback address in demo mode (it is "${host}"). Set QUAYSIDE_MODE=production to open the store to the network.`,
    )
  const secret = value('SECRET')
  if (mode === 'production' && !secret)
    faults.push('  SECRET is needed in production: at least 32 random characters.')
  const providers = value('PAYMENTS_PROVIDERS') ?? (mode === 'demo' ? 'sandbox' : '')
  if (mode === 'production' && words(providers).includes('sandbox'))
    faults.push('  PAYMENTS_PROVIDERS names the sandbox, which takes no real money; production refuses it.')
  const carried = value('CARRIERS') ?? (mode === 'demo' ? 'sandbox' : '')
  if (mode === 'production' && words(carried).includes('sandbox'))
    faults.push('  CARRIERS names the sandbox, which carries nothing; production refuses it.')
  const port = Number(value('PORT'))
  const [certFile, keyFile] = [value('TLS_CERT'), value('TLS_KEY')]
  if ((certFile === null) !== (keyFile === null))
    faults.push('  TLS_CERT and TLS_KEY belong together: set both, or neither.')
  const tls = certFile && keyFile ? { certFile: resolve(certFile), keyFile: resolve(keyFile) } : null
  const httpPort = value('HTTP_PORT')
  if (httpPort && !tls) faults.push('  HTTP_PORT only sends on to https: set TLS_CERT and TLS_KEY with it.')
  const bucket = value('S3_BUCKET')
  if (value('STORAGE') === 's3' && !bucket) faults.push('  S3_BUCKET is needed with STORAGE=s3.')
  if (bucket && !(value('S3_ACCESS_KEY_ID') && value('S3_SECRET_ACCESS_KEY')))
    faults.push('  S3_ACCESS_KEY_ID and S3_SECRET_ACCESS_KEY are needed with S3_BUCKET.')
  if (value('CDN_PURGE_URL') && !value('CDN_PURGE_SECRET'))
    faults.push('  CDN_PURGE_SECRET is needed with CDN_PURGE_URL.')
  const webhooksTo = words(value('WEBHOOKS_TO') ?? '')
  if (mode === 'production' && webhooksTo.length > 0)
    faults.push('  WEBHOOKS_TO lets webhooks into the network inside; production refuses it.')
  const scheme = tls ? 'https' : 'http'
  const known = Object.fromEntries(settings.map(({ name }) => [name, value(name) ?? '']))
  if (faults.length > 0)
    throw new WrongConfig(
      `The settings are not right:\n${[...new Set(faults)].join('\n')}\nAll settings are explained in contracts/config.md.`,
    )
  return {
    mode,
    roles: new Set(words(value('QUAYSIDE_ROLES')!) as ('serve' | 'work' | 'migrate')[]),
    host,
    port,
    tls,
    httpPort: httpPort === null ? null : Number(httpPort),
    healthPort: value('HEALTH_PORT') === null ? null : Number(value('HEALTH_PORT')),
    grpcPort: Number(value('GRPC_PORT')),
    dataDir,
    databaseUrl: value('DATABASE_URL'),
    databaseDirectUrl: value('DATABASE_DIRECT_URL'),
    databasePoolSize: Number(value('DATABASE_POOL_SIZE')),
    redisUrl: value('REDIS_URL'),
    cacheBytes: Number(value('CACHE_MEGABYTES')) * 1024 * 1024,
    publicUrl: (
      value('PUBLIC_URL') ?? `${scheme}://${host.includes(':') ? `[${host}]` : host}:${port}`
    ).replace(/\/$/, ''),
    fetchFrom: words(value('FETCH_FROM') ?? ''),
    webhooksTo,
    trustedProxies: words(value('TRUSTED_PROXIES') ?? ''),
    secret: secret ?? keptSecret(dataDir),
    smtpUrl: value('SMTP_URL'),
    mailFrom: value('MAIL_FROM')!,
    logLevel: value('LOG_LEVEL')!,
    limitScale: Number(value('LIMIT_SCALE')) / 100,
    custom: store.custom,
    adapters: {
      ...known,
      PAYMENTS_PROVIDERS: words(providers).join(','),
      CARRIERS: words(carried).join(','),
    },
  }
}

function isAddress(text: string): boolean {
  const [address = '', bits] = text.split('/')
  const version = isIP(address)
  if (version === 0) return false
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (version === 4 ? 32 : 128))
}

export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127(\.\d{1,3}){3}$/.test(host)
}

/** Demo mode makes its secret once and keeps it with the data. Of two starts at once the first one's stays. */
function keptSecret(dataDir: string): string {
  const file = join(dataDir, 'secret')
  if (!existsSync(file)) {
    mkdirSync(dataDir, { recursive: true })
    const draft = `${file}.${process.pid}`
    writeFileSync(draft, `${randomBytes(32).toString('base64url')}\n`, { mode: 0o600 })
    try {
      linkSync(draft, file) // whole, or not there
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    }
    rmSync(draft)
  }
  return readFileSync(file, 'utf8').trim()
}

function readEnvFile(file: string): Record<string, string> {
  if (!existsSync(file)) return {}
  const found: Record<string, string> = {}
  for (const line of readFileSync(file, 'utf8').split('\n')) {
    const match = /^\s*([A-Z][A-Z0-9_]*)\s*=\s*(.*?)\s*$/.exec(line)
    if (match) found[match[1]!] = match[2]!.replace(/^(["'])(.*)\1$/, '$2')
  }
  return found
}
