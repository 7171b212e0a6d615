/**
 * Carriers tell what becomes of parcels, by webhooks that each signs in its own way.
 *
 * A filler checks the signature over the bytes as they came and says what they mean. Every carrier has a
 * secret of its own, which follows from the store's and is shown to staff.
 */
import type { IncomingHttpHeaders } from 'node:http'
import type { Config } from '#kit/config.ts'
import { port } from '#kit/port.ts'
import { derivedToken } from '#kit/seal.ts'

export interface CarrierNews {
  kind: 'in_transit' | 'exception' | 'delivered' | 'returned' | 'other'
  trackingCode: string
  /** When it happened, not when it was told. */
  at: Date
  /** In the carrier's words; may be empty. */
  text: string
}

export interface CarrierWebhook {
  headers: IncomingHttpHeaders
  body: Buffer
  /** `whsec_` and base64. */
  secret: string
  now: Date
}

export interface Carrier {
  /** As in the webhook's address. */
  name: string
  /** Null: the bytes prove nothing, or cannot be read. */
  read(webhook: CarrierWebhook): CarrierNews | null
}

export const carrier = port<Carrier>('fulfilment.carrier', { many: true })

export function carrierSecret(config: Pick<Config, 'secret'>, name: string): string {
  const token = derivedToken(config.secret, 'carrier webhook', name)
  return `whsec_${Buffer.from(token, 'base64url').toString('base64')}`
}

export function webhookPath(name: string): string {
  return `/webhooks/carriers/${name}`
}
