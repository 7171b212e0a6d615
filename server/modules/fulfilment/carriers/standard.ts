/**
 * The carrier that needs no vendor: anyone who signs as in Standard Webhooks and says
 * `{"type": "shipment.delivered", "data": {"trackingCode": "..."}}`. Other types are taken and change nothing.
 */
import { judgeWebhook, webhookKey } from '#kit/webhook-signature.ts'
import { Text, Type } from '#kit/types.ts'
import { Check } from 'typebox/value'
import type { Carrier } from './carrier.ts'

const Told = Type.Object({ type: Text(80), data: Type.Object({ trackingCode: Text(120) }) })

export const standardCarrier: Carrier = {
  name: 'standard',
  read({ headers, body, secret, now }) {
    if ('fault' in judgeWebhook(headers, body, [webhookKey(secret)], now)) return null
    const told = parsed(body)
    if (!Check(Told, told)) return null
    const kind = told.type === 'shipment.delivered' ? 'delivered' : 'other'
    return { kind, trackingCode: told.data.trackingCode }
  },
}

function parsed(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'))
  } catch {
    return null
  }
}
