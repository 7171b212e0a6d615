/** What a carrier is asked about a label, with all that it needs to hear; read anew each time, as nothing of it may change. */
import { sql, type RawBuilder } from 'kysely'
import type { Ctx } from '#kit/context.ts'
import type { Address } from '../../customers/index.ts'
import type { CarriedMeasures, LabelFormat, LabelOrder } from '../../delivery/index.ts'
import { currentSettings } from '../../settings/index.ts'

export interface LabelToAsk {
  id: string
  shipmentId: string
  orderId: string
  state: 'asked' | 'voiding'
  carrier: string
  /** Null until it is bought. */
  carrierLabelId: string | null
  /** This time included. */
  asked: number
  order: LabelOrder
}

interface Row extends Omit<LabelToAsk, 'order'> {
  service: string
  format: LabelFormat
  currency: string
  number: number | null
  to: Address
  parcel: CarriedMeasures
}

/** `which` is a condition on `l`, the label. */
export async function questionsAbout(ctx: Ctx, which: RawBuilder<unknown>): Promise<LabelToAsk[]> {
  const { store } = await currentSettings(ctx)
  const { rows } = await sql<Row>`
    select l.id, l.shipment_id as "shipmentId", s.order_id as "orderId", l.state, l.carrier, l.carrier_label_id as "carrierLabelId", l.asked,
      l.service, l.format, l.currency, o.number, o.shipping_address as "to",
      (select json_build_object('items', sum(p.quantity), 'weightGrams', sum(p.quantity * v.weight_grams),
          'volumeCcm', coalesce(sum(p.quantity * ceil(z.length_mm::numeric * z.width_mm * z.height_mm / 1000)), 0),
          'lengthMm', coalesce(max(greatest(z.length_mm, z.width_mm, z.height_mm)), 0))
        from fulfilment.shipment_line p
        join orders.line ol on ol.id = p.order_line_id
        join catalog.variant v on v.id = ol.variant_id
        left join delivery.size z on z.variant_id = v.id
        where p.shipment_id = s.id) as parcel
    from fulfilment.label l
    join fulfilment.shipment s on s.id = l.shipment_id
    join orders.order o on o.id = s.order_id
    where l.store_id = ${ctx.storeId} and ${which} order by l.id`.execute(ctx.db)
  return rows.map(({ service, format, currency, number, to, parcel, ...label }) => ({
    ...label,
    order: {
      key: label.id,
      service,
      format,
      currency,
      reference: `Order ${number ?? ''}`.trim(),
      from: { name: store.name, country: store.country },
      to,
      parcel,
    },
  }))
}
