/**
 * Compares what a provider has with what the store has.
 *
 * What is merely newer there is not a difference: the sweep is told to ask. What
 * remains is for people. `until` is when the list was begun.
 */
import { sql } from 'kysely'
import type { Ctx } from '#kit/context.ts'
import { after, minutes } from '#kit/clock.ts'
import { takenBy } from './disputes.ts'
import type { ProviderPayment } from './provider.ts'

/** The provider's clock may be behind ours, so that what is new to us is older than `since` to it. */
const CLOCKS_DIFFER = minutes(10)
/** Younger than this it may have been opened while the provider was listing. */
const YOUNG = minutes(1)

export interface Difference {
  kind: 'missing_here' | 'missing_there' | 'amount' | 'captured' | 'refunded' | 'fee' | 'disputed'
  method: string
  reference: string | null
  paymentId: string
  here: { amount: number; currency: string } | null
  there: { amount: number; currency: string } | null
}

interface Compared {
  nth: number
  id: string | null
  provider_version: number
  currency: string
  amount: number
  captured: number
  refunded: number
  fee: number
  disputed: number
}

export async function compare(
  ctx: Ctx,
  method: string,
  span: { since: Date; until: Date },
  theirs: ProviderPayment[],
): Promise<{ differences: Difference[]; behind: string[] }> {
  const { rows } = await sql<Compared>`
    select t.nth::int as nth, p.id, p.provider_version, p.currency, p.amount, p.captured_amount as captured, p.fee_amount as fee, p.disputed_amount as disputed,
      coalesce((select sum(r.amount)::bigint from payments.refund r where r.payment_id = p.id and r.state = 'succeeded'), 0) as refunded
    from unnest(${theirs.map(({ paymentId }) => paymentId)}::text[]) with ordinality as t(payment_id, nth)
    left join payments.payment p on p.store_id = ${ctx.storeId} and p.provider = ${method}
      and p.id = case when t.payment_id ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' then t.payment_id::uuid end
    order by t.nth`.execute(ctx.db)
  const behind: string[] = []
  const differences = rows.flatMap((ours) => {
    const there = theirs[ours.nth - 1]!
    const found = differencesOf(method, there, ours)
    const isNewer = ours.id !== null && there.version > ours.provider_version
    if (!isNewer || found.some(({ kind }) => kind === 'amount')) return found
    if (found.length > 0) behind.push(ours.id!)
    return []
  })
  return { differences: [...differences, ...(await missingThere(ctx, method, span, theirs))], behind }
}

function differencesOf(method: string, there: ProviderPayment, ours: Compared): Difference[] {
  const { reference, paymentId, amount } = there
  const about = { method, reference, paymentId }
  const { currency } = amount
  if (ours.id === null) return [{ ...about, kind: 'missing_here', here: null, there: amount }]
  const differ = (kind: Difference['kind'], here: number, is: number): Difference[] =>
    here === is && ours.currency === currency
      ? []
      : [
          {
            ...about,
            kind,
            here: { amount: here, currency: ours.currency },
            there: { amount: is, currency },
          },
        ]
  const whole = differ('amount', ours.amount, amount.amount)
  if (whole.length > 0) return whole
  return [
    ...differ('captured', ours.captured, there.captured),
    ...differ('refunded', ours.refunded, there.refunded),
    ...differ('fee', ours.fee, there.fee),
    ...differ('disputed', ours.disputed, there.dispute ? takenBy(there.dispute) : 0),
  ]
}

async function missingThere(
  ctx: Ctx,
  method: string,
  { since, until }: { since: Date; until: Date },
  theirs: ProviderPayment[],
): Promise<Difference[]> {
  const { rows } = await sql<{ id: string; reference: string; amount: number; currency: string }>`
    select p.id, p.provider_reference as reference, p.amount, p.currency from payments.payment p
    where p.store_id = ${ctx.storeId} and p.provider = ${method} and p.provider_reference is not null
      and p.created_at >= ${after(since, CLOCKS_DIFFER)} and p.created_at < ${after(until, -YOUNG)}
      and not exists (select from unnest(${theirs.map(({ reference }) => reference)}::text[]) as t(reference) where t.reference = p.provider_reference)
    order by p.created_at limit 1000`.execute(ctx.db)
  return rows.map(({ id, reference, amount, currency }) => ({
    kind: 'missing_there',
    method,
    reference,
    paymentId: id,
    here: { amount, currency },
    there: null,
  }))
}
