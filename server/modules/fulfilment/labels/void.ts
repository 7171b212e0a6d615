/** Gives a label back before its parcel is on its way; the parcel may have another then. */
import { sql } from 'kysely'
import { after } from '#kit/clock.ts'
import { NotFound, failure } from '#kit/failure.ts'
import { task } from '#kit/operation.ts'
import { permission } from '#kit/policy.ts'
import { Id, Type } from '#kit/types.ts'
import { lockParcel } from '../locking.ts'
import { LEASE, askAbout, settleLabel } from './asking.ts'
import { Label, LabelRefused, readLabels } from './label.ts'
import { questionsAbout, type LabelToAsk } from './question.ts'

export const LabelUsed = failure(
  'fulfilment.label_used',
  409,
  Type.Object({}, { additionalProperties: false }),
  {
    en: 'This label cannot be given back: its parcel is on its way, or it was never bought.',
    de: 'Dieses Etikett lässt sich nicht zurückgeben: Sein Paket ist unterwegs, oder es wurde nie gekauft.',
    ar: 'لا يمكن ردّ هذا الملصق: طرده في الطريق، أو أنه لم يُشترَ قط.',
  },
)

export const voidLabel = task({
  id: 'fulfilment.labels.void',
  summary: 'Give a label back',
  rest: 'POST /labels/:labelId/void',
  audience: 'staff',
  access: permission('fulfilment.write'),
  idempotency: 'required',
  input: Type.Object({ labelId: Id }),
  output: Label,
  failures: [LabelUsed, LabelRefused],

  async begin({ labelId }, ctx) {
    const [found] = await readLabels(ctx, sql`l.id = ${labelId}`, 1)
    if (!found) throw NotFound({})
    const parcel = await lockParcel(ctx, found.shipmentId)
    const { rows } = await sql`
      update fulfilment.label l set state = 'voiding', asked = asked + 1, ask_at = ${after(ctx.now(), LEASE)}, updated_at = ${ctx.now()}
      where l.store_id = ${ctx.storeId} and l.id = ${labelId} and l.state in ('bought', 'voiding') and ${parcel.state} = 'shipped'
        and not exists (select from fulfilment.tracking t where t.shipment_id = l.shipment_id) returning id`.execute(
      ctx.db,
    )
    if (rows.length === 0) throw LabelUsed({})
    ctx.audit({
      subject: 'fulfilment.label',
      subjectId: labelId,
      before: { state: found.state },
      after: { state: 'voiding' },
    })
    return { resourceId: labelId, carry: (await questionsAbout(ctx, sql`l.id = ${labelId}`))[0]! }
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
    if (label.state === 'bought') throw LabelRefused({ code: 'refused_before' })
    if (label.state !== 'voiding') return { done: label }
    return { carry: (await questionsAbout(ctx, sql`l.id = ${labelId}`))[0]! }
  },
})
