/**
 * Compares the store's payments with the providers': missing here, missing there, other amounts.
 *
 * Runs every hour over the last day as a job; by hand over any time. It changes nothing: what is
 * only newer there is `behind`, and the job has the sweep ask for it.
 */
import { sql } from 'kysely'
import { hours, seconds } from '#kit/clock.ts'
import type { Ctx } from '#kit/context.ts'
import { job } from '#kit/jobs.ts'
import { Nothing, query } from '#kit/operation.ts'
import { system } from '#kit/policy.ts'
import {
  Count,
  Flag,
  Id,
  Instant,
  Key,
  List,
  Money,
  Nullable,
  OneOf,
  Text,
  Type,
  shape,
  type Static,
} from '#kit/types.ts'
import { compare } from './compare.ts'
import { ProviderUnavailable } from './payment.ts'
import { paymentProvider, type PaymentProvider, type ProviderPayment } from './provider.ts'

/** A day, and what the clocks may differ: so one missed hour is made good by the next. */
const WINDOW = hours(25)
const MOST_COMPARED = 20_000
const MOST_TOLD = 1000
const LIST_WITHIN = seconds(60)

const PaymentDifference = shape('PaymentDifference', {
  kind: OneOf('missing_here', 'missing_there', 'amount', 'captured', 'refunded', 'fee', 'disputed'),
  method: Key,
  reference: Nullable(Text(2000)),
  paymentId: Text(2000),
  here: Nullable(Money),
  there: Nullable(Money),
})

const ReconcileReport = shape('ReconcileReport', {
  since: Instant,
  compared: Count,
  /** Payments that are merely newer at the provider; the hourly job has them asked for. */
  behind: List(Id, MOST_TOLD),
  differences: List(PaymentDifference, MOST_TOLD),
  /** There was more than could be compared or told; choose a later `since`. */
  incomplete: Flag,
})

export const reconcile = query({
  id: 'payments.reconcile',
  summary: 'Compare the store’s payments with those of its providers',
  rest: 'GET /payment-differences',
  audience: 'system',
  access: system,
  input: Type.Object({ since: Instant }),
  output: ReconcileReport,
  failures: [ProviderUnavailable],

  async run({ since: text }, ctx) {
    const since = new Date(text)
    const report: Static<typeof ReconcileReport> = {
      since: since.toISOString(),
      compared: 0,
      behind: [],
      differences: [],
      incomplete: false,
    }
    for (const provider of ctx.ports(paymentProvider)) {
      const until = ctx.now()
      const { payments, incomplete } = await listed(provider, since)
      const { differences, behind } = await compare(ctx, provider.name, { since, until }, payments)
      report.compared += payments.length
      report.behind.push(...behind)
      report.differences.push(...differences)
      report.incomplete ||= incomplete
    }
    for (const list of [report.behind, report.differences]) {
      report.incomplete ||= list.length > MOST_TOLD
      list.length = Math.min(list.length, MOST_TOLD)
    }
    return report
  },
})

async function listed(
  provider: PaymentProvider,
  since: Date,
): Promise<{ payments: ProviderPayment[]; incomplete: boolean }> {
  // A payment that changes while it is listed comes twice; the last is the newest.
  const found = new Map<string, ProviderPayment>()
  try {
    for await (const payment of provider.list(since, AbortSignal.timeout(LIST_WITHIN))) {
      found.set(payment.reference, payment)
      if (found.size >= MOST_COMPARED) return { payments: [...found.values()], incomplete: true }
    }
  } catch (error) {
    throw ProviderUnavailable({}, { cause: error })
  }
  return { payments: [...found.values()], incomplete: false }
}

export const reconcileHourly = job({
  name: 'payments.reconcile',
  payload: Nothing,
  everyMs: hours(1),
  transaction: 'free',
  async run(_, ctx) {
    const since = new Date(ctx.now().getTime() - WINDOW).toISOString()
    const call = { actor: ctx.actor, hint: { storeId: ctx.storeId } }
    const { differences, behind } = await ctx.app.invoke(reconcile, { since }, call)
    await ctx.app.inTransaction(call, (within) => askSoon(within, behind))
    if (differences.length > 0)
      ctx.log.error({ differences: differences.slice(0, 20) }, 'payments differ from their provider’s')
  },
})

async function askSoon(ctx: Ctx, paymentIds: string[]): Promise<void> {
  await sql`update payments.payment set ask_at = ${ctx.now()}, asked = 0
    where store_id = ${ctx.storeId} and id = any(${paymentIds}::uuid[])`.execute(ctx.db)
}
