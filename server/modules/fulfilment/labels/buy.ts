/**
 * Buys a label for a parcel: the tracking code goes to the parcel and to its buyer, the file to the private ones.
 *
 * The answer is the label as it is now: `asked` while the carrier has not answered; it is asked again until it has.
 */
import { sql } from 'kysely'
import { after } from '#kit/clock.ts'
import type { Ctx } from '#kit/context.ts'
import { NotFound, failure, invalid } from '#kit/failure.ts'
import { task } from '#kit/operation.ts'
import { permission } from '#kit/policy.ts'
import { Id, Key, Type } from '#kit/types.ts'
import { carrierPort, deliverySnapshot } from '../../delivery/index.ts'
import { NotOnTheWay } from '../arriving.ts'
import { lockParcel } from '../locking.ts'
import { LEASE, askAbout, settleLabel } from './asking.ts'
import { Format, Label, LabelRefused, readLabels } from './label.ts'
import { questionsAbout, type LabelToAsk } from './question.ts'

export const LabelThere = failure(
  'fulfilment.label_there',
  409,
  Type.Object({ labelId: Id }, { additionalProperties: false }),
  {
    en: 'This parcel has a label, or one is being bought for it.',
    de: 'Dieses Paket hat schon ein Versandetikett, oder es wird gerade eines gekauft.',
    ar: 'لهذا الطرد ملصق شحن، أو يجري شراء ملصق له الآن.',
  },
)
export const NoAddress = failure(
  'fulfilment.no_address',
  409,
  Type.Object({}, { additionalProperties: false }),
  {
    en: 'This parcel goes to no address: it is fetched, or was never to be sent.',
    de: 'Dieses Paket geht an keine Adresse: Es wird abgeholt oder war nie zu versenden.',
    ar: 'لا عنوان لهذا الطرد: فهو يُستلم من المتجر أو لا يُشحن أصلاً.',
  },
)

export const buy = task({
  id: 'fulfilment.labels.buy',
  summary: 'Buy a label for a parcel',
  description:
    'Of the carrier and service that named the price of the delivery, or those given. One label for each parcel: give it back to buy another.',
  rest: 'POST /shipments/:shipmentId/labels',
  audience: 'staff',
  access: permission('fulfilment.write'),
  idempotency: 'required',
  status: 201,
  input: Type.Object({
    shipmentId: Id,
    carrier: Type.Optional(Key),
    service: Type.Optional(Key),
    format: Type.Optional(Format),
  }),
  output: Label,
  failures: [NotOnTheWay, LabelThere, NoAddress, LabelRefused],

  async begin({ shipmentId, carrier, service, format = 'pdf' }, ctx) {
    const parcel = await lockParcel(ctx, shipmentId)
    if (parcel.state !== 'shipped') throw NotOnTheWay({ state: parcel.state })
    const [held] = await readLabels(
      ctx,
      sql`l.shipment_id = ${shipmentId} and l.state in ('asked', 'bought', 'voiding')`,
      1,
    )
    if (held) throw LabelThere({ labelId: held.id })
    const about = await orderOf(ctx, parcel.orderId)
    if (!about.hasAddress) throw NoAddress({})
    const wanted = await carrierFor(ctx, about.methodId, { carrier, service })
    const id = ctx.id()
    await sql`
      insert into fulfilment.label (id, store_id, shipment_id, carrier, service, format, state, currency, asked, ask_at, created_at, updated_at)
      values (${id}, ${ctx.storeId}, ${shipmentId}, ${wanted.carrier}, ${wanted.service}, ${format}, 'asked', ${about.currency}, 1,
        ${after(ctx.now(), LEASE)}, ${ctx.now()}, ${ctx.now()})`.execute(ctx.db)
    ctx.audit({
      subject: 'fulfilment.label',
      subjectId: id,
      before: null,
      after: { shipmentId, ...wanted, format },
    })
    return { resourceId: id, carry: (await questionsAbout(ctx, sql`l.id = ${id}`))[0]! }
  },
  call: (label: LabelToAsk, { ctx, signal }) => askAbout(ctx, label, signal),
  async settle(label, reply, ctx) {
    if (reply.kind === 'refused')
      throw LabelRefused({ code: reply.code }, { keep: (kept) => settleLabel(kept, label, reply) })
    await settleLabel(ctx, label, reply)
    return (await readLabels(ctx, sql`l.id = ${label.id}`, 1))[0]!
  },
  async resume(labelId, ctx) {
    const [label] = await readLabels(ctx, sql`l.id = ${labelId}`, 1)
    if (!label) throw NotFound({})
    if (label.state === 'refused') throw LabelRefused({ code: label.refusedCode! })
    if (label.state !== 'asked') return { done: label }
    const [question] = await questionsAbout(ctx, sql`l.id = ${labelId}`)
    return { carry: { ...question!, asked: question!.asked + 1 } }
  },
})

interface About {
  currency: string
  hasAddress: boolean
  /** The way of delivery that was chosen. */
  methodId: string | null
}

async function orderOf(ctx: Ctx, orderId: string): Promise<About> {
  const { rows } = await sql<About>`
    select currency, shipping_address is not null and delivery #> '{pickUp,locationId}' is null as "hasAddress", delivery ->> 'methodId' as "methodId"
    from orders.order where store_id = ${ctx.storeId} and id = ${orderId}`.execute(ctx.db)
  return rows[0]!
}

async function carrierFor(
  ctx: Ctx,
  methodId: string | null,
  given: { carrier: string | undefined; service: string | undefined },
): Promise<{ carrier: string; service: string }> {
  const { methods } = await ctx.app.snapshots.read(deliverySnapshot, ctx)
  const live = methods.find(({ id }) => id === methodId)?.live
  const name = given.carrier ?? live?.carrier
  const carrier = ctx.ports(carrierPort).find((each) => each.name === name)
  if (!carrier)
    throw invalid(
      'carrier',
      name ? 'unknown' : 'required',
      'Say which carrier: the delivery was priced by none that is set up.',
    )
  const service = given.service ?? (live?.carrier === name ? live?.service : undefined)
  if (!carrier.services.some(({ key }) => key === service))
    throw invalid(
      'service',
      service ? 'unknown' : 'required',
      `The carrier offers ${carrier.services.map(({ key }) => key).join(', ')}.`,
    )
  return { carrier: carrier.name, service: service! }
}
