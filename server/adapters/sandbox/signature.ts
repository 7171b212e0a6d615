/**
 * Checks a Standard Webhooks signature (scheme v1) over the bytes as they came.
 *
 * The clock is passed in and every live secret is tried, so that secrets can be changed without losing a webhook.
 * Neither the package's own clock nor its re-decoding of the body is used; the tests compare the two.
 */
import { createHmac, timingSafeEqual } from 'node:crypto'
import { ForgedWebhook } from '../../modules/payments/index.ts'

export type Headers = Record<string, string | undefined>

const TOLERANCE = 5 * 60 // seconds, before and after; what Standard Webhooks suggests

export function keyOf(secret: string): Buffer {
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64')
  if (key.length === 0) throw new Error('A webhook secret looks like whsec_ and then base64.')
  return key
}

/** Answers the event's id, or throws ForgedWebhook. */
export function checkSignature(
  headers: Headers,
  rawBody: Buffer,
  keys: readonly Buffer[],
  now: Date,
): string {
  const given = Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]),
  )
  const id = given['webhook-id']
  const timestamp = given['webhook-timestamp']
  const signatures = given['webhook-signature']
  if (!id || !timestamp || !signatures)
    throw ForgedWebhook('signature_missing', 'webhook-id, webhook-timestamp or webhook-signature is missing.')
  if (!/^\d{1,12}$/.test(timestamp))
    throw ForgedWebhook('timestamp_invalid', 'webhook-timestamp must be whole seconds.')
  const age = Math.floor(now.getTime() / 1000) - Number(timestamp)
  if (age > TOLERANCE) throw ForgedWebhook('timestamp_too_old', `The webhook is ${age} s old.`)
  if (age < -TOLERANCE) throw ForgedWebhook('timestamp_too_new', `The webhook is from ${-age} s ahead.`)

  const expected = keys.map((key) =>
    createHmac('sha256', key).update(`${id}.${timestamp}.`).update(rawBody).digest('base64'),
  )
  // Ten is more than any rotation needs; a longer list is only there to make us work.
  for (const signature of signatures.split(' ').slice(0, 10)) {
    const [version, value] = signature.split(',', 2)
    if (version === 'v1' && value && expected.some((text) => isSame(text, value))) return id
  }
  throw ForgedWebhook('signature_wrong', 'No signature matches this body.')
}

function isSame(expected: string, given: string): boolean {
  const [left, right] = [Buffer.from(expected), Buffer.from(given)]
  return left.length === right.length && timingSafeEqual(left, right)
}
