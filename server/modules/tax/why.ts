/**
 * Explains the tax on an amount step by step: every rate of the country, why it does or does not count, and what each
 * gives; and of a buyer, why they are exempt or not.
 */
import { sql } from 'kysely'
import type { Ctx } from '#kit/context.ts'
import { invalid } from '#kit/failure.ts'
import { query } from '#kit/operation.ts'
import { permission } from '#kit/policy.ts'
import {
  Country,
  Currency,
  Day,
  Flag,
  Id,
  List,
  MAX_SAFE,
  Money,
  Nullable,
  OneOf,
  Text,
  Type,
  shape,
  type Static,
} from '#kit/types.ts'
import { TaxIdInput, taxIdOf } from '../customers/index.ts'
import { currentSettings } from '../settings/index.ts'
import { heldCertificates } from './certificates/held.ts'
import { ChargedTax, chargedTax } from './charged.ts'
import { TaxRate } from './rate.ts'
import { barOf, candidatesOf, chosenOf, rateFor, taxedAt } from './rate-for.ts'
import { heldCheck } from './id-checks.ts'
import { ReliefStep, TaxDecision, decideRelief, decisionView, type Buyer } from './relief.ts'
import { taxRelieved } from './relieved.ts'
import { dayIn, taxSnapshot, type HeldRate } from './tax.ts'

const MOST_STEPS = 500
/** Minor units. */
const Amount = Type.Integer({ minimum: 0, maximum: MAX_SAFE, scalar: 'Minor' })

const Outcome = OneOf('charged', 'outranked', 'later', 'over', 'other_region', 'other_postal_code')
type Outcome = Static<typeof Outcome>

const { layer, name, rateBasisPoints, rateHundredths } = TaxRate.properties
const Step = shape('TaxStep', {
  rateId: Id,
  layer,
  name,
  rateBasisPoints,
  rateHundredths,
  outcome: Outcome,
  says: Text(300),
})

export const why = query({
  id: 'tax.why',
  summary: 'Why an amount is taxed as it is',
  description:
    'For goods of a category that are handed over in a place on a day, by default today. With `taxId` or `customerId` also why that buyer is exempt or not, today.',
  rest: 'GET /tax/why',
  audience: 'staff',
  access: permission('tax.read'),
  input: Type.Object({
    categoryId: Id,
    country: Country,
    region: Type.Optional(Text(120)),
    postalCode: Type.Optional(Text(20)),
    on: Type.Optional(Day),
    amount: Amount,
    currency: Type.Optional(Currency),
    taxIncluded: Type.Optional(Flag),
    taxId: Type.Optional(TaxIdInput),
    customerId: Type.Optional(Id),
  }),
  output: shape('TaxExplained', {
    /** Whose rates hold: where the goods go or, by the settings, where they come from. */
    taxedIn: Country,
    net: Money,
    tax: Money,
    gross: Money,
    /** The tax in the price that an exempt buyer is not charged. */
    relief: Money,
    /** Null: no buyer was named, or they have neither an id nor a certificate that holds there. */
    decision: Nullable(TaxDecision),
    /** What was asked of the buyer, one after the other, and the answers. */
    reliefSteps: List(ReliefStep, MOST_STEPS),
    taxes: List(ChargedTax, 10),
    /** The narrowest places first, layer by layer. */
    steps: List(Step, MOST_STEPS),
  }),
  async run({ categoryId, amount, currency: unit, taxIncluded = false, on, taxId, customerId, ...to }, ctx) {
    const held = await ctx.app.snapshots.read(taxSnapshot, ctx)
    if (!held.categories.some(({ id }) => id === categoryId))
      throw invalid('categoryId', 'unknown', 'There is no such tax category.')
    const { store } = await currentSettings(ctx)
    const place = taxedAt(held, store.country, { ...to, region: to.region ?? null })
    const at = { ...place, categoryId, on: on ?? dayIn(store.timeZone, ctx.now()) }
    const currency = unit ?? ctx.scope.currency
    const today = dayIn(store.timeZone, ctx.now())
    const decided = decideRelief(
      await buyerOf(ctx, taxId === undefined ? null : taxIdOf(taxId, 'taxId').id, customerId ?? null, today),
      { from: store.country, to: { ...to, region: to.region ?? null }, now: ctx.now() },
      held,
    )
    const {
      parts,
      tax,
      relieved: [relief = 0],
    } = taxRelieved([{ amount, ...rateFor(held, at) }], {
      included: taxIncluded,
      rounding: 'line',
      relief: decided.relief,
    })
    const rates = candidatesOf(held, at)
    const chosen = chosenOf(rates.filter((rate) => barOf(rate, at) === null))
    const steps = rates.map((rate): Static<typeof Step> => {
      const outcome: Outcome = barOf(rate, at) ?? (chosen.includes(rate) ? 'charged' : 'outranked')
      return {
        rateId: rate.id,
        layer: rate.layer,
        name: rate.name,
        rateBasisPoints: rate.rateBasisPoints,
        rateHundredths: rate.rateHundredths,
        outcome,
        says: SAYS[outcome](rate),
      }
    })
    const sum = (minor: number) => ({ amount: minor, currency })
    return {
      taxedIn: place.country,
      net: sum(taxIncluded ? amount - relief - tax : amount),
      tax: sum(tax),
      gross: sum(taxIncluded ? amount - relief : amount + tax),
      relief: sum(relief),
      decision: decided.decision && decisionView(decided.decision, ctx.scope.locale),
      reliefSteps: decided.steps.slice(0, MOST_STEPS),
      taxes: parts[0]!.map((part) => chargedTax(part, currency)),
      steps: steps
        .toSorted((one, other) => one.layer - other.layer || RANK[one.outcome] - RANK[other.outcome])
        .slice(0, MOST_STEPS),
    }
  },
})

async function buyerOf(
  ctx: Ctx,
  taxId: string | null,
  customerId: string | null,
  on: string,
): Promise<Buyer> {
  if (taxId === null && customerId === null) return { taxId, check: null, certificates: [] }
  const store = sql`${ctx.storeId}::uuid`
  const { rows } = await sql<Omit<Buyer, 'taxId'>>`
    select ${heldCheck(store, sql`${taxId}::text`)} as "check", ${heldCertificates(store, sql`${customerId}::uuid`, on)} as certificates`.execute(
    ctx.db,
  )
  return { taxId, ...rows[0]! }
}

const RANK: Record<Outcome, number> = {
  charged: 0,
  outranked: 1,
  other_postal_code: 2,
  other_region: 3,
  later: 4,
  over: 5,
}

const SAYS: Record<Outcome, (rate: HeldRate) => string> = {
  charged: ({ layer: of, compound }) =>
    compound
      ? `The narrowest place of layer ${of}: it is charged, on the taxes below it too.`
      : `The narrowest place of layer ${of}: it is charged.`,
  outranked: ({ layer: of }) => `It would hold, but in layer ${of} a narrower place has a rate of its own.`,
  later: ({ startsOn }) => `It holds from ${startsOn} on.`,
  over: ({ endsOn }) => `It held until ${endsOn}.`,
  other_region: ({ region }) => `It is for ${region}.`,
  other_postal_code: ({ postalFrom, postalTo }) =>
    postalFrom === postalTo
      ? `It is for postal codes that begin with ${postalFrom}.`
      : `It is for postal codes from ${postalFrom} to ${postalTo}.`,
}
