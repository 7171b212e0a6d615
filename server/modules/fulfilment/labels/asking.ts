/**
 * Asks carriers for labels and gives them back, and keeps what they answer.
 *
 * The same key each time, so however often it is asked it is one label. An answer, a definite no, or nothing: whatever
 * else is thrown counts as nothing, for then nobody can tell what became of the question.
 */
import { sql } from 'kysely'
import type { Ctx } from '#kit/context.ts'
import { after, minutes, seconds } from '#kit/clock.ts'
import { isFailure } from '#kit/failure.ts'
import { carrierPort, isCarrierRefused, type Carrier, type CarrierLabel } from '../../delivery/index.ts'
import { QuotaReached, keepRow, putFile, type PutFile } from '../../media/index.ts'
import { orderForShipping } from '../../orders/index.ts'
import { fulfilmentChanged } from '../events.ts'
import type { LabelToAsk } from './question.ts'

/** Who asks has this long for it: longer than any call. */
export const LEASE = seconds(30)
const FIRST_WAIT = seconds(5)
const LONGEST_WAIT = minutes(10)

export type Reply =
  | { kind: 'answered'; label: CarrierLabel; file: PutFile | null }
  | { kind: 'refused'; code: string }
  | { kind: 'unknown' }

/** No database here. */
export async function askAbout(
  ctx: Pick<Ctx, 'app' | 'ports' | 'log'>,
  label: LabelToAsk,
  signal: AbortSignal,
): Promise<Reply> {
  try {
    const carrier = ctx.ports(carrierPort).find(({ name }) => name === label.carrier)
    if (!carrier) throw new Error('This carrier is not set up.')
    if (label.state === 'voiding')
      return { kind: 'answered', label: await carrier.void(label.carrierLabelId!, signal), file: null }
    const bought = await boughtOf(carrier, label, signal)
    if (bought.state === 'voided') return { kind: 'refused', code: 'voided_by_carrier' }
    const { type, body } = await carrier.document(bought.id, signal)
    const name = `label-${bought.trackingCode}.${label.order.format}`
    return {
      kind: 'answered',
      label: bought,
      file: await putFile(ctx.app, { name, type, body, visibility: 'private' }),
    }
  } catch (error) {
    if (isCarrierRefused(error)) return { kind: 'refused', code: error.code }
    ctx.log.warn(
      { carrier: label.carrier, label: label.id, err: (error as Error).message },
      'a carrier did not answer',
    )
    return { kind: 'unknown' }
  }
}

/** Known there already: a no to the second question says little of the first, which went unanswered. */
async function boughtOf(
  carrier: Carrier,
  { id, asked, order }: LabelToAsk,
  signal: AbortSignal,
): Promise<CarrierLabel> {
  return (asked > 1 && (await carrier.find(id, signal))) || carrier.buy(order, signal)
}

/** The order is locked first, as by every change of a parcel. Who comes second finds it done. */
export async function settleLabel(ctx: Ctx, label: LabelToAsk, reply: Reply): Promise<void> {
  await orderForShipping(ctx, label.orderId)
  if (reply.kind === 'unknown') return askLater(ctx, label)
  if (label.state === 'voiding') return settleVoid(ctx, label, reply)
  if (reply.kind === 'refused') {
    await sql`update fulfilment.label set state = 'refused', refused_code = ${reply.code}, ask_at = null, updated_at = ${ctx.now()}
      where store_id = ${ctx.storeId} and id = ${label.id} and state = 'asked'`.execute(ctx.db)
    return
  }
  const { id, trackingCode, trackingUrl, cost } = reply.label
  const { rows } = await sql`
    update fulfilment.label set state = 'bought', carrier_label_id = ${id}, tracking_code = ${trackingCode}, tracking_url = ${trackingUrl},
      cost_amount = ${cost.amount}, currency = ${cost.currency}, ask_at = null, updated_at = ${ctx.now()}
    where store_id = ${ctx.storeId} and id = ${label.id} and state = 'asked' returning id`.execute(ctx.db)
  if (rows.length === 0) return
  const fileId = reply.file && (await kept(ctx, reply.file))
  await sql`update fulfilment.label set file_id = ${fileId} where store_id = ${ctx.storeId} and id = ${label.id}`.execute(
    ctx.db,
  )
  const title = ctx.ports(carrierPort).find(({ name }) => name === label.carrier)?.title ?? label.carrier
  await follow(ctx, label.shipmentId, { carrier: title, code: trackingCode, url: trackingUrl })
}

async function settleVoid(ctx: Ctx, { id, shipmentId }: LabelToAsk, reply: Reply): Promise<void> {
  const state = reply.kind === 'answered' && reply.label.state === 'voided' ? 'voided' : 'bought'
  const { rows } = await sql`
    update fulfilment.label set state = ${state}, ask_at = null, updated_at = ${ctx.now()}
    where store_id = ${ctx.storeId} and id = ${id} and state = 'voiding' returning id`.execute(ctx.db)
  if (rows.length > 0 && state === 'voided')
    await follow(ctx, shipmentId, { carrier: null, code: null, url: null })
}

/** Where a parcel can be followed from now on. */
async function follow(
  ctx: Ctx,
  shipmentId: string,
  { carrier, code, url }: { carrier: string | null; code: string | null; url: string | null },
): Promise<void> {
  await sql`update fulfilment.shipment set carrier = ${carrier}, tracking_code = ${code}, tracking_url = ${url}, version = version + 1, updated_at = ${ctx.now()}
    where store_id = ${ctx.storeId} and id = ${shipmentId}`.execute(ctx.db)
  ctx.emit(fulfilmentChanged, { ids: [shipmentId] })
}

async function askLater(ctx: Ctx, { id, asked }: LabelToAsk): Promise<void> {
  const wait = Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** Math.min(asked - 1, 10))
  await sql`update fulfilment.label set ask_at = ${after(ctx.now(), wait)}, updated_at = ${ctx.now()}
    where store_id = ${ctx.storeId} and id = ${id} and state in ('asked', 'voiding')`.execute(ctx.db)
}

/** A label is paid for, with room for its file or without. */
async function kept(ctx: Ctx, file: PutFile): Promise<string | null> {
  try {
    await keepRow(ctx, file)
    return file.id
  } catch (error) {
    if (!isFailure(error) || error.code !== QuotaReached.code) throw error
    ctx.log.error({ file: file.name }, 'a label was bought, and there is no room for its file')
    return null
  }
}
