/** Each paid order has its invoice within a minute, asked for or not. */
import { minutes } from '#kit/clock.ts'
import { job } from '#kit/jobs.ts'
import { Nothing } from '#kit/operation.ts'
import { issueInvoices } from './issue.ts'

export const issuing = job({
  name: 'orders.issueInvoices',
  payload: Nothing,
  everyMs: minutes(1),
  transaction: 'free',
  async run(_, ctx) {
    const call = { actor: ctx.actor, hint: { storeId: ctx.storeId } }
    while (await ctx.app.inTransaction(call, (each) => issueInvoices(each)));
  },
})
