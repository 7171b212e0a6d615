/** The sandbox provider against the real company over real HTTP, and against companies that lie. */
import assert from 'node:assert/strict'
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { test, type TestContext } from 'node:test'
import { Webhook } from 'standardwebhooks'
import { payOnSandbox } from './buyer.ts'
import {
  isForgedWebhook,
  isProviderRefused,
  isProviderUnknown,
  type PaymentProvider,
} from '../../modules/payments/index.ts'
import { providerContract } from '../../modules/payments/provider-contract.ts'
import { sandboxProvider } from './provider.ts'
import { SECRET_KEY, standCompany, standEar, WEBHOOK_SECRET } from './standing.ts'

const PREVIOUS = `whsec_${Buffer.from('the secret from before the change').toString('base64')}`
const STRANGERS = `whsec_${Buffer.from('a secret that nobody gave to us..').toString('base64')}`
const secrets = { current: WEBHOOK_SECRET, previous: PREVIOUS, stranger: STRANGERS }

providerContract('sandbox', async () => {
  const company = await standCompany()
  const ear = await standEar()
  const webhookSecrets = [WEBHOOK_SECRET, PREVIOUS]
  return {
    provider: sandboxProvider({ origin: company.origin, secretKey: SECRET_KEY, webhookSecrets }),
    pay: async (url, choice) => void (await payOnSandbox(url, choice)),
    webhookUrl: ear.url,
    received: ear.heard,
    sign: (rawBody, { secret, at }) => signed(secrets[secret], rawBody.toString('utf8'), at),
    async close() {
      await company.close()
      await ear.close()
    },
  }
})

function signed(secret: string, body: string, at: Date) {
  return {
    'webhook-id': 'evt_made_up',
    'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
    'webhook-signature': new Webhook(secret).sign('evt_made_up', at, body),
  }
}

const soon = () => AbortSignal.timeout(5000)
const ask = {
  paymentId: 'payment-1',
  method: 'sandbox',
  amount: { amount: 2500, currency: 'EUR' },
  capture: 'automatic' as const,
  description: 'One mug',
  returnUrl: 'http://127.0.0.1:3000/return',
  cancelUrl: 'http://127.0.0.1:3000/cart',
  locale: 'en',
  webhookUrl: 'http://127.0.0.1:3000/webhooks/sandbox',
}

