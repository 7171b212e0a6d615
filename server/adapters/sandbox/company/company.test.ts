/** The company as a merchant and a shopper meet it: over HTTP, with its clock and its faults in our hands. */
import assert from 'node:assert/strict'
import { test, type TestContext } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { Webhook } from 'standardwebhooks'
import { payOnSandbox } from '../buyer.ts'
import { merchantOf, type Merchant, orderFor } from '../merchant.ts'
import { standCompany, standEar, type Heard, WEBHOOK_SECRET } from '../standing.ts'
import type { SandboxOptions } from './company.ts'

/** A company, an ear for its webhooks, a merchant that speaks to it, and a clock that can be moved. */
async function stand(
  t: TestContext,
  options: Partial<SandboxOptions> = {},
  answer?: (heard: Heard) => number,
) {
  let ahead = 0
  const clock = () => new Date(Date.now() + ahead)
  const ear = await standEar(answer)
  const company = await standCompany({ clock, ...options })
  t.after(async () => {
    await company.close()
    await ear.close()
  })
  const merchant = merchantOf(company.origin)
  return {
    ...company,
    merchant,
    ear,
    forward: (ms: number) => void (ahead += ms),
    order: (change: object = {}) => merchant.open(orderFor(ear.url, change)),
  }
}

type Stand = Awaited<ReturnType<typeof stand>>

async function until<T>(ask: () => T | Promise<T>, what: string): Promise<NonNullable<T>> {
  const end = Date.now() + 8000
  while (Date.now() < end) {
    const answer = await ask()
    if (answer) return answer
    await pause(20)
  }
  throw new Error(`Not within 8 s: ${what}`)
}

const typesHeard = ({ ear }: Stand) => ear.heard.map(({ event }) => event.type)

test('a paid payment goes back to the shop and is told of once, signed', async (t) => {
  const here = await stand(t)
  const payment = await here.order()
  assert.equal(await payOnSandbox(payment.url), 'http://127.0.0.1:3000/return?order=1')
  const paid = await here.merchant.get(payment.id)
  assert.deepEqual([paid.state, paid.authorised, paid.captured], ['captured', 4850, 4850])
  assert.ok(paid.paidAt)
  const webhook = await until(() => here.ear.heard[0], 'the webhook')
  assert.equal(webhook.event.type, 'payment.captured')
  assert.deepEqual(webhook.event.data['payment'], paid)
  const headers = webhook.headers as Record<string, string>
  assert.ok(new Webhook(WEBHOOK_SECRET).verify(webhook.rawBody, headers), 'the reference library believes it')
  await pause(50)
  assert.equal(here.ear.heard.length, 1)
})

for (const reason of ['insufficient_funds', 'expired_card', 'suspected_fraud'] as const)
  test(`a payment declined for ${reason} says so`, async (t) => {
    const here = await stand(t)
    const payment = await here.order()
    await payOnSandbox(payment.url, { decline: reason })
    const declined = await here.merchant.get(payment.id)
    assert.deepEqual([declined.state, declined.declineCode, declined.captured], ['failed', reason, 0])
    await until(() => typesHeard(here).includes('payment.failed'), 'payment.failed')
  })

test('a 3-D Secure challenge is a second page that ends in a payment or a decline', async (t) => {
  const here = await stand(t)
  const good = await here.order()
  await payOnSandbox(good.url, { challenge: 'approve' })
  assert.equal((await here.merchant.get(good.id)).state, 'captured')
  const bad = await here.order({ reference: 'order-2' })
  await payOnSandbox(bad.url, { challenge: 'fail' })
  const failed = await here.merchant.get(bad.id)
  assert.deepEqual([failed.state, failed.declineCode], ['failed', 'authentication_failed'])
})

test('the challenge cannot be approved before it was chosen', async (t) => {
  const here = await stand(t)
  const payment = await here.order()
  await assertSendsTo(`${payment.url}/challenge`, { challenge: 'approve' }, payment.url)
  assert.equal((await here.merchant.get(payment.id)).state, 'requires_action')
})

