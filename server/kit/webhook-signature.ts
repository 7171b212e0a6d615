/**
 * Makes a Standard Webhooks signature (scheme v1), and checks one over the bytes as they came.
 *
 * The clock is passed in and every live secret is tried, so that secrets can be changed without losing a webhook.
 * Neither the package's own clock nor its re-decoding of the body is used; tests compare the two.
 */
import { createHmac, timingSafeEqual } from 'node:crypto'

export type WebhookHeaders = Record<string, string | string[] | undefined>

/** `id` is the event's; a fault says why nobody should believe it. */
export type Verdict = { id: string } | { fault: string; says: string }

const TOLERANCE = 5 * 60 // seconds, before and after; what Standard Webhooks suggests

export function webhookKey(secret: string): Buffer {
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64')
  if (key.length === 0) throw new Error('A webhook secret looks like whsec_ and then base64.')
  return key
}

/** The three headers of a webhook, signed at `now`. */
export function signWebhook(id: string, body: string, key: Buffer, now: Date): Record<string, string> {
  const timestamp = String(Math.floor(now.getTime() / 1000))
  return {
    'webhook-id': id,
    'webhook-timestamp': timestamp,
    'webhook-signature': `v1,${signatureOf(key, id, timestamp, body)}`,
  }
}

const signatureOf = (key: Buffer, id: string, timestamp: string, body: string | Buffer) =>
  createHmac('sha256', key).update(`${id}.${timestamp}.`).update(body).digest('base64')

export function judgeWebhook(
  headers: WebhookHeaders,
  rawBody: Buffer,
  keys: readonly Buffer[],
  now: Date,
): Verdict {
  const given = Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]),
  )
  const [id, timestamp, signatures] = ['webhook-id', 'webhook-timestamp', 'webhook-signature'].map((name) => {
    const value = given[name]
    return typeof value === 'string' ? value : ''
  }) as [string, string, string]
  if (!id || !timestamp || !signatures)
    return fault('signature_missing', 'webhook-id, webhook-timestamp or webhook-signature is missing.')
  if (!/^\d{1,12}$/.test(timestamp))
    return fault('timestamp_invalid', 'webhook-timestamp must be whole seconds.')
  const age = Math.floor(now.getTime() / 1000) - Number(timestamp)
  if (age > TOLERANCE) return fault('timestamp_too_old', `The webhook is ${age} s old.`)
  if (age < -TOLERANCE) return fault('timestamp_too_new', `The webhook is from ${-age} s ahead.`)

  const expected = keys.map((key) => signatureOf(key, id, timestamp, rawBody))
  // Ten is more than any rotation needs; a longer list is only there to make us work.
  for (const signature of signatures.split(' ').slice(0, 10)) {
    const [version, value] = signature.split(',', 2)
    if (version === 'v1' && value && expected.some((text) => isSame(text, value))) return { id }
  }
  return fault('signature_wrong', 'No signature matches this body.')
}

function fault(code: string, says: string): Verdict {
  return { fault: code, says }
}

function isSame(expected: string, given: string): boolean {
  const [left, right] = [Buffer.from(expected), Buffer.from(given)]
  return left.length === right.length && timingSafeEqual(left, right)
}
