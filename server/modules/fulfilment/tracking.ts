/**
 * Notes what a carrier tells of a parcel, each thing once, and moves the parcel on if it leads forward.
 *
 * News come in copies and in any order: what happened stands by when it happened, and a parcel that has arrived or come
 * back stays so.
 */
import { sql } from 'kysely'
import type { Ctx } from '#kit/context.ts'
import { newId } from '#kit/id.ts'
import { arrive } from './arriving.ts'
import type { CarrierNews } from './carriers/carrier.ts'
import { fulfilmentChanged } from './events.ts'
import { tell } from './history.ts'
import { lockParcel } from './locking.ts'

const CAUSE = 'fulfilment.carrierWebhook'

export interface ParcelNews extends Pick<CarrierNews, 'at' | 'text'> {
  kind: Exclude<CarrierNews['kind'], 'other'>
  carrier: string
}

export async function noteNews(
  ctx: Ctx,
  shipmentId: string,
  { kind, at, text, carrier }: ParcelNews,
): Promise<void> {
  const { state } = await lockParcel(ctx, shipmentId)
  const { rows } = await sql`
    insert into fulfilment.tracking (id, store_id, shipment_id, carrier, kind, happened_at, said, told_at)
    values (${newId()}, ${ctx.storeId}, ${shipmentId}, ${carrier}, ${kind}, ${at}, ${text}, ${ctx.now()})
    on conflict on constraint tracking_once do nothing returning id`.execute(ctx.db)
  if (rows.length === 0) return
  if (state === 'shipped' && kind === 'delivered') await arrive(ctx, shipmentId, { cause: CAUSE })
  else if (state === 'shipped' && kind === 'returned') await sendBack(ctx, shipmentId)
  else ctx.emit(fulfilmentChanged, { ids: [shipmentId] })
}

/** It did not reach its buyer; what becomes of the goods is decided when they are there again. */
async function sendBack(ctx: Ctx, shipmentId: string): Promise<void> {
  await sql`
    with back as (
      update fulfilment.shipment set state = 'returned_to_sender', version = version + 1, updated_at = ${ctx.now()}
      where store_id = ${ctx.storeId} and id = ${shipmentId} returning id
    )
    ${tell(ctx, CAUSE, { from: 'shipped', to: 'returned_to_sender' }, sql`select id from back`)}`.execute(
    ctx.db,
  )
  ctx.emit(fulfilmentChanged, { ids: [shipmentId] })
}
