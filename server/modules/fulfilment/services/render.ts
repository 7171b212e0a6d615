/**
 * Notes that services of an order were rendered: lessons given, gifts wrapped. They need no parcel.
 *
 * Without `lines` all that are left. With the last of them, when all goods have arrived too, the order is completed.
 */
import { failure } from '#kit/failure.ts'
import { command, Done } from '#kit/operation.ts'
import { permission } from '#kit/policy.ts'
import { Id, List, Type } from '#kit/types.ts'
import { NotThere, consume } from '../../inventory/index.ts'
import { countDelivered, orderForShipping } from '../../orders/index.ts'
import { MoreThanLeft, NotShippable, OrderPart, leftOf, partsOf, portionsOf } from '../parts.ts'

export const NothingToRender = failure(
  'fulfilment.nothing_to_render',
  409,
  Type.Object({}, { additionalProperties: false }),
  {
    en: 'There are no services of this order left to render.',
    de: 'Von dieser Bestellung sind keine Leistungen mehr zu erbringen.',
    ar: 'لم تبقَ خدمات لتقديمها في هذا الطلب.',
  },
)

export const render = command({
  id: 'fulfilment.services.render',
  summary: 'Note that services of an order were rendered',
  rest: 'POST /orders/:orderId/rendered-services',
  audience: 'staff',
  access: permission('fulfilment.write'),
  input: Type.Object({ orderId: Id, lines: Type.Optional(List(OrderPart, 200, { minItems: 1 })) }),
  output: Done,
  failures: [NotShippable, NothingToRender, MoreThanLeft, NotThere],
  async run({ orderId, lines }, ctx) {
    const order = await orderForShipping(ctx, orderId)
    if (order.state !== 'confirmed' && order.state !== 'completed') throw NotShippable({ state: order.state })
    const services = order.lines.filter((line) => !line.shippable)
    const parts = partsOf(services, lines)
    if (parts.length === 0 || order.state === 'completed') throw NothingToRender({})
    const cause = 'fulfilment.services.render'
    await consume(ctx, { kind: 'order', id: orderId }, portionsOf(services, parts), cause)
    await countDelivered(ctx, orderId, parts, cause, 'rendered')
    ctx.audit({
      subject: 'orders.order',
      subjectId: orderId,
      before: { left: services.map((line) => ({ orderLineId: line.id, quantity: leftOf(line) })) },
      after: { rendered: parts },
    })
    return { done: true as const }
  },
})
