/** A return takes a step: its order is locked first, as by every change of an order; each step is told in its history. */
import { sql } from 'kysely'
import type { Ctx } from '#kit/context.ts'
import { NotFound, StaleVersion } from '#kit/failure.ts'
import { callerOf } from '#kit/policy.ts'
import { lockOrder, noteNews } from '../orders/index.ts'
import { returnsChanged } from './events.ts'
import { WrongStep } from './failures.ts'
import {
  STEPS,
  readReturns,
  readStaffReturn,
  type Return,
  type ReturnState,
  type StaffReturn,
} from './return.ts'

/** `orderId`: whose return it must be. */
export async function lockReturn(
  ctx: Ctx,
  returnId: string,
  { orderId, expectedVersion }: { orderId?: string; expectedVersion?: number | undefined } = {},
): Promise<Return> {
  const here = sql`r.id = ${returnId}`
  const [found] = await readReturns(ctx, here)
  if (!found || (orderId !== undefined && found.orderId !== orderId)) throw NotFound({})
  await lockOrder(ctx, found.orderId)
  const [locked] = await readReturns(ctx, here)
  const { version } = locked!
  if (expectedVersion !== undefined && expectedVersion !== version)
    throw StaleVersion({ currentVersion: version })
  return locked!
}

export interface Step {
  to: ReturnState
  cause: string
  /** To the buyer; absent: what was said before stays. */
  answer?: string | undefined
}

export async function take(ctx: Ctx, found: Return, { to, cause, answer }: Step): Promise<void> {
  mustBeOpenTo(found, to)
  await sql`
    with stepped as (
      update returns.return set state = ${to}, answer = coalesce(${answer ?? null}, answer), version = version + 1, updated_at = ${ctx.now()}
      where store_id = ${ctx.storeId} and id = ${found.id} returning id
    )
    insert into returns.history (id, store_id, return_id, from_state, to_state, actor, cause, trace_id, at)
    select ${ctx.id()}, ${ctx.storeId}, id, ${found.state}, ${to}, ${callerOf(ctx.actor)}, ${cause}, ${ctx.traceId}, ${ctx.now()} from stepped`.execute(
    ctx.db,
  )
  await noteNews(ctx, found.orderId)
  ctx.emit(returnsChanged, { ids: [found.id] })
}

interface ByStaff {
  returnId: string
  answer?: string
  expectedVersion?: number
}

/** A step that staff take, audited; `work` is what is done with it, and answers what the audit tells of that. */
export async function takeAsStaff(
  ctx: Ctx,
  { returnId, answer, expectedVersion }: ByStaff,
  { to: next, cause }: { to: ReturnState | ((found: Return) => ReturnState); cause: string },
  work: (found: Return) => Promise<Record<string, unknown>> = async () => ({}),
): Promise<StaffReturn> {
  const found = await lockReturn(ctx, returnId, { expectedVersion })
  const to = typeof next === 'function' ? next(found) : next
  mustBeOpenTo(found, to)
  const done = await work(found)
  await take(ctx, found, { to, cause, answer })
  ctx.audit({
    subject: 'returns.return',
    subjectId: returnId,
    before: { state: found.state },
    after: { state: to, answer, ...done },
  })
  return readStaffReturn(ctx, returnId)
}

function mustBeOpenTo({ state }: Return, to: ReturnState): void {
  if (!STEPS[state].includes(to)) throw WrongStep({ state })
}
