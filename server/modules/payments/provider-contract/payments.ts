/** Opening, paying, capturing and voiding, and the list of it all. */
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { isProviderRefused } from '../provider.ts'
import type { Hands } from './hands.ts'

const MINUTE = 60_000 // ms

export function paymentsKept({ soon, euros, requestFor, opened, paid, found, hand }: Hands): void {
  test('each way to pay that it offers leads somewhere', async () => {
    const { name, methods } = hand().provider
    assert.ok(methods.length > 0)
    for (const { key } of methods) {
      assert.ok(key.startsWith(name), `${key} could be another provider’s`)
      const request = { ...requestFor(randomUUID(), euros(1999), 'automatic'), method: key }
      assert.ok((await hand().provider.open(request, soon())).url, key)
    }
  })

  test('a payment opened twice under one id is one payment', async () => {
    const request = requestFor(randomUUID(), euros(1999), 'automatic')
    const first = await hand().provider.open(request, soon())
    const again = await hand().provider.open(request, soon())
    assert.equal(again.reference, first.reference)
    assert.equal(first.paymentId, request.paymentId)
    assert.equal(first.state, 'requires_action')
    assert.deepEqual(first.amount, euros(1999))
    assert.ok(first.url, 'the buyer has somewhere to go')
  })

  test('ten openings at once under one id are one payment', async () => {
    const request = requestFor(randomUUID(), euros(500), 'automatic')
    const answers = await Promise.all(Array.from({ length: 10 }, () => hand().provider.open(request, soon())))
    assert.equal(new Set(answers.map((payment) => payment.reference)).size, 1)
  })

  test('the same id with another amount is refused', async () => {
    const request = requestFor(randomUUID(), euros(1000), 'automatic')
    await hand().provider.open(request, soon())
    await assert.rejects(
      hand().provider.open({ ...request, amount: euros(1) }, soon()),
      (error) => isProviderRefused(error) && typeof error.code === 'string',
    )
  })

  test('a payment is found by our id and by theirs', async () => {
    const payment = await opened()
    const byOurs = await hand().provider.find({ paymentId: payment.paymentId }, soon())
    assert.deepEqual(byOurs, await found(payment.reference))
  })

  test('a payment nobody opened is not found', async () => {
    assert.equal(await hand().provider.find({ paymentId: randomUUID() }, soon()), null)
    assert.equal(await hand().provider.find({ reference: 'pay_unknown' }, soon()), null)
  })

  test('a paid payment is captured in full, once, with its moment', async () => {
    const payment = await paid(euros(2500))
    assert.equal(payment.state, 'captured')
    assert.equal(payment.authorised, 2500)
    assert.equal(payment.captured, 2500)
    assert.equal(payment.refunded, 0)
    assert.ok(payment.paidAt)
  })

  test('a declined payment says why and takes nothing', async () => {
    const payment = await opened()
    await hand().pay(payment.url!, 'decline')
    const declined = await found(payment.reference)
    assert.equal(declined.state, 'failed')
    assert.ok(declined.declineCode)
    assert.equal(declined.captured, 0)
  })

  test('the version rises with each change', async () => {
    const payment = await opened(euros(1000), 'manual')
    await hand().pay(payment.url!, 'pay')
    const authorised = await found(payment.reference)
    const ask = { reference: payment.reference, amount: euros(1000), key: randomUUID() }
    const captured = await hand().provider.capture(ask, soon())
    assert.ok(payment.version < authorised.version && authorised.version < captured.version)
  })

  test('a capture in parts adds up, and the same key captures once', async () => {
    const payment = await paid(euros(1000), 'manual')
    assert.equal(payment.state, 'authorised')
    const part = { reference: payment.reference, amount: euros(400), key: randomUUID() }
    assert.equal((await hand().provider.capture(part, soon())).captured, 400)
    await hand().provider.capture(part, soon())
    assert.equal((await found(payment.reference)).captured, 400)
    const rest = { ...part, amount: euros(600), key: randomUUID() }
    const whole = await hand().provider.capture(rest, soon())
    assert.deepEqual([whole.captured, whole.state], [1000, 'captured'])
  })

  test('a capture above what was authorised is refused and takes nothing', async () => {
    const payment = await paid(euros(1000), 'manual')
    const ask = { reference: payment.reference, amount: euros(1001), key: randomUUID() }
    await assert.rejects(hand().provider.capture(ask, soon()), isProviderRefused)
    assert.equal((await found(payment.reference)).captured, 0)
  })

  test('a capture in another currency is refused', async () => {
    const payment = await paid(euros(1000), 'manual')
    const amount = { amount: 1000, currency: 'USD' }
    const ask = { reference: payment.reference, amount, key: randomUUID() }
    await assert.rejects(hand().provider.capture(ask, soon()), isProviderRefused)
    assert.equal((await found(payment.reference)).captured, 0)
  })

  test('a voided authorisation cannot be captured', async () => {
    const payment = await paid(euros(1000), 'manual')
    const voided = await hand().provider.void({ reference: payment.reference, key: randomUUID() }, soon())
    assert.equal(voided.state, 'voided')
    const ask = { reference: payment.reference, amount: euros(1000), key: randomUUID() }
    await assert.rejects(hand().provider.capture(ask, soon()), isProviderRefused)
  })

  test('an unpaid payment that is voided can no longer be paid', async () => {
    const payment = await opened()
    const ask = { reference: payment.reference, key: randomUUID() }
    assert.equal((await hand().provider.void(ask, soon())).state, 'cancelled')
    await assert.rejects(hand().pay(payment.url!, 'pay'))
    assert.equal((await found(payment.reference)).captured, 0)
  })

  test('a captured payment cannot be voided', async () => {
    const payment = await paid()
    const ask = { reference: payment.reference, key: randomUUID() }
    await assert.rejects(hand().provider.void(ask, soon()), isProviderRefused)
    assert.equal((await found(payment.reference)).state, 'captured')
  })

  test('a list of what changed since a moment holds each payment', async () => {
    const since = new Date(Date.now() - MINUTE)
    const mine = await Promise.all([opened(), opened(), opened()])
    const listed = new Set<string>()
    for await (const payment of hand().provider.list(since, soon())) listed.add(payment.reference)
    for (const payment of mine) assert.ok(listed.has(payment.reference))
    const later = new Date(Date.now() + 10 * MINUTE)
    for await (const payment of hand().provider.list(later, soon())) assert.fail(payment.reference)
  })
}
