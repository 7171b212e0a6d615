/** Takes hold of a parcel: its order is locked before the parcel is looked at again, as by every change of a parcel. */
import { sql } from 'kysely'
import type { Ctx } from '#kit/context.ts'
import { NotFound } from '#kit/failure.ts'
import { orderForShipping } from '../orders/index.ts'
import { readShipments, type Shipment } from './shipment.ts'

export async function lockParcel(ctx: Ctx, shipmentId: string): Promise<Shipment> {
  const here = sql`s.id = ${shipmentId}`
  const [found] = await readShipments(ctx, here, 1)
  if (!found) throw NotFound({})
  await orderForShipping(ctx, found.orderId)
  const [parcel] = await readShipments(ctx, here, 1)
  return parcel!
}
