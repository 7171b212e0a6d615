/** Tells buyers of their parcels. A reaction: it looks at the parcel as it is now, and each mail has its own key. */
import { sql } from 'kysely'
import type { Ctx } from '#kit/context.ts'
import { on } from '#kit/event.ts'
import { send } from '../messages/index.ts'
import { aboutOrder, readOrder, type Letter } from '../orders/index.ts'
import { delivered } from './emails/delivered.ts'
import { shipped } from './emails/shipped.ts'
import { tracked } from './emails/tracked.ts'
import { fulfilmentChanged } from './events.ts'
import { readLabels } from './labels/label.ts'
import { readShipments, type Shipment } from './shipment.ts'

export const tellBuyers = on(fulfilmentChanged, 'fulfilment.tellBuyers', async ({ ids }, ctx) => {
  for (const parcel of await readShipments(ctx, sql`s.id = any(${ids})`, ids.length))
    await tellOne(parcel, ctx)
})

async function tellOne(parcel: Shipment, ctx: Ctx): Promise<void> {
  const about = await aboutOrder(ctx, await readOrder(parcel.orderId, ctx))
  const letters: [Letter, about: string][] = []
  if (parcel.shippedAt) letters.push([shipped(about, parcel), parcel.id])
  if (parcel.state === 'shipped' && parcel.trackingCode) {
    const [label] = await readLabels(ctx, sql`l.shipment_id = ${parcel.id} and l.state = 'bought'`, 1)
    if (label) letters.push([tracked(about, parcel), label.id])
  }
  if (parcel.deliveredAt) letters.push([delivered(about, parcel), parcel.id])
  for (const [letter, id] of letters) {
    await send(ctx, {
      ...letter,
      to: about.order.email,
      dedupeKey: `${letter.template}:${id}`,
      about: { kind: 'order', id: about.order.id },
    })
  }
}
