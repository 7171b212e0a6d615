/** What the process was told at its start. `server/config.ts` alone reads the environment and makes this. */
import type { CustomFields } from './custom.ts'

export interface Config {
  mode: 'demo' | 'production'
  roles: ReadonlySet<'serve' | 'work' | 'migrate'>
  host: string
  port: number
  /** Files of the store's own certificate and key; null where a proxy ends TLS, or nobody does. */
  tls: { certFile: string; keyFile: string } | null
  /** Port that only sends on to https; null for none. */
  httpPort: number | null
  /** Port of /livez, /readyz and /metrics alone; null for none. */
  healthPort: number | null
  grpcPort: number
  dataDir: string
  /** Null: the store runs its own PostgreSQL in `dataDir`. */
  databaseUrl: string | null
  /** The direct connection when `databaseUrl` goes through a pooler. */
  databaseDirectUrl: string | null
  databasePoolSize: number
  /** Where processes keep answers together; null: each in its own memory. */
  redisUrl: string | null
  /** Memory for answers that are kept; 0 keeps none. */
  cacheBytes: number
  /** Address shoppers use, without a slash at the end. */
  publicUrl: string
  /** Hosts that are not public and may be asked for what imports name. */
  fetchFrom: string[]
  /** Hosts that are not public and may be sent webhooks. */
  webhooksTo: string[]
  /** Addresses of proxies whose forwarded headers are believed. */
  trustedProxies: string[]
  /** Secret for signing links and sealing; at least 32 bytes. */
  secret: string
  smtpUrl: string | null
  mailFrom: string
  logLevel: string
  /** Scales every rate limit; 0 switches them off (tests, benchmarks). */
  limitScale: number
  /** Fields of the store's own, from `quayside.config.ts`. */
  custom: CustomFields
  /** Everything else in the environment that adapters may ask for by their own declaration. */
  adapters: Record<string, string>
}