async function assertSendsTo(url: string, fields: Record<string, string>, to: string) {
  const response = await fetch(url, { method: 'POST', body: new URLSearchParams(fields), redirect: 'manual' })
  assert.equal(response.status, 303)
  assert.equal(new URL(response.headers.get('location')!, url).href, to)
}

test('a delayed payment is processing, and the money arrives by webhook', async (t) => {
  const here = await stand(t)
  const payment = await here.order()
  await payOnSandbox(payment.url, { delaySeconds: 60 })
  const waiting = await here.merchant.get(payment.id)
  assert.deepEqual([waiting.state, waiting.captured, waiting.paidAt], ['processing', 0, null])
  here.forward(61_000)
  await until(() => typesHeard(here).includes('payment.captured'), 'payment.captured')
  assert.equal((await here.merchant.get(payment.id)).captured, 4850)
})

test('an abandoned payment stays open until it expires, and then cannot be paid', async (t) => {
  const here = await stand(t)
  const payment = await here.order()
  const page = await (await fetch(payment.url)).text()
  assert.match(page, /href="http:\/\/127\.0\.0\.1:3000\/cart"/)
  here.forward(29 * 60_000)
  assert.equal((await here.merchant.get(payment.id)).state, 'requires_action')
  here.forward(60_000)
  assert.equal((await here.merchant.get(payment.id)).state, 'expired')
  await assert.rejects(payOnSandbox(payment.url), /409/)
  await until(() => typesHeard(here).includes('payment.expired'), 'payment.expired')
})

test('paying twice is refused politely, and charges once', async (t) => {
  const here = await stand(t)
  const payment = await here.order()
  const choices = Array.from({ length: 5 }, () => payOnSandbox(payment.url))
  const done = (await Promise.allSettled(choices)).filter((choice) => choice.status === 'fulfilled')
  assert.equal(done.length, 1)
  const again = await fetch(payment.url, { method: 'POST', body: new URLSearchParams({ choice: 'pay' }) })
  assert.equal(again.status, 409)
  const page = await again.text()
  assert.match(page, /This payment is made/)
  assert.match(page, /Back to Quayside/)
  assert.equal((await here.merchant.get(payment.id)).captured, 4850)
})

test('a page for a form filled in wrongly says what is wrong and keeps what was typed', async (t) => {
  const here = await stand(t)
  const payment = await here.order()
  const body = new URLSearchParams({ choice: 'delay', delay: 'soon' })
  const response = await fetch(payment.url, { method: 'POST', body })
  assert.equal(response.status, 422)
  const page = await response.text()
  assert.match(page, /Delay by 1 to 3600 seconds/)
  assert.match(page, /value="soon"/)
  assert.equal((await here.merchant.get(payment.id)).state, 'requires_action')
})

test('the page is safe to show: escaped, under a strict policy, on its own origin', async (t) => {
  const here = await stand(t, { merchant: 'Tea & <Sympathy>' })
  const payment = await here.order({
    description: '<script>alert(1)</script>',
    amount: 1234,
    currency: 'KWD',
  })
  const response = await fetch(payment.url)
  const page = await response.text()
  assert.ok(!page.includes('<script'), 'no script reaches the page')
  assert.match(page, /Tea &amp; &lt;Sympathy&gt;/)
  assert.match(page, /KWD\s1\.234/)
  assert.match(page, /no real money/)
  const policy = response.headers.get('content-security-policy')!
  assert.match(policy, /default-src 'none'; style-src 'self'/)
  assert.match(policy, /form-action 'self' http:\/\/127\.0\.0\.1:3000;/)
  assert.ok(!/style=|onclick=|<style/.test(page), 'nothing inline')
  const style = await fetch(`${here.origin}/style.css`)
  assert.match(style.headers.get('content-type')!, /^text\/css/)
})

test('a twice-wished webhook comes two times under one id', async (t) => {
  const here = await stand(t)
  await payOnSandbox((await here.order()).url, 'pay', 'twice')
  await until(() => here.ear.heard.length === 2, 'two webhooks')
  const ids = here.ear.heard.map(({ headers }) => headers['webhook-id'])
  assert.equal(new Set(ids).size, 1)
})

