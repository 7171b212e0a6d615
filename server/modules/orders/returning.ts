/** What may be done with an order whose goods come back: count them in, give their money back, and say that something is new. */
import type { Ctx } from '#kit/context.ts'
import { takeBack } from '../inventory/index.ts'
import { lockOrder } from './lock.ts'
import { RestockTooMany } from './refunds/failures.ts'
import { countBack } from './refunds/give-back.ts'
import type { DepositLeft } from './refunds/refundable.ts'
import { readRefundable } from './refunds/refundable.ts'
import { refundOrder } from './refunds/refunding.ts'

export interface CameBack {
  orderLineId: string
  quantity: number
  /** Of them for sale again; the rest is not. */
  restocked: number
  /** Null: where they had come from. */
  locationId: string | null
}

/** The order is locked; places are known to be there. */
export async function countReturned(
  ctx: Ctx,
  orderId: string,
  came: CameBack[],
  cause: string,
): Promise<void> {
  const { lines } = await readRefundable(ctx, orderId)
  const found = came.map((each) => ({
    ...each,
    line: lines.find(({ lineId }) => lineId === each.orderLineId)!,
  }))
  for (const { orderLineId, quantity, line } of found)
    if (quantity > line.sent) throw RestockTooMany({ orderLineId, left: line.sent })
  const back = found
    .filter(({ restocked }) => restocked > 0)
    .map(({ orderLineId: lineId, restocked: quantity, locationId, line }) => ({
      lineId,
      quantity,
      locationId,
      ofLine: line.shipped,
    }))
  if (back.length > 0) await takeBack(ctx, { kind: 'order', id: orderId }, back, cause)
  await countBack(
    ctx,
    orderId,
    found.map(({ orderLineId: lineId, quantity }) => ({ lineId, cancelled: 0, returned: quantity })),
  )
}

/** Money of pieces that are back already, with their deposits; `delivery` are minor units of it. Answers with the ids of the refunds. */
export async function refundReturned(
  ctx: Ctx,
  orderId: string,
  {
    lines,
    delivery,
    reason,
    cause,
  }: { lines: { orderLineId: string; quantity: number }[]; delivery?: number; reason: string; cause: string },
): Promise<string[]> {
  const order = await lockOrder(ctx, orderId)
  const depositOf = ({ depositId, lineId, pieces, each }: DepositLeft) => {
    const goods = lines.find(({ orderLineId }) => orderLineId === lineId)?.quantity ?? 0
    return { orderDepositId: depositId, quantity: Math.min(pieces, goods * each) }
  }
  const { ids } = await refundOrder(
    ctx,
    order,
    ({ deposits }) => ({
      lines,
      deposits: deposits.map(depositOf).filter(({ quantity }) => quantity > 0),
      ...(delivery !== undefined && { delivery }),
    }),
    { reason, cause },
  )
  return ids
}

/** Whoever looks at the order reads it again. */
export const noteNews = (ctx: Ctx, orderId: string): Promise<void> => countBack(ctx, orderId, [])
