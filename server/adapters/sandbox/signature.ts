/** The sandbox signs as in Standard Webhooks; a forged one is told to payments in its own words. */
import { judgeWebhook, webhookKey, type WebhookHeaders } from '#kit/webhook-signature.ts'
import { ForgedWebhook } from '../../modules/payments/index.ts'

export type Headers = WebhookHeaders
export const keyOf = webhookKey

/** Answers the event's id, or throws ForgedWebhook. */
export function checkSignature(
  headers: Headers,
  rawBody: Buffer,
  keys: readonly Buffer[],
  now: Date,
): string {
  const verdict = judgeWebhook(headers, rawBody, keys, now)
  if ('fault' in verdict) throw ForgedWebhook(verdict.fault, verdict.says)
  return verdict.id
}