test('a late-wished webhook is held back', async (t) => {
  const here = await stand(t)
  await payOnSandbox((await here.order()).url, 'pay', { lateSeconds: 300 })
  await pause(100)
  assert.equal(here.ear.heard.length, 0)
  here.forward(300_000)
  await until(() => here.ear.heard.length === 1, 'the late webhook')
})

test('an out-of-order wish sends the capture before the authorisation', async (t) => {
  const here = await stand(t)
  await payOnSandbox((await here.order()).url, 'pay', 'out_of_order')
  await until(() => here.ear.heard.length === 2, 'both webhooks')
  assert.deepEqual(typesHeard(here), ['payment.captured', 'payment.authorised'])
  const versions = here.ear.heard.map(({ event }) => event.data['payment']!['version'])
  assert.ok(versions[0]! > versions[1]!, 'the version tells which is newer')
})

test('a webhook is sent again until it is accepted', async (t) => {
  const answers = [500, 302, 404]
  const lines: Record<string, unknown>[] = []
  const here = await stand(t, { log: (line) => lines.push(line) }, () => answers.shift() ?? 204)
  await payOnSandbox((await here.order()).url)
  for (let tries = 1; tries <= 4; tries++) {
    await until(() => here.ear.heard.length === tries, `try ${tries}`)
    here.forward(30_000)
  }
  await until(async () => (await here.merchant.deliveries()).queued === 0, 'an empty queue')
  const ids = here.ear.heard.map(({ headers }) => headers['webhook-id'])
  assert.deepEqual([ids.length, new Set(ids).size], [4, 1])
  assert.deepEqual(
    lines.map(({ attempts, answer }) => [attempts, answer]),
    [
      [1, 500],
      [2, 302],
      [3, 404],
    ],
  )
})

test('each money step is told of', async (t) => {
  const here = await stand(t)
  const { merchant } = here
  const held = await here.order({ capture: 'manual' })
  await payOnSandbox(held.url)
  await merchant.post(`/payments/${held.id}/capture`, { amount: 1000 })
  await merchant.post(`/payments/${held.id}/capture`, { amount: 3850 })
  await merchant.post(`/payments/${held.id}/refunds`, { amount: 100, reference: 'refund-1' })
  const voided = await here.order({ capture: 'manual', reference: 'order-2' })
  await payOnSandbox(voided.url)
  await merchant.post(`/payments/${voided.id}/void`)
  const cancelled = await here.order({ reference: 'order-3' })
  await merchant.post(`/payments/${cancelled.id}/void`)
  await until(() => here.ear.heard.length === 7, 'seven webhooks')
  assert.deepEqual(
    typesHeard(here).toSorted(),
    [
      'payment.authorised',
      'payment.authorised',
      'payment.cancelled',
      'payment.captured',
      'payment.captured',
      'payment.voided',
      'refund.succeeded',
    ].toSorted(),
  )
})

test('a part captured and the rest voided keeps the part, and no more can be taken', async (t) => {
  const { merchant, order } = await stand(t)
  const payment = await order({ capture: 'manual' })
  await payOnSandbox(payment.url)
  await merchant.post(`/payments/${payment.id}/capture`, { amount: 1000 })
  const released = await merchant.post(`/payments/${payment.id}/void`)
  assert.deepEqual([released.body['state'], released.body['captured']], ['captured', 1000])
  const more = await merchant.post(`/payments/${payment.id}/capture`, { amount: 1 })
  assert.deepEqual([more.status, more.body['code']], [409, 'not_capturable'])
})

test('an authorisation nobody captures lapses', async (t) => {
  const here = await stand(t)
  const payment = await here.order({ capture: 'manual' })
  await payOnSandbox(payment.url)
  here.forward(7 * 24 * 3_600_000)
  assert.equal((await here.merchant.get(payment.id)).state, 'expired')
})

