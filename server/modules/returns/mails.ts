/** Tells buyers what becomes of what they send back. A reaction: it looks at the return as it is now, and each mail has its own key. */
import { sql } from 'kysely'
import { on } from '#kit/event.ts'
import { send } from '../messages/index.ts'
import { aboutOrder, orderSettings, readOrder } from '../orders/index.ts'
import { letterOf } from './emails/steps.ts'
import { returnsChanged } from './events.ts'
import { readReturns } from './return.ts'

export const tellBuyers = on(returnsChanged, 'returns.tellBuyers', async ({ ids }, ctx) => {
  const { seller } = await orderSettings(ctx)
  for (const found of await readReturns(ctx, sql`r.id = any(${ids})`)) {
    const about = await aboutOrder(ctx, await readOrder(found.orderId, ctx))
    const letter = letterOf(about, found, seller?.address ?? null)
    if (letter)
      await send(ctx, {
        ...letter,
        to: about.order.email,
        dedupeKey: `${letter.template}:${found.id}`,
        about: { kind: 'order', id: found.orderId },
      })
  }
})
