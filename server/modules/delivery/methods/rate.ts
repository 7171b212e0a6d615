/** The rates of a way of delivery: a price for each currency and, where goods differ, for each profile. */
import { sql } from 'kysely'
import type { Ctx } from '#kit/context.ts'
import { invalid } from '#kit/failure.ts'
import { newId } from '#kit/id.ts'
import { Count, Id, List, Money, Nullable, Type, Words, shape, type Static } from '#kit/types.ts'
import { currentSettings } from '../../settings/index.ts'

export const MOST_RATES = 200
const MOST_RANGES = 100

export const Measure = Words('DeliveryMeasure', 'none', 'weight_grams', 'volume_ccm', 'value', 'items')

const RateRange = shape(
  'DeliveryRateRange',
  { from: Count, price: Money, step: Nullable(Count), stepPrice: Nullable(Money) },
  {
    description:
      'From a measure of `from` on, `price` comes on top of the rate, and `stepPrice` for each `step` begun beyond it.',
  },
)
export const MethodRate = shape(
  'DeliveryRate',
  {
    price: Money,
    freeFrom: Nullable(Money),
    /** Null: for all goods whose profile has no rate of its own here. */
    profileId: Nullable(Id),
    measure: Measure,
    /** Beyond it the rate does not hold. */
    upTo: Nullable(Count),
    ranges: List(RateRange, MOST_RANGES),
  },
  {
    description:
      'From a subtotal of `freeFrom` on, delivery costs nothing. The measure is that of the goods of this rate: grams, cubic centimetres, minor units, or pieces. Where there are ranges, the rate holds from the first one on.',
  },
)
const NewRange = shape('NewDeliveryRateRange', {
  from: Count,
  price: Money,
  step: Type.Optional(Nullable(Count)),
  stepPrice: Type.Optional(Nullable(Money)),
})
export const NewRate = shape('NewDeliveryRate', {
  price: Money,
  freeFrom: Type.Optional(Nullable(Money)),
  profileId: Type.Optional(Nullable(Id)),
  measure: Type.Optional(Measure),
  upTo: Type.Optional(Nullable(Count)),
  ranges: Type.Optional(List(NewRange, MOST_RANGES)),
})
export type NewRate = Static<typeof NewRate>

const amountOf = (column: string) =>
  sql.raw(
    `case when ${column} is not null then json_build_object('amount', ${column}, 'currency', r.currency) end`,
  )

/** A JSON array of `MethodRate`, from the column `m` (method) of the surrounding query. */
export const ratesText = sql`coalesce((select json_agg(json_build_object('price', ${amountOf('r.amount')}, 'freeFrom', ${amountOf('r.free_from_amount')},
    'profileId', r.profile_id, 'measure', r.measure, 'upTo', r.up_to,
    'ranges', coalesce((select json_agg(json_build_object('from', g.from_measure, 'price', ${amountOf('g.amount')}, 'step', g.step,
      'stepPrice', ${amountOf('g.step_amount')}) order by g.from_measure) from delivery.rate_range g where g.rate_id = r.id), '[]'))
    order by r.currency, r.profile_id nulls first)
  from delivery.rate r where r.method_id = m.id), '[]')`

export async function checkRates(ctx: Ctx, rates: NewRate[]): Promise<void> {
  const { currencies } = await currentSettings(ctx)
  const profileIds = rates.flatMap(({ profileId }) => profileId ?? [])
  const profiles = profileIds.length > 0 ? await knownProfiles(ctx, profileIds) : new Set()
  rates.forEach((rate, index) => {
    const path = `rates.${index}`
    const { price, freeFrom, profileId = null, measure = 'none', upTo = null } = rate
    if (!currencies.includes(price.currency))
      throw invalid(`${path}.price.currency`, 'unknown', `The store sells in ${currencies.join(', ')}.`)
    if (profileId !== null && !profiles.has(profileId))
      throw invalid(`${path}.profileId`, 'unknown', 'There is no such shipping profile.')
    const same = (each: NewRate) =>
      each.price.currency === price.currency && (each.profileId ?? null) === profileId
    if (rates.findIndex(same) < index)
      throw invalid(
        `${path}.price.currency`,
        'duplicate',
        'There is a price in this currency for these goods already.',
      )
    checkAmount(price, price.currency, `${path}.price`)
    if (freeFrom) checkAmount(freeFrom, price.currency, `${path}.freeFrom`)
    if (measure === 'none' && upTo !== null)
      throw invalid(`${path}.measure`, 'required', 'A limit needs to know what is measured.')
    if (upTo === 0) throw invalid(`${path}.upTo`, 'too_small', 'A rate up to nothing never holds.')
    checkRanges(rate, path)
  })
}