/** A company that answers whatever the test says. */
async function liar(t: TestContext, answer: (outgoing: ServerResponse, origin: string) => void) {
  const server = createServer((incoming, outgoing) => {
    incoming.resume()
    answer(outgoing, origin)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}/sandbox`
  t.after(() => {
    server.closeAllConnections()
    server.close()
  })
  return sandboxProvider({ origin, secretKey: 'sk', webhookSecrets: [WEBHOOK_SECRET] })
}

function honest(origin: string): Record<string, unknown> {
  return {
    id: 'pay_1',
    reference: 'payment-1',
    amount: 2500,
    currency: 'EUR',
    state: 'captured',
    authorised: 2500,
    captured: 2500,
    refunded: 0,
    capture: 'automatic',
    declineCode: null,
    url: `${origin}/pay/pay_1`,
    createdAt: '2026-01-05T10:00:00.000Z',
    paidAt: '2026-01-05T10:01:00.000Z',
    version: 3,
    anythingNew: 'is passed over',
  }
}

const openUnknown = (provider: PaymentProvider, code: string) =>
  assert.rejects(provider.open(ask, soon()), (error) => isProviderUnknown(error) && error.code === code)

test('an honest answer is read, with fields we do not know passed over', async (t) => {
  const provider = await liar(t, (outgoing, origin) => outgoing.end(JSON.stringify(honest(origin))))
  const payment = await provider.open(ask, soon())
  assert.deepEqual(payment.amount, ask.amount)
  assert.deepEqual(payment.paidAt, new Date('2026-01-05T10:01:00.000Z'))
})

for (const [lie, change, code] of [
  ['about another amount', { amount: 2600 }, 'mismatched_answer'],
  ['in another currency', { currency: 'USD' }, 'mismatched_answer'],
  ['about another payment', { reference: 'payment-2' }, 'mismatched_answer'],
  ['with a fraction', { amount: 2500.5 }, 'unreadable_answer'],
  ['with an amount as text', { amount: '2500' }, 'unreadable_answer'],
  ['with more captured than authorised', { authorised: 2000 }, 'unreadable_answer'],
  ['with more refunded than captured', { refunded: 2501 }, 'unreadable_answer'],
  ['with a fee below nothing', { fee: -1 }, 'unreadable_answer'],
  ['with a capture that has no name', { captures: [{}] }, 'unreadable_answer'],
  ['with a dispute of nobody knows what', { dispute: { id: 'dis_1' } }, 'unreadable_answer'],
  ['captured with nothing captured', { captured: 0 }, 'unreadable_answer'],
  ['in a state nobody knows', { state: 'paid' }, 'unreadable_answer'],
  ['that sends the shopper elsewhere', { url: 'https://elsewhere.example/pay' }, 'mismatched_answer'],
] as const)
  test(`an answer ${lie} is no answer`, async (t) => {
    const provider = await liar(t, (outgoing, origin) =>
      outgoing.end(JSON.stringify({ ...honest(origin), ...change })),
    )
    await openUnknown(provider, code)
  })

test('an answer without end is cut off', async (t) => {
  const provider = await liar(t, (outgoing) => {
    const more = () => outgoing.write(' '.repeat(65_536), (error) => error || setImmediate(more))
    more()
  })
  const begun = Date.now()
  await openUnknown(provider, 'no_answer')
  assert.ok(Date.now() - begun < 3000, 'at its size, not at the deadline')
})

test('silence ends at the caller’s deadline and leaves the outcome unknown', async (t) => {
  const provider = await liar(t, () => {})
  const begun = Date.now()
  await assert.rejects(provider.open(ask, AbortSignal.timeout(100)), isProviderUnknown)
  assert.ok(Date.now() - begun < 2000)
})

test('a cut connection leaves the outcome unknown', async (t) => {
  await openUnknown(await liar(t, (outgoing) => void outgoing.destroy()), 'no_answer')
})

test('a redirect is not followed', async (t) => {
  let calls = 0
  const provider = await liar(t, (outgoing, origin) => {
    calls++
    outgoing.writeHead(307, { location: `${origin}/elsewhere` }).end()
  })
  await openUnknown(provider, 'bad_answer')
  assert.equal(calls, 1)
})

for (const [status, isRight] of [
  [400, isProviderRefused],
  [409, isProviderRefused],
  [408, isProviderUnknown],
  [429, isProviderUnknown],
  [500, isProviderUnknown],
  [503, isProviderUnknown],
] as const)
  test(`${status} is ${isRight === isProviderRefused ? 'a definite no' : 'to be asked again'}`, async (t) => {
    const provider = await liar(t, (outgoing) => outgoing.writeHead(status).end('<h1>not JSON</h1>'))
    await assert.rejects(provider.open(ask, soon()), isRight)
  })

test('a list that does not move on ends as unknown instead of never', async (t) => {
  const provider = await liar(t, (outgoing) => outgoing.end('{"items":[],"next":"0"}'))
  await assert.rejects(Array.fromAsync(provider.list(new Date(0), soon())), isProviderUnknown)
})

test('a list longer than a page is read to its end', async (t) => {
  const company = await standCompany()
  t.after(() => company.close())
  const provider = sandboxProvider({
    origin: company.origin,
    secretKey: SECRET_KEY,
    webhookSecrets: [WEBHOOK_SECRET],
  })
  for (let n = 0; n < 205; n++) await provider.open({ ...ask, paymentId: `payment-${n}` }, soon())
  const listed = await Array.fromAsync(provider.list(new Date(0), soon()))
  assert.equal(new Set(listed.map((payment) => payment.paymentId)).size, 205)
})

test('a wrong secret key is refused', async (t) => {
  const company = await standCompany()
  t.after(() => company.close())
  const provider = sandboxProvider({
    origin: company.origin,
    secretKey: 'sk_wrong',
    webhookSecrets: [WEBHOOK_SECRET],
  })
  await assert.rejects(
    provider.open(ask, soon()),
    (error) => isProviderRefused(error) && error.code === 'unauthorised',
  )
})

// Vectors of our own, made with openssl: HMAC-SHA256 over "id.timestamp.body", the key being 32 bytes 0x00 to 0x1f.
const VECTOR = {
  secret: 'whsec_AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=',
  id: 'evt_7d1',
  timestamp: '1790000000',
  body: '{"type":"account.updated","timestamp":"2026-09-21T13:33:20.000Z","data":{"name":"Åsa’s tea"}}',
  signature: 'v1,cvkIRl/WMXWPhmCKfbxrxr6oot/Xsp8hT83uMIozcFw=',
}

function vectorHeaders(change: Record<string, string> = {}) {
  const { id, timestamp, signature } = VECTOR
  return { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': signature, ...change }
}

const vectorNow = new Date(Number(VECTOR.timestamp) * 1000)
const verifier = sandboxProvider({
  origin: 'http://127.0.0.1:1/sandbox',
  secretKey: 'sk',
  webhookSecrets: [VECTOR.secret],
})
const verify = (headers: Record<string, string>, body = VECTOR.body, now = vectorNow) =>
  verifier.verify(headers, Buffer.from(body), now)

test('a signature made elsewhere is accepted, whatever the case of the headers', () => {
  assert.deepEqual(verify(vectorHeaders()), {
    id: 'evt_7d1',
    kind: 'other',
    occurredAt: new Date('2026-09-21T13:33:20.000Z'),
    payment: null,
    refund: null,
  })
  const { 'webhook-id': id, ...rest } = vectorHeaders()
  assert.equal(verify({ 'Webhook-Id': id, ...rest }).id, 'evt_7d1')
})

test('one right signature among several is enough', () => {
  assert.ok(
    verify(vectorHeaders({ 'webhook-signature': `v1,AAAA v1a,${VECTOR.signature} ${VECTOR.signature}` })),
  )
})

for (const [what, headers] of [
  ['another id', { 'webhook-id': 'evt_7d2' }],
  ['another timestamp', { 'webhook-timestamp': '1790000001' }],
  ['a timestamp that is only partly a number', { 'webhook-timestamp': '1790000000abc' }],
  ['another scheme', { 'webhook-signature': VECTOR.signature.replace('v1,', 'v2,') }],
  ['a signature cut short', { 'webhook-signature': VECTOR.signature.slice(0, -4) }],
  ['an empty signature', { 'webhook-signature': 'v1,' }],
  ['no scheme', { 'webhook-signature': VECTOR.signature.slice(3) }],
] as const)
  test(`a webhook with ${what} is not believed`, () => {
    assert.throws(() => verify(vectorHeaders(headers)), isForgedWebhook)
  })

test('bytes that decode to the same text are still other bytes', () => {
  // Both bodies read as "\uFFFD" once decoded; only one of them was signed.
  const signedBody = Buffer.from('{"type":"a","timestamp":"2026-09-21T13:33:20.000Z","data":"\uFFFD"}')
  const otherBody = Buffer.from(signedBody.toString('latin1').replace('ï¿½', '\xff'), 'latin1')
  assert.equal(otherBody.toString('utf8'), signedBody.toString('utf8'))
  const headers = signed(VECTOR.secret, signedBody.toString('utf8'), vectorNow)
  assert.ok(verifier.verify(headers, signedBody, vectorNow))
  assert.throws(() => verifier.verify(headers, otherBody, vectorNow), isForgedWebhook)
})

test('a webhook from before the company moved is believed, without its old address', () => {
  const data = { payment: honest('http://127.0.0.1:9999/sandbox') }
  const body = JSON.stringify({ type: 'payment.captured', timestamp: '2026-09-21T13:33:20.000Z', data })
  const event = verify(signed(VECTOR.secret, body, vectorNow), body)
  assert.deepEqual([event.payment?.captured, event.payment?.url], [2500, null])
})

test('a well signed body that is no event is not believed', () => {
  for (const body of [
    '',
    'null',
    '[]',
    '{}',
    '{"type":"payment.captured","timestamp":"2026-09-21T13:33:20Z"}',
  ]) {
    const headers = signed(VECTOR.secret, body, vectorNow)
    assert.throws(() => verify(headers, body), isForgedWebhook)
  }
})
