/**
 * A parcel arrives: noted by staff, told by its carrier, or assumed after a time of silence.
 *
 * Goods may be sent back from then until the store's days for it are over. With the last parcel the order is completed.
 */
import { sql } from 'kysely'
import { after, days } from '#kit/clock.ts'
import type { Ctx } from '#kit/context.ts'
import { StaleVersion, failure } from '#kit/failure.ts'
import { Type } from '#kit/types.ts'
import { countDelivered, orderSettings } from '../orders/index.ts'
import { fulfilmentChanged } from './events.ts'
import { tell } from './history.ts'
import { lockParcel } from './locking.ts'
import { STEPS, ShipmentState, readShipments, type Shipment } from './shipment.ts'

export const NotOnTheWay = failure(
  'fulfilment.not_on_the_way',
  409,
  Type.Object({ state: ShipmentState }, { additionalProperties: false }),
  {
    en: ({ state }) =>
      state === 'delivered'
        ? 'This parcel was delivered already.'
        : `This parcel is ${state.replaceAll('_', ' ')}, not on its way.`,
    de: ({ state }) =>
      state === 'delivered' ? 'Dieses Paket wurde schon zugestellt.' : 'Dieses Paket ist nicht unterwegs.',
    ar: ({ state }) => (state === 'delivered' ? 'سُلِّم هذا الطرد من قبل.' : 'هذا الطرد ليس في الطريق.'),
  },
)

export async function arrive(
  ctx: Ctx,
  shipmentId: string,
  { cause, expectedVersion }: { cause: string; expectedVersion?: number | undefined },
): Promise<Shipment> {
  const { state, version, lines, orderId } = await lockParcel(ctx, shipmentId)
  if (expectedVersion !== undefined && expectedVersion !== version)
    throw StaleVersion({ currentVersion: version })
  if (!STEPS[state as ShipmentState].includes('delivered')) throw NotOnTheWay({ state })
  const { returnDays } = await orderSettings(ctx)
  await sql`
    with arrived as (
      update fulfilment.shipment set state = 'delivered', delivered_at = ${ctx.now()}, returnable_until = ${after(ctx.now(), days(returnDays))},
        version = version + 1, updated_at = ${ctx.now()}
      where store_id = ${ctx.storeId} and id = ${shipmentId} returning id
    )
    ${tell(ctx, cause, { from: 'shipped', to: 'delivered' }, sql`select id from arrived`)}`.execute(ctx.db)
  await countDelivered(ctx, orderId, lines, cause)
  ctx.emit(fulfilmentChanged, { ids: [shipmentId] })
  const [arrived] = await readShipments(ctx, sql`s.id = ${shipmentId}`, 1)
  return arrived!
}
