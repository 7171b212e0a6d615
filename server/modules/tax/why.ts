/** Explains the tax on an amount step by step: every rate of the country, why it does or does not count, and what each gives. */
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
  OneOf,
  Text,
  Type,
  shape,
  type Static,
} from '#kit/types.ts'
import { currentSettings } from '../settings/index.ts'
import { taxOf } from './amounts.ts'
import { ChargedTax, chargedTax } from './charged.ts'
import { TaxRate } from './rate.ts'
import { barOf, candidatesOf, chosenOf, rateFor, taxedAt } from './rate-for.ts'
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
  description: 'For goods of a category that are handed over in a place on a day, by default today.',
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
  }),
  output: shape('TaxExplained', {
    /** Whose rates hold: where the goods go or, by the settings, where they come from. */
    taxedIn: Country,
    net: Money,
    tax: Money,
    gross: Money,
    taxes: List(ChargedTax, 10),
    /** The narrowest places first, layer by layer. */
    steps: List(Step, MOST_STEPS),
  }),
  async run({ categoryId, amount, currency: unit, taxIncluded = false, on, ...to }, ctx) {
    const held = await ctx.app.snapshots.read(taxSnapshot, ctx)
    if (!held.categories.some(({ id }) => id === categoryId))
      throw invalid('categoryId', 'unknown', 'There is no such tax category.')
    const { store } = await currentSettings(ctx)
    const place = taxedAt(held, store.country, { ...to, region: to.region ?? null })
    const at = { ...place, categoryId, on: on ?? dayIn(store.timeZone, ctx.now()) }
    const currency = unit ?? ctx.scope.currency
    const { parts, tax } = taxOf([{ amount, ...rateFor(held, at) }], {
      included: taxIncluded,
      rounding: 'line',
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
      net: sum(taxIncluded ? amount - tax : amount),
      tax: sum(tax),
      gross: sum(taxIncluded ? amount : amount + tax),
      taxes: parts[0]!.map((part) => chargedTax(part, currency)),
      steps: steps
        .toSorted((one, other) => one.layer - other.layer || RANK[one.outcome] - RANK[other.outcome])
        .slice(0, MOST_STEPS),
    }
  },
})

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
