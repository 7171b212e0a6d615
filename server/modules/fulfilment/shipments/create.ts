/**
 * Sends a parcel: the goods leave the house, and the order's lines count them.
 *
 * Without `lines` all goods that are left go; with `locationId` those that lie there. Stock leaves from what the
 * order has reserved, so nothing is sent that belongs to somebody else.
 */
import { sql } from 'kysely'
import type { Ctx } from '#kit/context.ts'
import { failure } from '#kit/failure.ts'
import { command } from '#kit/operation.ts'
import { permission } from '#kit/policy.ts'
import { Id, List, Nullable, Text, Type, Url } from '#kit/types.ts'
import { LotsShort, NotThere, consume, piecesAt } from '../../inventory/index.ts'
import { countShipped, orderForShipping, type ShippableLine } from '../../orders/index.ts'
import { fulfilmentChanged } from '../events.ts'
import { tell } from '../history.ts'
import { MoreThanLeft, NotShippable, OrderPart, partsOf, portionsOf } from '../parts.ts'
import { Shipment, readShipments } from '../shipment.ts'

export const NothingToShip = failure(
  'fulfilment.nothing_to_ship',
  409,
  Type.Object({}, { additionalProperties: false }),
  {
    en: 'Everything of this order has left already.',
    de: 'Von dieser Bestellung ist schon alles verschickt.',
    ar: 'شُحن كل ما في هذا الطلب من قبل.',
  },
)
export const create = command({
  id: 'fulfilment.shipments.create',
  summary: 'Send a parcel of an order',
  description:
    'An order may lie at several places, as `fulfilment.sources.list` says: name one to send what lies there.',
  rest: 'POST /orders/:orderId/shipments',
  audience: 'staff',
  access: permission('fulfilment.write'),
  status: 201,
  input: Type.Object({
    orderId: Id,
    lines: Type.Optional(List(OrderPart, 200, { minItems: 1 })),
    locationId: Type.Optional(Id),
    /** Lots and serial numbers that go, before those that end first. */
    lotIds: Type.Optional(List(Id, 200)),
    carrier: Type.Optional(Nullable(Text(80))),
    trackingCode: Type.Optional(Nullable(Text(120))),
    trackingUrl: Type.Optional(Nullable(Url)),
  }),
  output: Shipment,
  failures: [NotShippable, NothingToShip, MoreThanLeft, NotThere, LotsShort],

  async run(input, ctx) {
    const order = await orderForShipping(ctx, input.orderId)
    if (order.state !== 'confirmed') {
      throw order.state === 'completed' ? NothingToShip({}) : NotShippable({ state: order.state })
    }
    const goods = order.lines.filter((line) => line.shippable)
    const parts = input.lines
      ? partsOf(goods, input.lines)
      : await partsAt(ctx, order.id, goods, input.locationId)
    if (parts.length === 0) throw NothingToShip({})
    const portions = portionsOf(goods, parts).map((portion) => ({ ...portion, at: input.locationId }))
    const holder = { kind: 'order', id: order.id }
    await consume(ctx, holder, portions, 'fulfilment.shipments.create', input.lotIds)
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

/** All that is left, or what of it lies at the place. */
async function partsAt(
  ctx: Ctx,
  orderId: string,
  goods: ShippableLine[],
  locationId: string | undefined,
): Promise<OrderPart[]> {
  const all = partsOf(goods, undefined)
  if (!locationId) return all
  const lines = all.map(({ orderLineId, quantity }) => ({ lineId: orderLineId, ofLine: quantity }))
  const here = await piecesAt(ctx, { kind: 'order', id: orderId }, lines, locationId)
  return all
    .map(({ orderLineId }) => ({ orderLineId, quantity: here.get(orderLineId) ?? 0 }))
    .filter(({ quantity }) => quantity > 0)
}

async function send(
  ctx: Ctx,
  orderId: string,
  parts: OrderPart[],
  how: {
    locationId?: string
    carrier?: string | null
    trackingCode?: string | null
    trackingUrl?: string | null
  },
): Promise<string> {
  const id = ctx.id()
  await sql`
    with sent as (
      insert into fulfilment.shipment (id, store_id, order_id, location_id, state, carrier, tracking_code, tracking_url, shipped_at, created_at, updated_at)
      values (${id}, ${ctx.storeId}, ${orderId}, ${how.locationId ?? null}, 'shipped', ${how.carrier ?? null}, ${how.trackingCode ?? null}, ${how.trackingUrl ?? null},
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
