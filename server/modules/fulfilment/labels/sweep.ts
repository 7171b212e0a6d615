/** Asks carriers again about labels that went unanswered: a lost answer, a crash half-way, a carrier that was down. */
import { sql } from 'kysely'
import { after, minutes, seconds } from '#kit/clock.ts'
import type { Ctx } from '#kit/context.ts'
import { within } from '#kit/deadline.ts'
import { job } from '#kit/jobs.ts'
import { Nothing } from '#kit/operation.ts'
import { LEASE, askAbout, settleLabel } from './asking.ts'
import { questionsAbout, type LabelToAsk } from './question.ts'

const AT_ONCE = 8
const CALL_WITHIN = seconds(10)

export const askCarriersAgain = job({
  name: 'fulfilment.askCarriers',
  payload: Nothing,
  everyMs: minutes(1),
  transaction: 'free',
  async run(_, ctx) {
    const call = { actor: ctx.actor, hint: { storeId: ctx.storeId } }
    for (let due = AT_ONCE; due === AT_ONCE && !ctx.signal.aborted;) {
      const labels = await ctx.app.inTransaction(call, lease)
      due = labels.length
      await Promise.all(
        labels.map(async (label) => {
          const reply = await within(CALL_WITHIN, (signal) => askAbout(ctx, label, signal))
          await ctx.app.inTransaction(call, (own) => settleLabel(own, label, reply))
        }),
      )
    }
  },
})

/** Each is leased by moving its `ask_at`, so that workers do not ask twice at once. */
async function lease(ctx: Ctx): Promise<LabelToAsk[]> {
  const { rows } = await sql<{ id: string }>`
    update fulfilment.label set asked = asked + 1, ask_at = ${after(ctx.now(), LEASE)}
    where store_id = ${ctx.storeId} and id in (
      select id from fulfilment.label where store_id = ${ctx.storeId} and ask_at <= ${ctx.now()}
      order by ask_at limit ${AT_ONCE} for update skip locked) returning id`.execute(ctx.db)
  return questionsAbout(ctx, sql`l.id = any(${rows.map(({ id }) => id)}::uuid[])`)
}
