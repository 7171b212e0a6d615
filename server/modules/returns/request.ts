/**
 * A buyer asks to send goods back: which, how many, why.
 *
 * The order is locked, so two requests at once never ask for more than there is; the table checks it too.
 */
import { sql } from 'kysely'
import type { Ctx } from '#kit/context.ts'
import { invalid } from '#kit/failure.ts'
import { command } from '#kit/operation.ts'
import { callerOf } from '#kit/policy.ts'
import { Id, Int, List, Text, Token, Type, shape, type Static } from '#kit/types.ts'
import { changesOwnOrder, noteNews } from '../orders/index.ts'
import { returnsChanged } from './events.ts'
import { NotReturnable } from './failures.ts'
import { MOST_LINES, Return, ReturnReason, readReturns } from './return.ts'
import { readReturnable } from './returnable.ts'

const ReturnWish = shape('ReturnWish', { orderLineId: Id, quantity: Int(1, 9999), reason: ReturnReason })
type ReturnWish = Static<typeof ReturnWish>

export const request = command({
  id: 'returns.request',
  summary: 'Ask to send goods of an order back',
  description: 'What may be sent back, and until when, `returns.list` says.',
  rest: 'POST /orders/:orderId/returns',
  audience: 'shop',
  access: changesOwnOrder,
  status: 201,
  input: Type.Object({
    orderId: Id,
    token: Type.Optional(Token),
    lines: List(ReturnWish, MOST_LINES, { minItems: 1 }),
    note: Type.Optional(Text(1000, { min: 0 })),
  }),
  output: Return,
  failures: [NotReturnable],

  async run({ orderId, lines, note = '' }, ctx) {
    if (new Set(lines.map((line) => line.orderLineId)).size < lines.length)
      throw invalid('lines', 'duplicate', 'Name each line once.')
    const returnable = await readReturnable(ctx, orderId)
    for (const { orderLineId, quantity } of lines) {
      const left = returnable.find((each) => each.orderLineId === orderLineId)?.quantity ?? 0
      if (quantity > left) throw NotReturnable({ orderLineId, left })
    }
    const id = await write(ctx, orderId, lines, note)
    await noteNews(ctx, orderId)
    ctx.emit(returnsChanged, { ids: [id] })
    const [made] = await readReturns(ctx, sql`r.id = ${id}`)
    return made!
  },
})

async function write(ctx: Ctx, orderId: string, lines: ReturnWish[], note: string): Promise<string> {
  const id = ctx.id()
  await sql`
    with made as (
      insert into returns.return (id, store_id, order_id, state, note, created_at, updated_at)
      values (${id}, ${ctx.storeId}, ${orderId}, 'requested', ${note.trim()}, ${ctx.now()}, ${ctx.now()})
    ), told as (
      insert into returns.history (id, store_id, return_id, from_state, to_state, actor, cause, trace_id, at)
      values (${ctx.id()}, ${ctx.storeId}, ${id}, null, 'requested', ${callerOf(ctx.actor)}, 'returns.request', ${ctx.traceId}, ${ctx.now()})
    )
    insert into returns.line (store_id, order_id, return_id, order_line_id, quantity, reason)
    select ${ctx.storeId}, ${orderId}, ${id}, l."orderLineId", l.quantity, l.reason
    from jsonb_to_recordset(${JSON.stringify(lines)}::jsonb) as l("orderLineId" uuid, quantity int, reason text)`.execute(
    ctx.db,
  )
  return id
}
