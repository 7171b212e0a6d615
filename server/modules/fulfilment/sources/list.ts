/** Where the goods of an order lie that have not left, and how many of them are not there yet: what to pack where. */
import { query } from '#kit/operation.ts'
import { permission } from '#kit/policy.ts'
import { Count, Id, List, Text, Type, shape } from '#kit/types.ts'
import { sourcesOf } from '../../inventory/index.ts'
import { readOrder } from '../../orders/index.ts'

const OrderSource = shape('OrderSource', {
  orderLineId: Id,
  itemId: Id,
  sku: Text(80),
  locationId: Id,
  locationName: Text(120),
  quantity: Count,
  /** Of those, how many are short, or were ordered ahead: they cannot leave yet. */
  quantityWaiting: Count,
})

export const list = query({
  id: 'fulfilment.sources.list',
  summary: 'Where the goods of an order lie, and what of them is not there yet',
  rest: 'GET /orders/:orderId/sources',
  audience: 'staff',
  access: permission('orders.read'),
  input: Type.Object({ orderId: Id }),
  output: shape('OrderSourceList', { items: List(OrderSource, 1000) }),
  async run({ orderId }, ctx) {
    const { id } = await readOrder(orderId, ctx)
    const sources = await sourcesOf(ctx, { kind: 'order', id })
    return {
      items: sources.slice(0, 1000).map((source) => ({
        orderLineId: source.line_id,
        itemId: source.item_id,
        sku: source.sku,
        locationId: source.location_id,
        locationName: source.location_name,
        quantity: source.quantity,
        quantityWaiting: source.missing,
      })),
    }
  },
})
