/** Writes to a buyer that files and keys are theirs. Each hand-over of an order has its own mail, and a repeat none. */
import type { Ctx } from '#kit/context.ts'
import { send } from '../messages/index.ts'
import { aboutOrder, readOrder } from '../orders/index.ts'
import { handedOver } from './emails/handed-over.ts'
import { readHandedOver } from './handed-over.ts'

/** The order is locked. */
export async function tellOfHandedOver(ctx: Ctx, orderId: string): Promise<void> {
  const about = await aboutOrder(ctx, await readOrder(orderId, ctx))
  const pieces = about.order.lines.reduce((sum, line) => sum + line.quantityShipped, 0)
  const letter = handedOver(about, await readHandedOver(ctx, orderId))
  await send(ctx, {
    ...letter,
    to: about.order.email,
    dedupeKey: `${letter.template}:${orderId}:${pieces}`,
    about: { kind: 'order', id: orderId },
  })
}
