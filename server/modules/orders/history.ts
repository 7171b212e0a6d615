/** The history of an order: every step from the first to the present one, with who took it and why. */
import { sql, type RawBuilder } from 'kysely'
import type { Ctx } from '#kit/context.ts'
import { callerOf } from '#kit/policy.ts'
import type { OrderState } from './state.ts'

export interface Entry {
  kind: string
  /** A step of the state; absent where only something happened. */
  from?: OrderState | null
  to?: OrderState
  facts?: Record<string, unknown>
  /** Shown to the buyer. */
  public: boolean
}

/**
 * An insert (for a CTE); `source` names an earlier CTE with the order's id, so that nothing is told when nothing changed.
 * What else it gives, such as a number that was only just drawn, is added to the facts.
 */
export function tell(
  ctx: Ctx,
  cause: string,
  entries: readonly Entry[],
  source: RawBuilder<unknown>,
): RawBuilder<unknown> {
  return sql`insert into orders.history (id, store_id, order_id, kind, from_state, to_state, facts, public, actor, cause, trace_id, at)
    select e.id, ${ctx.storeId}, s.id, e.kind, e.from_state, e.to_state, e.facts || (to_jsonb(s) - 'id'), e.public, ${callerOf(ctx.actor)}, ${cause}, ${ctx.traceId}, ${ctx.now()}
    from (${source}) s, unnest(${entries.map(() => ctx.id())}::uuid[], ${entries.map((entry) => entry.kind)}::text[],
      ${entries.map((entry) => entry.from ?? null)}::text[], ${entries.map((entry) => entry.to ?? null)}::text[],
      ${entries.map((entry) => JSON.stringify(entry.facts ?? {}))}::jsonb[], ${entries.map((entry) => entry.public)}::bool[])
      as e(id, kind, from_state, to_state, facts, public)`
}

/** For entries without a step. */
export async function note(
  ctx: Ctx,
  orderId: string,
  cause: string,
  entries: readonly Entry[],
): Promise<void> {
  await sql`${tell(ctx, cause, entries, sql`select ${orderId}::uuid as id`)}`.execute(ctx.db)
}