test('the same key answers the same, and another body under it is refused', async (t) => {
  const { merchant, ear } = await stand(t)
  const order = orderFor(ear.url)
  const first = await merchant.post('/payments', order, 'key-1')
  const again = await merchant.post('/payments', order, 'key-1')
  assert.equal(first.status, 201)
  assert.deepEqual(again.body, first.body)
  assert.equal(again.headers.get('idempotent-replayed'), 'true')
  const other = await merchant.post('/payments', { ...order, amount: 1 }, 'key-1')
  assert.deepEqual([other.status, other.body['code']], [422, 'idempotency_key_reused'])
  const elsewhere = await merchant.post(`/payments/${String(first.body['id'])}/void`, undefined, 'key-1')
  assert.equal(elsewhere.status, 422)
})

test('a refused request may be asked again under its key', async (t) => {
  const { merchant, order } = await stand(t)
  const payment = await order({ capture: 'manual' })
  const path = `/payments/${payment.id}/capture`
  assert.equal((await merchant.post(path, { amount: 4850 }, 'key-2')).status, 409)
  await payOnSandbox(payment.url)
  assert.equal((await merchant.post(path, { amount: 4850 }, 'key-2')).status, 200)
})

test('one reference is one payment, whatever the key', async (t) => {
  const { merchant, ear } = await stand(t)
  const order = orderFor(ear.url)
  assert.equal((await merchant.post('/payments', order)).status, 201)
  const second = await merchant.post('/payments', order)
  assert.deepEqual([second.status, second.body['code']], [409, 'reference_taken'])
})

const REFUSALS: [what: string, change: object, field: string][] = [
  ['no amount', { amount: undefined }, 'amount'],
  ['a negative amount', { amount: -1 }, 'amount'],
  ['nothing to pay', { amount: 0 }, 'amount'],
  ['a fraction', { amount: 1.5 }, 'amount'],
  ['an amount as text', { amount: '100' }, 'amount'],
  ['an amount beyond reason', { amount: 2 ** 53 }, 'amount'],
  ['a currency nobody knows', { currency: 'XYZ' }, 'currency'],
  ['a NUL', { description: 'a\0b' }, 'description'],
  ['a lone surrogate', { description: '\ud800' }, 'description'],
  ['a script as return address', { returnUrl: 'javascript:alert(1)' }, 'returnUrl'],
  ['a password in an address', { webhookUrl: 'http://u:p@127.0.0.1/' }, 'webhookUrl'],
  ['a field nobody knows', { discount: 10 }, 'discount'],
]

test('a bad request is a problem document that names what is wrong', async (t) => {
  const { merchant, ear } = await stand(t)
  for (const [what, change, field] of REFUSALS) {
    const answer = await merchant.post('/payments', { ...orderFor(ear.url), ...change })
    assert.equal(answer.status, 400, what)
    assert.equal(answer.headers.get('content-type'), 'application/problem+json')
    assert.ok(Object.hasOwn(answer.body['errors'] as object, field), what)
  }
  const proto = await merchant.send('POST', '/payments', { body: '{"__proto__":1}', key: 'k' })
  assert.equal(proto.status, 400)
  const huge = await merchant.send('POST', '/payments', { body: ' '.repeat(20_000), key: 'k' })
  assert.equal(huge.status, 413)
  const broken = await merchant.send('POST', '/payments', { body: '{', key: 'k' })
  assert.equal(broken.status, 400)
  const text = await merchant.send('POST', '/payments', { body: '{}', key: 'k', type: 'text/plain' })
  assert.equal(text.status, 415)
  const keyless = await merchant.send('POST', '/payments', { body: JSON.stringify(orderFor(ear.url)) })
  assert.deepEqual([keyless.status, keyless.body['code']], [400, 'idempotency_key_missing'])
  assert.equal((await merchant.send('DELETE', '/payments')).status, 405)
  assert.equal((await merchant.send('GET', '/nothing')).status, 404)
  const { body } = await merchant.send('GET', '/payments?since=1970-01-01T00:00:00Z')
  assert.deepEqual(body['items'], [], 'nothing was opened by all this')
})

test('a stranger without the secret key learns nothing and changes nothing', async (t) => {
  const { origin, ear } = await stand(t)
  const stranger = merchantOf(origin, 'sk_guess')
  for (const answer of [
    await stranger.post('/payments', orderFor(ear.url)),
    await stranger.send('GET', '/payments'),
    await stranger.send('PUT', '/faults', { body: '{"before":1}' }),
  ])
    assert.deepEqual([answer.status, answer.body['code']], [401, 'unauthorised'])
})

