/**
 * Everything that touches a payment, at the same moment: nobody waits in a circle.
 *
 * A deadlock is mended by running the transaction again, so it is counted where it strikes.
 */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { sql } from 'kysely'
import type { Ctx } from '#kit/context.ts'
import { sqlState } from '#kit/db.ts'
import { openPayDesk } from '../../testing/pay-desk.ts'
import { randomFrom, seed } from '../../testing/random.ts'
import { handleInbox } from './inbox-handling.ts'
import { approveRefund, cancelOpenPayments, settleStart, type PaymentRow, type StartReply } from './index.ts'
import { leaseRefunds, settleRefund } from './refund-asking.ts'
import { leasePayments } from './sweep.ts'

const ROUNDS = Number(process.env['LOAD_ROUNDS'] ?? 6)
const AT_ONCE = 10

const desk = await openPayDesk({ poolSize: 30 })
const { shop } = desk
after(() => desk.close())

let deadlocks = 0

function within<T>(work: (ctx: Ctx) => Promise<T>): Promise<T> {
  return shop.inside(async (ctx) => {
    try {
      return await work(ctx)
    } catch (error) {
      if (sqlState(error) === '40P01') deadlocks++
      throw error
    }
  })
}

async function handle(eventId: string): Promise<void> {
  const { rows } = await sql<{
    id: string
  }>`select id from payments.inbox where event_id = ${eventId}`.execute(shop.app.pool.db)
  await within((ctx) => handleInbox(ctx, rows[0]!.id))
}

/** As an order does: the payable is locked, its payments end, what was taken goes back. */
function close(payment: PaymentRow): Promise<void> {
  return within(async (ctx) => {
    await sql`update desk.thing set wanted = false where id = ${payment.payable_id}`.execute(ctx.db)
    await cancelOpenPayments(ctx, { kind: 'thing', id: payment.payable_id }, 'test')
    const { rows } = await sql<PaymentRow>`select * from payments.payment
      where payable_id = ${payment.payable_id} and captured_amount > refunded_amount order by id for update`.execute(
      ctx.db,
    )
    for (const row of rows)
      await approveRefund(ctx, row, { amount: row.captured_amount - row.refunded_amount, reason: 'test' })
  })
}

/** Some of what may happen to a payment that the shopper has just paid. */
async function happenings(payment: PaymentRow): Promise<(() => Promise<unknown>)[]> {
  const events = [`evt_${payment.id}_1`, `evt_${payment.id}_2`]
  for (const id of events) await desk.tell(await desk.about(payment, { id }))
  const fact = await desk.truth(payment)
  const replies: StartReply[] = [
    { kind: 'answered', fact },
    { kind: 'refused', code: 'test' },
    { kind: 'unknown' },
  ]
  return [
    ...events.map((id) => () => handle(id)),
    ...replies.map((reply) => () => within((ctx) => settleStart(ctx, payment.id, reply))),
    () => close(payment),
    () => within((ctx) => leasePayments(ctx, 5)),
    async () => {
      for (const refund of await within((ctx) => leaseRefunds(ctx, 5)))
        await within((ctx) => settleRefund(ctx, refund, { kind: 'unknown' }, 'test'))
    },
  ]
}

test('settling, webhooks, closing, refunding and sweeping at once: no deadlock, no unit lost', async (t) => {
  t.diagnostic(`SEED=${seed}`)
  const random = randomFrom(seed)
  const shuffled = <T>(list: T[]): T[] =>
    list
      .map((one) => ({ one, at: random() }))
      .toSorted((a, b) => a.at - b.at)
      .map(({ one }) => one)
  for (let round = 0; round < ROUNDS; round++) {
    const payments: PaymentRow[] = []
    for (let n = 0; n < AT_ONCE; n++) {
      const begun = await desk.begin()
      payments.push(n % 2 === 0 ? await desk.settle(begun, await desk.ask(begun)) : begun)
      if (n % 2 === 1) await desk.ask(begun)
      await desk.pay(payments.at(-1)!)
    }
    const all = (await Promise.all(payments.map(happenings))).flat()
    await Promise.all(shuffled(all).map((happens) => happens()))
    await desk.quiet(90)
    for (const payment of payments) {
      const { captured_amount: captured, refunded_amount: refunded } = await desk.row(payment.id)
      assert.deepEqual([captured, refunded, (await desk.truth(payment)).refunded], [2500, 2500, 2500])
    }
  }
  assert.equal(deadlocks, 0)
  await shop.invariants()
})
