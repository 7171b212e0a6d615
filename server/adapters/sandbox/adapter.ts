/**
 * The sandbox as a payment provider of the store: demo mode only.
 *
 * By default the company runs inside the store's server, under /sandbox, and is
 * still spoken to over HTTP; `SANDBOX_URL` names one that runs as its own process.
 */
import { join } from 'node:path'
import type { Config } from '#kit/config.ts'
import type { Log } from '#kit/log.ts'
import { derivedToken } from '#kit/seal.ts'
import type { PaymentProvider } from '../../modules/payments/index.ts'
import type { SandboxCompany } from './company/company.ts'
import { sandboxProvider } from './provider.ts'

export interface SandboxSecrets {
  secretKey: string
  webhookSecret: string
}

export function sandboxSecrets(config: Config): SandboxSecrets {
  return {
    secretKey:
      config.adapters['SANDBOX_SECRET_KEY'] ||
      `sk_sandbox_${derivedToken(config.secret, 'sandbox', 'secret key')}`,
    webhookSecret:
      config.adapters['SANDBOX_WEBHOOK_SECRET'] ||
      `whsec_${Buffer.from(derivedToken(config.secret, 'sandbox', 'webhook secret'), 'base64url').toString('base64')}`,
  }
}

/** Null: it runs inside the store's server. */
export function outsideSandbox(config: Config): string | null {
  return config.adapters['SANDBOX_URL'] || null
}

export function openSandboxProvider(config: Config): PaymentProvider {
  const { secretKey, webhookSecret } = sandboxSecrets(config)
  const outside = outsideSandbox(config)
  return sandboxProvider({
    origin: outside ?? `${loopbackUrl(config)}/sandbox`,
    ...(outside ? {} : { publicOrigin: `${config.publicUrl}/sandbox` }),
    secretKey,
    webhookSecrets: [webhookSecret],
  })
}

/** The company inside the store's server. Loaded only here: production never reads its code. */
export async function openInsideCompany(config: Config, log: Log): Promise<SandboxCompany> {
  const { openSandboxCompany } = await import('./company/company.ts')
  return openSandboxCompany({
    book: join(config.dataDir, 'sandbox'),
    origin: `${config.publicUrl}/sandbox`,
    ...sandboxSecrets(config),
    log: (line) => log.debug(line as object, 'sandbox'),
  })
}

/** The store's own address on this machine, whatever name shoppers use. */
export function loopbackUrl(config: Config): string {
  const host = ['0.0.0.0', '::', ''].includes(config.host) ? '127.0.0.1' : config.host
  return `http://${host.includes(':') ? `[${host}]` : host}:${config.port}`
}
