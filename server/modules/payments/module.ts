import { on } from '#kit/event.ts'
import { job } from '#kit/jobs.ts'
import { defineModule } from '#kit/module.ts'
import { Nothing } from '#kit/operation.ts'
import { fill } from '#kit/port.ts'
import { rawRoutes } from '#kit/raw-route.ts'
import { seconds } from '#kit/clock.ts'
import { inboxReceived, paymentsChanged } from './events.ts'
import { webhook } from './inbox.ts'
import { handleInbox } from './inbox-handling.ts'
import { sweepPayments } from './sweep.ts'

export default defineModule({
  name: 'payments',
  events: [paymentsChanged, inboxReceived],
  reactions: [
    on(inboxReceived, 'payments.inbox', async ({ ids }, ctx) => {
      for (const id of ids) await handleInbox(ctx, id)
    }),
  ],
  jobs: [
    job({
      name: 'payments.sweep',
      payload: Nothing,
      everyMs: seconds(2),
      transaction: 'free',
      run: (_, ctx) => sweepPayments(ctx.app, { actor: ctx.actor, hint: { storeId: ctx.storeId } }),
    }),
  ],
  fills: [fill(rawRoutes, 'payments', [webhook])],
})
