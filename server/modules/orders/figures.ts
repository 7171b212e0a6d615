/**
 * What was sold: counts, sums and averages by time, market and currency, worked out in PostgreSQL.
 *
 * An order counts from the moment it is confirmed, on the day that was then in the store's own zone. One
 * that is cancelled later is told apart and sells nothing; money that goes back counts on the day it was asked for.
 */
import { sql } from 'kysely'
import type { Ctx } from '#kit/context.ts'
import { Count, Currency, Day, Id, Minor, Nullable, Words, shape, type Static } from '#kit/types.ts'

export const SalesStep = Words('SalesStep', 'day', 'week', 'month', 'year', 'whole')

/** Amounts are in minor units of `currency`. */
const figures = {
  currency: Currency,
  /** Confirmed, and not cancelled since. */
  orders: Count,
  cancelled: Count,
  totalAmount: Minor,
  /** Part of the total. */
  taxAmount: Minor,
  /** Of one order, rounded to the nearest unit; 0 when there is none. */
  averageAmount: Minor,
  refundedAmount: Minor,
}
export const SalesTotal = shape('SalesTotal', figures)
export const SalesFigure = shape('SalesFigure', {
  /** The first day of the step in the zone of the store; null when all is one step. */
  from: Nullable(Day),
  /** Null: all markets together. */
  marketId: Nullable(Id),
  ...figures,
})
export type SalesFigure = Static<typeof SalesFigure>
export type SalesTotal = Static<typeof SalesTotal>

export interface SalesQuestion {
  /** Both days belong to it. */
  from: string
  to: string
  step: Static<typeof SalesStep>
  byMarket: boolean
}

/** The total of a currency has no step and no market. */
interface Row extends SalesFigure {
  isTotal: boolean
}

/**
 * By step, market and currency, and behind them a total for each currency; `most` rows at most.
 *
 * Each step is a range of the index `order_sold`, so that no moment of a row is turned into a day.
 */
export async function salesFigures(
  ctx: Ctx,
  question: SalesQuestion,
  most: number,
): Promise<{ figures: SalesFigure[]; totals: SalesTotal[] }> {
  const market = question.byMarket ? sql`o.market_id` : sql`null::uuid`
  const { rows } = await sql<Row>`
    with step as materialized (${stepsOf(question, ctx.scope.timeZone)}),
    figure as materialized (
      select step.first_day, sold.*, 0 as refunded from step, lateral (
        select ${market} as market_id, o.currency,
          count(*) filter (where o.state <> 'cancelled') as orders, count(*) filter (where o.state = 'cancelled') as cancelled,
          sum(o.total_amount) filter (where o.state <> 'cancelled') as total, sum(o.tax_amount) filter (where o.state <> 'cancelled') as tax
        from orders."order" o
        where o.store_id = ${ctx.storeId} and o.confirmed_at >= step.begins and o.confirmed_at < step.ends
        group by 1, 2) sold
      union all
      select step.first_day, ${market}, r.currency, 0, 0, 0, 0, sum(r.amount)
      from step join payments.refund r on r.store_id = ${ctx.storeId} and r.created_at >= step.begins and r.created_at < step.ends and r.state <> 'failed'
        join payments.payment p on (p.store_id, p.id) = (r.store_id, r.payment_id) and p.payable_kind = 'order'
        join orders."order" o on (o.store_id, o.id) = (p.store_id, p.payable_id)
      group by 1, 2, 3)
    select grouping(first_day) = 1 as "isTotal", first_day::text as "from", market_id as "marketId", currency,
      sum(orders)::bigint as orders, sum(cancelled)::bigint as cancelled, coalesce(sum(total), 0)::bigint as "totalAmount",
      coalesce(sum(tax), 0)::bigint as "taxAmount", coalesce(round(sum(total) / nullif(sum(orders), 0)), 0)::bigint as "averageAmount",
      sum(refunded)::bigint as "refundedAmount"
    from figure group by grouping sets ((first_day, market_id, currency), (currency))
    order by 1, first_day, market_id, currency limit ${most}`.execute(ctx.db)
  return {
    figures: rows
      .filter(({ isTotal }) => !isTotal)
      .map((row) => ({ from: row.from, marketId: row.marketId, ...amountsOf(row) })),
    totals: rows.filter(({ isTotal }) => isTotal).map(amountsOf),
  }
}

function amountsOf(row: Row): SalesTotal {
  const { currency, orders, cancelled, totalAmount, taxAmount, averageAmount, refundedAmount } = row
  return { currency, orders, cancelled, totalAmount, taxAmount, averageAmount, refundedAmount }
}

/** The first day of each step, and its moments within the question: where a day begins is for the zone to say. */
function stepsOf({ from, to, step }: SalesQuestion, zone: string) {
  const [first, behind] = [sql`${from}::date::timestamp`, sql`(${to}::date + 1)::timestamp`]
  if (step === 'whole')
    return sql`select null::date as first_day, ${first} at time zone ${zone} as begins, ${behind} at time zone ${zone} as ends`
  const length = sql`('1 ' || ${step}::text)::interval`
  return sql`
    select day::date as first_day, greatest(day, ${first}) at time zone ${zone} as begins, least(day + ${length}, ${behind}) at time zone ${zone} as ends
    from generate_series(date_trunc(${step}, ${first}), ${to}::date::timestamp, ${length}) day`
}
