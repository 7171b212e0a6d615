/** By which rate prices of the store's own currency become those of another, and how they are rounded. */
import { sql } from 'kysely'
import type { Ctx } from '#kit/context.ts'
import type { Db } from '#kit/db.ts'
import { exponentOf } from '#kit/money.ts'
import { Currency, Decimal, Flag, Int, OneOf, Version, shape, type Static } from '#kit/types.ts'

export const Rounding = OneOf('nearest', 'up', 'down')

export const Conversion = shape('Conversion', {
  currency: Currency,
  /** Whole units of `currency` for one whole unit of the store's own, as a decimal number. */
  rate: Decimal,
  rounding: Rounding,
  /** Minor units: 5 makes every price end in 0 or 5, 100 a whole unit where it has two places. */
  step: Int(1, 1_000_000),
  /** Whether all prices have been derived with it. */
  done: Flag,
  version: Version,
})
export type Conversion = Static<typeof Conversion>

export const MOST_CONVERSIONS = 200

export const columns = sql`currency, trim_scale(rate_billionths * 0.000000001)::text as rate, rounding, step, after_id is null as done, version`

export async function readConversions(db: Db, storeId: string): Promise<Conversion[]> {
  const { rows } = await sql<Conversion>`
    select ${columns} from pricing.conversion where store_id = ${storeId} and not ending order by currency`.execute(
    db,
  )
  return rows
}

/** For seeds, before there are prices: there is nothing to derive anew. */
export async function writeConversions(
  rows: readonly Pick<Conversion, 'currency' | 'rate' | 'rounding' | 'step'>[],
  ctx: Ctx,
): Promise<void> {
  await sql`insert into pricing.conversion (store_id, currency, rate_billionths, rounding, step, created_at, updated_at)
    select ${ctx.storeId}, currency, (rate * 1000000000)::bigint, rounding, step, ${ctx.now()}, ${ctx.now()}
    from json_to_recordset(${JSON.stringify(rows)}) as c(currency text, rate numeric, rounding text, step int)`.execute(
    ctx.db,
  )
}

/**
 * `amount` minor units of `from` in minor units of the conversion's currency, exactly: rounded once, to a multiple of the step.
 * What costs something never costs nothing. Null: more than can be counted.
 */
export function convert(
  amount: number,
  from: string,
  { currency, rate, rounding, step }: Pick<Conversion, 'currency' | 'rate' | 'rounding' | 'step'>,
): number | null {
  const [whole = '0', places = ''] = rate.split('.')
  const shift = exponentOf(currency) - exponentOf(from) - places.length
  // amount * rate * 10^shift / step, as a fraction of integers
  const above = BigInt(amount) * BigInt(whole + places) * 10n ** BigInt(Math.max(0, shift))
  const below = BigInt(step) * 10n ** BigInt(Math.max(0, -shift))
  const floor = above / below
  const rest = above % below
  const up = rounding === 'up' ? rest > 0n : rounding === 'nearest' && rest * 2n >= below
  const steps = floor + (up ? 1n : 0n)
  const result = Number(steps === 0n && amount > 0 ? 1n : steps) * step
  return Number.isSafeInteger(result) ? result : null
}
