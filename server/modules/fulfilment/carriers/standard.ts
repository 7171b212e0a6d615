/**
 * The carrier that needs no vendor: anyone who signs as in Standard Webhooks and says
 * `{"type": "shipment.delivered", "data": {"trackingCode": "...", "at": "...", "text": "..."}}`, or `in_transit`,
 * `exception` and `returned` in place of `delivered`. Other types are taken and change nothing.
 */
import { judgeWebhook, webhookKey } from '#kit/webhook-signature.ts'
import { Instant, Text, Type } from '#kit/types.ts'
import { Check } from 'typebox/value'
import type { Carrier, CarrierNews, CarrierWebhook } from './carrier.ts'

const Told = Type.Object({
  type: Text(80),
  data: Type.Object({
    trackingCode: Text(120),
    at: Type.Optional(Instant),
    text: Type.Optional(Text(400, { min: 0 })),
  }),
})

export const standardCarrier: Carrier = { name: 'standard', read: standardNews }

const KINDS: Record<string, CarrierNews['kind']> = {
  'shipment.in_transit': 'in_transit',
  'shipment.exception': 'exception',
  'shipment.delivered': 'delivered',
  'shipment.returned': 'returned',
}

export function standardNews({ headers, body, secret, now }: CarrierWebhook): CarrierNews | null {
  const verdict = judgeWebhook(headers, body, [webhookKey(secret)], now)
  if ('fault' in verdict) return null
  const told = parsed(body)
  if (!Check(Told, told)) return null
  const { trackingCode, at, text = '' } = told.data
  const happened = at === undefined ? now : new Date(at)
  return { kind: KINDS[told.type] ?? 'other', trackingCode, at: happened, text }
}

function parsed(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'))
  } catch {
    return null
  }
}
