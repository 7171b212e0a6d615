/**
 * The shopper's return, the provider's webhook and the sweep bring the same news at the same moment.
 *
 * `RACE_ROUNDS` makes it longer; `SEED` repeats the order and the delays.
 */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'kysely'
import { openPayDesk } from '../../testing/pay-desk.ts'
import { randomFrom, seed } from '../../testing/random.ts'
import { handleInbox } from './inbox-handling.ts'

const ROUNDS = Number(process.env['RACE_ROUNDS'] ?? 500)
const AT_ONCE = 10

const desk = await openPayDesk({ poolSize: 20 })
const { shop } = desk
after(() => desk.close())

async function receive(payment: { id: string }, id: string): Promise<void> {
  assert.equal(await desk.tell(await desk.about(payment, { id })), 200)
}

async function handle(eventId: string): Promise<void> {
  const { rows } = await sql<{
    id: string
  }>`select id from payments.inbox where event_id = ${eventId}`.execute(shop.app.pool.db)
  await shop.inside((ctx) => handleInbox(ctx, rows[0]!.id))
}

// C5
test(`return, webhook and sweep at once, in every order and delay, ${ROUNDS} times: charged once`, async (t) => {
  t.diagnostic(`SEED=${seed}`)
  const random = randomFrom(seed)
  for (let round = 0; round < ROUNDS; round += AT_ONCE) {
    await Promise.all(Array.from({ length: AT_ONCE }, () => once(random)))
  }
  const { rows } = await sql<{ payments: number; charges: number; taken: number; secured: number }>`
    select count(*) as payments, (select count(*) from ledger.transaction where kind = 'capture') as charges, sum(captured_amount)::bigint as taken,
      (select sum(secured)::bigint from desk.thing) as secured
    from payments.payment where state = 'captured'`.execute(shop.app.pool.db)
  const n = Math.ceil(ROUNDS / AT_ONCE) * AT_ONCE
  assert.deepEqual(rows, [{ payments: n, charges: n, taken: n * 2500, secured: n }])
  await shop.invariants()
})

async function once(random: () => number): Promise<void> {
  const begun = await desk.begin()
  const opened = await desk.ask(begun)
  await desk.pay(begun)
  const seen = { kind: 'answered' as const, fact: await desk.truth(begun) }
  const event = `evt_${begun.id}`
  await receive(begun, event)
  const racers = [
    () => desk.settle(begun, opened), // the answer of the opening, kept late
    () => desk.settle(begun, seen), // the shopper is back, and the provider was asked
    () => handle(event),
    () => handle(event),
  ]
  const order = racers.map((race) => ({ race, at: random() })).toSorted((a, b) => a.at - b.at)
  await Promise.all(
    order.map(async ({ race }) => {
      if (random() < 0.5) await pause(random() * 4)
      await race()
    }),
  )
}
