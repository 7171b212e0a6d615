/**
 * Sends the link of an order to its address once more, for instance when the old one has run out.
 *
 * The answer is the same, and as quick, whether there is such an order or not.
 */
import { Done, command } from '#kit/operation.ts'
import { anyone } from '#kit/policy.ts'
import { Id, Type } from '#kit/types.ts'
import { linkWanted } from './events.ts'

export const sendLink = command({
  id: 'orders.sendLink',
  summary: 'Send the link of an order to its address',
  description: 'Always done. If there is such an order, its buyer gets a mail, at most one in ten minutes.',
  rest: 'POST /orders/:orderId/link-mails',
  audience: 'shop',
  access: anyone,
  limit: 'orders.sendLink',
  input: Type.Object({ orderId: Id }),
  output: Done,
  async run({ orderId }, ctx) {
    ctx.emit(linkWanted, { ids: [orderId] })
    return { done: true as const }
  },
})
