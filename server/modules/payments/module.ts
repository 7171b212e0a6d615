import { on } from '#kit/event.ts'
import { healthChecks } from '#kit/health.ts'
import { job } from '#kit/jobs.ts'
import { defineModule } from '#kit/module.ts'
import { Nothing } from '#kit/operation.ts'
import { fill } from '#kit/port.ts'
import { rawRoutes } from '#kit/raw-route.ts'
import { seconds } from '#kit/clock.ts'
import { capture } from './admin/capture.ts'
import { get } from './admin/get.ts'
import { list } from './admin/list.ts'
import { refund } from './admin/refund.ts'
import { voidPayment } from './admin/void.ts'
import { inboxReceived, paymentsChanged } from './events.ts'
import { webhook } from './inbox.ts'
import { handleInbox } from './inbox-handling.ts'
import { list as inboxList } from './inbox/list.ts'
import { retry } from './inbox/retry.ts'
import { providersAnswer } from './health.ts'
import { invariants } from './invariants.ts'
import { measures } from './measures.ts'
import { methods } from './methods.ts'
import { purge } from './purge.ts'
import { reconcile, reconcileHourly } from './reconcile.ts'
import { sweepPayments } from './sweep.ts'

export default defineModule({
  name: 'payments',
  operations: [methods, list, get, capture, voidPayment, refund, inboxList, retry, reconcile],
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
    reconcileHourly,
    purge,
  ],
  fills: [fill(rawRoutes, 'payments', [webhook]), fill(healthChecks, 'payments', providersAnswer)],
  permissions: {
    'payments.read': 'See payments, refunds and what providers told',
    'payments.capture': 'Capture and void payments, and try webhooks again',
    'payments.refund': 'Refund payments',
  },
  invariants,
  measures,
})
