/**
 * The sandbox carrier as a carrier of the store: demo mode only. It runs inside the store's server, under
 * /sandbox/carrier, and is still spoken to over HTTP.
 */
import { join } from 'node:path'
import type { Config } from '#kit/config.ts'
import type { Log } from '#kit/log.ts'
import { derivedToken } from '#kit/seal.ts'
import { carrierSecret, webhookPath } from '../../../modules/fulfilment/index.ts'
import { loopbackUrl } from '../adapter.ts'
import type { SandboxCarrier } from './company.ts'
import { sandboxCarrier } from './provider.ts'

export const NAME = 'sandbox'
const PATH = '/sandbox/carrier'

const secretKeyOf = (config: Config) =>
  `sk_carrier_${derivedToken(config.secret, 'sandbox carrier', 'secret key')}`

export const openSandboxCarrierProvider = (config: Config) =>
  sandboxCarrier({ origin: `${loopbackUrl(config)}${PATH}`, secretKey: secretKeyOf(config) })

/** Loaded only here: production never reads the company's code. */
export async function openInsideCarrier(
  config: Config,
  log: Log,
  clock?: () => Date,
): Promise<SandboxCarrier> {
  const { openSandboxCarrier } = await import('./company.ts')
  return openSandboxCarrier({
    book: join(config.dataDir, 'sandbox-carrier'),
    origin: `${config.publicUrl}${PATH}`,
    secretKey: secretKeyOf(config),
    webhookUrl: `${loopbackUrl(config)}${webhookPath(NAME)}`,
    webhookSecret: carrierSecret(config, NAME),
    log: (line) => log.debug(line as object, 'sandbox carrier'),
    ...(clock ? { clock } : {}),
  })
}