async function knownProfiles(ctx: Ctx, ids: string[]): Promise<Set<string>> {
  const { rows } = await sql<{ id: string }>`
    select id from delivery.profile where store_id = ${ctx.storeId} and id = any(${ids}::uuid[]) and archived_at is null
    for key share`.execute(ctx.db)
  return new Set(rows.map(({ id }) => id))
}

function checkAmount(money: Money, currency: string, path: string): void {
  if (money.currency !== currency)
    throw invalid(`${path}.currency`, 'currency', 'All amounts of a rate must be in the same currency.')
  if (money.amount < 0) throw invalid(`${path}.amount`, 'too_small', 'This is zero or more.')
}

function checkRanges({ price, measure = 'none', ranges = [] }: NewRate, path: string): void {
  if (ranges.length > 0 && measure === 'none')
    throw invalid(`${path}.measure`, 'required', 'Ranges need to know what is measured.')
  ranges.forEach((range, index) => {
    const here = `${path}.ranges.${index}`
    if (index > 0 && range.from <= ranges[index - 1]!.from)
      throw invalid(`${here}.from`, 'too_small', 'Ranges begin one after the other.')
    checkAmount(range.price, price.currency, `${here}.price`)
    const { step = null, stepPrice = null } = range
    if (step === 0) throw invalid(`${here}.step`, 'too_small', 'A step is one or more.')
    if (step === null && stepPrice !== null)
      throw invalid(`${here}.step`, 'required', 'A price for each step needs to know how large a step is.')
    if (step !== null && stepPrice === null)
      throw invalid(`${here}.stepPrice`, 'required', 'A step has a price.')
    if (stepPrice) checkAmount(stepPrice, price.currency, `${here}.stepPrice`)
  })
}

/** Before others are written: rates are set as a whole. */
export async function dropRates(ctx: Ctx, methodId: string): Promise<void> {
  await sql`delete from delivery.rate where store_id = ${ctx.storeId} and method_id = ${methodId}`.execute(
    ctx.db,
  )
}

export async function writeRates(ctx: Ctx, methodId: string, given: NewRate[]): Promise<void> {
  const rates = given.map(({ price, freeFrom, profileId, measure, upTo }) => ({
    id: newId(),
    currency: price.currency,
    amount: price.amount,
    freeFrom: freeFrom?.amount ?? null,
    profileId: profileId ?? null,
    measure: measure ?? 'none',
    upTo: upTo ?? null,
  }))
  const ranges = given.flatMap(({ ranges: own = [] }, index) =>
    own.map(({ from, price, step, stepPrice }) => ({
      rateId: rates[index]!.id,
      from,
      amount: price.amount,
      step: step ?? null,
      stepAmount: stepPrice?.amount ?? null,
    })),
  )
  await sql`
    with rates as (
      insert into delivery.rate (id, store_id, method_id, currency, amount, free_from_amount, profile_id, measure, up_to)
      select id, ${ctx.storeId}, ${methodId}, currency, amount, "freeFrom", "profileId", measure, "upTo"
      from json_to_recordset(${JSON.stringify(rates)}) as r(id uuid, currency text, amount bigint, "freeFrom" bigint, "profileId" uuid,
        measure text, "upTo" bigint)
    )
    insert into delivery.rate_range (store_id, rate_id, from_measure, amount, step, step_amount)
    select ${ctx.storeId}, "rateId", "from", amount, step, "stepAmount"
    from json_to_recordset(${JSON.stringify(ranges)}) as g("rateId" uuid, "from" bigint, amount bigint, step bigint, "stepAmount" bigint)`.execute(
    ctx.db,
  )
}
