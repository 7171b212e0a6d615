import { seconds } from '#kit/clock.ts'
import { on } from '#kit/event.ts'
import { healthChecks } from '#kit/health.ts'
import { job } from '#kit/jobs.ts'
import { defineModule } from '#kit/module.ts'
import { Nothing } from '#kit/operation.ts'
import { fill } from '#kit/port.ts'
import { deliver, deliverDue } from './deliver.ts'
import { messagesQueued } from './events.ts'
import { mailsLeave } from './health.ts'
import { measures } from './measures.ts'
import { purge } from './purge.ts'
import { add } from './suppressions/add.ts'
import { list } from './suppressions/list.ts'
import { remove } from './suppressions/remove.ts'

export default defineModule({
  name: 'messages',
  operations: [add, list, remove],
  events: [messagesQueued],
  reactions: [
    // Delivery is no part of the reaction's transaction: a slow mail server must not hold it open.
    on(messagesQueued, 'messages.deliver', async ({ ids }, ctx) => {
      const call = { actor: ctx.actor, hint: { storeId: ctx.storeId } }
      ctx.afterCommit(async () => {
        for (const id of ids) await deliver(ctx.app, call, id)
      })
    }),
  ],
  jobs: [
    job({
      name: 'messages.deliverDue',
      payload: Nothing,
      everyMs: seconds(5),
      transaction: 'free',
      run: (_, ctx) => deliverDue(ctx.app, { actor: ctx.actor, hint: { storeId: ctx.storeId } }),
    }),
    purge,
  ],
  fills: [fill(healthChecks, 'messages', mailsLeave)],
  permissions: {
    'messages.read': 'See which addresses get no mail',
    'messages.write': 'Change which addresses get no mail',
  },
  measures,
  personalData: [
    { column: 'messages.message.sealed', why: 'The message itself, until it is delivered', keep: 'erase' },
    {
      column: 'messages.suppression.sealed',
      why: 'So that nothing is sent where nobody wants it',
      keep: 'law',
    },
    { column: 'messages.mailbox.recipient', why: 'Development mailbox only', keep: 'erase' },
  ],
  invariants: [
    {
      id: 'I21.messages',
      says: 'No delivered message keeps its body',
      sql: `select id from messages.message where state in ('sent', 'suppressed') and sealed is not null`,
    },
  ],
})
