/** A parcel has arrived. With the last one the order is completed. */
import { sql } from 'kysely'
import { NotFound, StaleVersion, failure } from '#kit/failure.ts'
import { command } from '#kit/operation.ts'
import { permission } from '#kit/policy.ts'
import { Id, Type, Version } from '#kit/types.ts'
import { countDelivered, orderForShipping } from '../../orders/index.ts'
import { fulfilmentChanged } from '../events.ts'
import { tell } from '../history.ts'
import { STEPS, Shipment, ShipmentState, readShipments } from '../shipment.ts'

export const NotOnTheWay = failure(
  'fulfilment.not_on_the_way',
  409,
  Type.Object({ state: ShipmentState }, { additionalProperties: false }),
  ({ state }) =>
    state === 'delivered'
      ? 'This parcel was delivered already.'
      : `This parcel is ${state.replaceAll('_', ' ')}, not on its way.`,
)

export const deliver = command({
  id: 'fulfilment.shipments.deliver',
  summary: 'Note that a parcel has arrived',
  rest: 'POST /shipments/:shipmentId/delivery',
  audience: 'staff',
  access: permission('fulfilment.write'),
  input: Type.Object({ shipmentId: Id, expectedVersion: Type.Optional(Version) }),
  output: Shipment,
  failures: [NotOnTheWay],

  async run({ shipmentId, expectedVersion }, ctx) {
    const here = sql`s.id = ${shipmentId}`
    const [found] = await readShipments(ctx, here, 1)
    if (!found) throw NotFound({})
    // The order is locked before the parcel is looked at again: every change of a parcel holds its order.
    await orderForShipping(ctx, found.orderId)
    const [parcel] = await readShipments(ctx, here, 1)
    const { state, version, lines, orderId } = parcel!
    if (expectedVersion !== undefined && expectedVersion !== version)
      throw StaleVersion({ currentVersion: version })
    if (!STEPS[state as ShipmentState].includes('delivered')) throw NotOnTheWay({ state })
    await sql`
      with arrived as (
        update fulfilment.shipment set state = 'delivered', delivered_at = ${ctx.now()}, version = version + 1, updated_at = ${ctx.now()}
        where store_id = ${ctx.storeId} and id = ${shipmentId} returning id
      )
      ${tell(ctx, 'fulfilment.shipments.deliver', { from: 'shipped', to: 'delivered' }, sql`select id from arrived`)}`.execute(
      ctx.db,
    )
    await countDelivered(ctx, orderId, lines, 'fulfilment.shipments.deliver')
    ctx.emit(fulfilmentChanged, { ids: [shipmentId] })
    ctx.audit({
      subject: 'fulfilment.shipment',
      subjectId: shipmentId,
      before: { state },
      after: { state: 'delivered' },
    })
    return {
      ...parcel!,
      state: 'delivered' as const,
      deliveredAt: ctx.now().toISOString(),
      version: version + 1,
    }
  },
})
