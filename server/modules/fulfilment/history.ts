/** Every step of a shipment, with who took it; an insert for a CTE after `source`, which gives the shipment's id. */
import { sql, type RawBuilder } from 'kysely'
import type { Ctx } from '#kit/context.ts'
import { callerOf } from '#kit/policy.ts'
import type { ShipmentState } from './shipment.ts'

export function tell(
  ctx: Ctx,
  cause: string,
  step: { from: ShipmentState | null; to: ShipmentState },
  source: RawBuilder<unknown>,
): RawBuilder<unknown> {
  return sql`insert into fulfilment.history (id, store_id, shipment_id, from_state, to_state, actor, cause, trace_id, at)
    select ${ctx.id()}, ${ctx.storeId}, s.id, ${step.from}, ${step.to}, ${callerOf(ctx.actor)}, ${cause}, ${ctx.traceId}, ${ctx.now()} from (${source}) s`
}
