/**
 * Sends a parcel: the goods leave the house, and the order's lines count them.
 *
 * Without `lines` everything that is left goes. Stock leaves from what the order has
 * reserved, so nothing is sent that belongs to somebody else.
 */
import { sql } from 'kysely'
import type { Ctx } from '#kit/context.ts'
import { failure, invalid } from '#kit/failure.ts'
import { command } from '#kit/operation.ts'
import { permission } from '#kit/policy.ts'
import { Count, Id, Int, List, Nullable, Text, Type, Url, shape, type Static } from '#kit/types.ts'
import { consume } from '../../inventory/index.ts'
import { OrderState, countShipped, orderForShipping, type Shippable } from '../../orders/index.ts'
import { fulfilmentChanged } from '../events.ts'
import { tell } from '../history.ts'
import { Shipment, readShipments } from '../shipment.ts'

export const NotShippable = failure(
  'fulfilment.not_shippable',
  409,
  Type.Object({ state: OrderState }, { additionalProperties: false }),
  ({ state }) =>
    state === 'pending'
      ? 'This order is not paid yet, so it cannot be sent.'
      : `This order is ${state}, so it cannot be sent.`,
)
export const NothingToShip = failure(
  'fulfilment.nothing_to_ship',
  409,
  Type.Object({}, { additionalProperties: false }),
  () => 'Everything of this order has left already.',
)
export const MoreThanLeft = failure(
  'fulfilment.more_than_left',
  409,
  Type.Object({ orderLineId: Id, left: Count }, { additionalProperties: false }),
  ({ left }) =>
    left === 0
      ? 'This line has left already.'
      : `Only ${left} of this line ${left === 1 ? 'is' : 'are'} left to send.`,
)

const Part = shape('ShipmentPart', { orderLineId: Id, quantity: Int(1, 9999) })
type Part = Static<typeof Part>

export const create = command({
  id: 'fulfilment.shipments.create',
  summary: 'Send a parcel of an order',
  rest: 'POST /orders/:orderId/shipments',
  audience: 'staff',
  access: permission('fulfilment.write'),
  status: 201,
  input: Type.Object({
    orderId: Id,
    lines: Type.Optional(List(Part, 200, { minItems: 1 })),
    carrier: Type.Optional(Nullable(Text(80))),
    trackingCode: Type.Optional(Nullable(Text(120))),
    trackingUrl: Type.Optional(Nullable(Url)),
  }),
  output: Shipment,
  failures: [NotShippable, NothingToShip, MoreThanLeft],

  async run(input, ctx) {
    const order = await orderForShipping(ctx, input.orderId)
    if (order.state !== 'confirmed') {
      throw order.state === 'completed' ? NothingToShip({}) : NotShippable({ state: order.state })
    }
    const parts = partsOf(order, input.lines)
    const left = new Map(order.lines.map((line) => [line.id, leftOf(line)]))
    await consume(
      ctx,
      { kind: 'order', id: order.id },
      parts.map(({ orderLineId, quantity }) => ({
        lineId: orderLineId,
        quantity,
        ofLine: left.get(orderLineId)!,
      })),
      'fulfilment.shipments.create',
    )
    await countShipped(ctx, order.id, parts, 'fulfilment.shipments.create')
    const id = await send(ctx, order.id, parts, input)
    ctx.emit(fulfilmentChanged, { ids: [id] })
    ctx.audit({
      subject: 'fulfilment.shipment',
      subjectId: id,
      before: null,
      after: { orderId: order.id, lines: parts },
    })
    const [shipment] = await readShipments(ctx, sql`s.id = ${id}`, 1)
    return shipment!
  },
})

function leftOf(line: Shippable['lines'][number]): number {
  return line.quantity - line.shipped - line.cancelled
}

function partsOf(order: Shippable, wanted: Part[] | undefined): Part[] {
  if (!wanted) {
    const all = order.lines.filter((line) => leftOf(line) > 0)
    if (all.length === 0) throw NothingToShip({})
    return all.map((line) => ({ orderLineId: line.id, quantity: leftOf(line) }))
  }
  if (new Set(wanted.map((part) => part.orderLineId)).size < wanted.length) {
    throw invalid('lines', 'duplicate', 'Name each line once.')
  }
  wanted.forEach(({ orderLineId, quantity }, index) => {
    const line = order.lines.find((each) => each.id === orderLineId)
    if (!line) throw invalid(`lines.${index}.orderLineId`, 'unknown', 'This line is not of this order.')
    if (quantity > leftOf(line)) throw MoreThanLeft({ orderLineId, left: leftOf(line) })
  })
  return wanted
}

async function send(
  ctx: Ctx,
  orderId: string,
  parts: Part[],
  how: { carrier?: string | null; trackingCode?: string | null; trackingUrl?: string | null },
): Promise<string> {
  const id = ctx.id()
  await sql`
    with sent as (
      insert into fulfilment.shipment (id, store_id, order_id, state, carrier, tracking_code, tracking_url, shipped_at, created_at, updated_at)
      values (${id}, ${ctx.storeId}, ${orderId}, 'shipped', ${how.carrier ?? null}, ${how.trackingCode ?? null}, ${how.trackingUrl ?? null},
        ${ctx.now()}, ${ctx.now()}, ${ctx.now()})
      returning id
    ), lines as (
      insert into fulfilment.shipment_line (store_id, order_id, shipment_id, order_line_id, quantity)
      select ${ctx.storeId}, ${orderId}, ${id}, p.line_id, p.quantity
      from unnest(${parts.map((part) => part.orderLineId)}::uuid[], ${parts.map((part) => part.quantity)}::int[]) as p(line_id, quantity)
    )
    ${tell(ctx, 'fulfilment.shipments.create', { from: null, to: 'shipped' }, sql`select id from sent`)}`.execute(
    ctx.db,
  )
  return id
}