const setFaults = (merchant: Merchant, faults: object) =>
  merchant.send('PUT', '/faults', { body: JSON.stringify(faults) })

test('a fault before the effect leaves nothing behind', async (t) => {
  const { merchant, ear } = await stand(t, { faults: { before: 1 } })
  assert.equal((await merchant.post('/payments', orderFor(ear.url))).status, 500)
  await setFaults(merchant, {})
  assert.equal(await merchant.byReference('order-1'), undefined)
})

test('a fault after the effect leaves the payment, and the same key finds it', async (t) => {
  const { merchant, ear } = await stand(t, { faults: { after: 1 } })
  assert.equal((await merchant.post('/payments', orderFor(ear.url), 'key-3')).status, 500)
  await setFaults(merchant, {})
  const left = await merchant.byReference('order-1')
  assert.ok(left, 'the effect is there')
  const again = await merchant.post('/payments', orderFor(ear.url), 'key-3')
  assert.deepEqual(again.body, { ...left })
})

test('a silence after the effect leaves the payment and no answer', async (t) => {
  const { merchant, ear } = await stand(t, { faults: { silence: 1 } })
  const call = merchant.send('POST', '/payments', {
    body: JSON.stringify(orderFor(ear.url)),
    key: 'key-4',
    signal: AbortSignal.timeout(200),
  })
  await assert.rejects(call, { name: 'TimeoutError' })
  await setFaults(merchant, {})
  assert.ok(await merchant.byReference('order-1'))
})

test('faults replay from their seed', async (t) => {
  const { merchant } = await stand(t)
  const run = async () => {
    await setFaults(merchant, { seed: 42, before: 0.3, after: 0.3 })
    const codes: unknown[] = []
    for (let n = 0; n < 20; n++) codes.push((await merchant.send('GET', '/payments')).body['code'])
    return codes
  }
  const first = await run()
  assert.deepEqual(await run(), first)
  for (const seen of ['fault_before', 'fault_after', undefined]) assert.ok(first.includes(seen), `${seen}`)
})

test('faulty webhooks come one to four times each, late and in any order', async (t) => {
  const here = await stand(t, { faults: { seed: 3, copies: 4, lateSeconds: 60 } })
  for (let n = 1; n <= 10; n++) await payOnSandbox((await here.order({ reference: `order-${n}` })).url)
  for (let n = 0; n < 60; n++) here.forward(1000)
  await until(async () => (await here.merchant.deliveries()).queued === 0, 'an empty queue')
  const copies = Map.groupBy(here.ear.heard, ({ headers }) => headers['webhook-id'])
  assert.equal(copies.size, 20, 'ten authorisations and ten captures')
  const counts = new Set([...copies.values()].map((heard) => heard.length))
  assert.deepEqual([...counts].toSorted(), [1, 2, 3, 4])
})

test('refunds wait or fail when asked to, and a failed one frees its amount', async (t) => {
  const here = await stand(t)
  const payment = await here.order()
  await payOnSandbox(payment.url)
  await setFaults(here.merchant, { refunds: 'fail' })
  const path = `/payments/${payment.id}/refunds`
  const asked = await here.merchant.post(path, { amount: 4850, reference: 'refund-1' })
  assert.equal(asked.body['state'], 'pending')
  const second = await here.merchant.post(path, { amount: 1, reference: 'refund-2' })
  assert.equal(second.body['code'], 'refund_above_captured')
  here.forward(2000)
  await until(() => typesHeard(here).includes('refund.failed'), 'refund.failed')
  await setFaults(here.merchant, { refunds: 'wait' })
  await here.merchant.post(path, { amount: 4850, reference: 'refund-2' })
  assert.equal((await here.merchant.get(payment.id)).refunded, 0)
  here.forward(2000)
  await until(() => typesHeard(here).includes('refund.succeeded'), 'refund.succeeded')
  assert.equal((await here.merchant.get(payment.id)).refunded, 4850)
})
