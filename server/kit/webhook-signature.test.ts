/** Signatures as Standard Webhooks 1.0 has them: made here as elsewhere, and believed or not as elsewhere. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Webhook } from 'standardwebhooks'
import { judgeWebhook, signWebhook, webhookKey } from './webhook-signature.ts'

const SECRET = 'whsec_AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8='
const BODY =
  '{"type":"order.paid","timestamp":"2023-11-14T22:13:20.000Z","data":{"id":"ord_1","total":"19.99"}}'
const SIGNATURE = 'v1,jasIs7r2bFJDvEdGjCw9QgpKFOZxThf8KltMRXwjZtQ='
const OTHER_KEYS = 'v1,cb/CIm0NQQbcqLSS95wYvZs3iKnqEBMEl5RTelfitFM='

interface Vector {
  secret: string
  id: string
  timestamp: string
  body: string
  /** Seconds. */
  now: number
  signature: string
}

const usual: Vector = {
  secret: SECRET,
  id: 'msg_p5jXN8AQM9LWM0D4loKWxJek',
  timestamp: '1700000000',
  body: BODY,
  now: 1_700_000_000,
  signature: SIGNATURE,
}

/** Each verdict was held against `standardwebhooks`. */
const accepted: Record<string, Partial<Vector>> = {
  'as it was made': {},
  'letters beyond ASCII, and a number that no program would write so': {
    body: '{"type":"product.updated","data":{"title":"Crème brûlée – 10 €","n":1e3}}',
    signature: 'v1,f8A3m3SVaQ20gY9oMkZcvcfcT3wHLvvOmOBSmP9VHao=',
  },
  'an empty body': { body: '', signature: 'v1,Yhs9eQj4EoD9AUc8b9ZsCIRFx/F6lf+cHTNuGUwgvSU=' },
  'at the edge of what is too old': { now: 1_700_000_299 },
  'the secret before and the present one, of which the second matches': {
    signature: `${OTHER_KEYS} ${SIGNATURE}`,
  },
  'a secret without its prefix': { secret: SECRET.slice('whsec_'.length) },
}
const refused: Record<string, Partial<Vector>> = {
  'a body written anew': { body: BODY.replaceAll('":"', '": "').replace('"data":', '"data":') },
  'one byte changed': { body: BODY.replace('19.99', '99.99') },
  'another id': { id: 'msg_other' },
  'another timestamp': { timestamp: '1700000001' },
  'too old by a second': { now: 1_700_000_301 },
  'from too far ahead': { now: 1_699_999_699 },
  'another key': { signature: OTHER_KEYS },
  'a version that nobody knows': { signature: SIGNATURE.replace('v1', 'v2') },
  'no signature': { signature: '' },
  'a signature without its version': { signature: SIGNATURE.slice('v1,'.length) },
  'a timestamp that is no number': {
    timestamp: 'abc',
    signature: 'v1,vwTFaxXCv0yOvaGFZC3DoUJMzn0XpUY9iIJOQNj0bFU=',
  },
  'a signature cut short': { signature: 'v1,jasIs7r2bFJDvEdGj' },
}

function isBelieved({ secret, id, timestamp, body, now, signature }: Vector): boolean {
  const headers = { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': signature }
  return 'id' in judgeWebhook(headers, Buffer.from(body), [webhookKey(secret)], new Date(now * 1000))
}

for (const [what, change] of Object.entries(accepted))
  test(`believed: ${what}`, () => assert.ok(isBelieved({ ...usual, ...change })))

for (const [what, change] of Object.entries(refused))
  test(`not believed: ${what}`, () => assert.ok(!isBelieved({ ...usual, ...change })))

test('what is signed here is what was signed elsewhere, byte for byte', () => {
  for (const change of Object.values(accepted)) {
    const { secret, id, timestamp, body, signature } = { ...usual, ...change }
    const at = new Date(Number(timestamp) * 1000)
    const made = signWebhook(id, body, webhookKey(secret), at)
    assert.equal(made['webhook-timestamp'], timestamp)
    assert.ok(signature.split(' ').includes(made['webhook-signature']!))
    assert.equal(made['webhook-signature'], new Webhook(secret).sign(id, at, body))
  }
})
