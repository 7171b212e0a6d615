/** Writes to a buyer that files and keys are theirs. Each hand-over of an order has its own mail, and a repeat none. */
import type { Ctx } from '#kit/context.ts'
import { send } from '../messages/index.ts'
import { orderLink, readOrder, toOrder } from '../orders/index.ts'
import { currentSettings } from '../settings/index.ts'
import { handedOver } from './emails/handed-over.ts'
import { readHandedOver } from './handed-over.ts'

/** The order is locked. */
export async function tellOfHandedOver(ctx: Ctx, orderId: string): Promise<void> {
  const { store } = await currentSettings(ctx)
  const row = await readOrder(orderId, ctx)
  const order = toOrder(row, ctx)
  const about = {
    store: store.name,
    order,
    link: orderLink({ ...ctx, origin: ctx.app.config.publicUrl }, row),
  }
  const pieces = order.lines.reduce((sum, line) => sum + line.quantityShipped, 0)
  const letter = handedOver(about, await readHandedOver(ctx, orderId), store.timeZone)
  await send(ctx, {
    ...letter,
    to: order.email,
    dedupeKey: `${letter.template}:${orderId}:${pieces}`,
    about: { kind: 'order', id: orderId },
  })
}
