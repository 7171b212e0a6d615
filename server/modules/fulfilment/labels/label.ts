/** A label for a parcel, as staff see it. */
import { sql, type RawBuilder } from 'kysely'
import type { Ctx } from '#kit/context.ts'
import { failure } from '#kit/failure.ts'
import { Id, Instant, Key, Money, Nullable, Text, Type, Url, Words, shape, type Static } from '#kit/types.ts'

export type LabelState = 'asked' | 'bought' | 'refused' | 'voiding' | 'voided'
const LabelState = Words('LabelState', 'asked', 'bought', 'refused', 'voiding', 'voided')
export const Format = Words('LabelFormat', 'pdf', 'zpl')

export const Label = shape(
  'ShippingLabel',
  {
    id: Id,
    shipmentId: Id,
    state: LabelState,
    carrier: Key,
    service: Key,
    format: Format,
    trackingCode: Nullable(Text(120)),
    trackingUrl: Nullable(Url),
    cost: Nullable(Money),
    /** The private file to print: `media.links.create` opens it. Null: not bought yet, or the store had no room for it. */
    fileId: Nullable(Id),
    refusedCode: Nullable(Key),
    createdAt: Instant,
  },
  {
    description: '`asked` and `voiding`: the carrier has not answered, and is asked again until it has.',
  },
)
export type Label = Static<typeof Label>

export const LabelRefused = failure(
  'fulfilment.label_refused',
  409,
  Type.Object({ code: Key }, { additionalProperties: false }),
  {
    en: ({ code }) => `The carrier refused: ${code.replaceAll('_', ' ')}.`,
    de: ({ code }) => `Der Versanddienst hat abgelehnt (${code}).`,
    ar: ({ code }) => `رفضت شركة الشحن الطلب (${code}).`,
  },
)

/** `which` is a condition on `l`, the label. Newest first. */
export async function readLabels(ctx: Ctx, which: RawBuilder<unknown>, limit: number): Promise<Label[]> {
  const { rows } = await sql<Label>`
    select l.id, l.shipment_id as "shipmentId", l.state, l.carrier, l.service, l.format, l.tracking_code as "trackingCode",
      l.tracking_url as "trackingUrl", case when l.cost_amount is not null then json_build_object('amount', l.cost_amount, 'currency', l.currency) end as cost,
      l.file_id as "fileId", l.refused_code as "refusedCode", kit.utc(l.created_at) as "createdAt"
    from fulfilment.label l where l.store_id = ${ctx.storeId} and ${which} order by l.id desc limit ${limit}`.execute(
    ctx.db,
  )
  return rows
}
