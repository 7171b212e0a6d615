/**
 * Disputes: a buyer's bank takes captured money back, until it is settled whose it is.
 *
 *   open -> won | lost
 *
 * They come with the facts of their payment, which has locked it.
 */
import { sql } from 'kysely'
import type { Ctx } from '#kit/context.ts'
import { newId } from '#kit/id.ts'
import type { PaymentRow } from './payment.ts'
import type { ProviderDispute } from './provider.ts'

export interface DisputeRow {
  id: string
  payment_id: string
  currency: string
  provider_reference: string
  amount: number
  state: 'open' | 'won' | 'lost'
  reason: string
  opened_at: Date
  closed_at: Date | null
}

/** Null: this was known. */
export async function keepDispute(
  ctx: Ctx,
  payment: PaymentRow,
  told: ProviderDispute,
): Promise<DisputeRow | null> {
  const closedAt = told.state === 'open' ? null : (told.closedAt ?? ctx.now())
  const { rows } = await sql<DisputeRow>`
    insert into payments.dispute as d (id, store_id, payment_id, currency, provider_reference, amount, state, reason, opened_at, closed_at, created_at, updated_at)
    values (${newId()}, ${ctx.storeId}, ${payment.id}, ${payment.currency}, ${told.reference}, ${told.amount}, ${told.state}, ${told.reason},
      ${told.openedAt}, ${closedAt}, ${ctx.now()}, ${ctx.now()})
    on conflict (payment_id, provider_reference) do update
      set state = excluded.state, closed_at = excluded.closed_at, version = d.version + 1, updated_at = excluded.updated_at
      where d.state = 'open' and excluded.state <> 'open'
    returning *`.execute(ctx.db)
  return rows[0] ?? null
}

/** What a dispute in this state keeps from the shop. */
export function takenBy({ state, amount }: Pick<DisputeRow, 'state' | 'amount'>): number {
  return state === 'won' ? 0 : amount
}
