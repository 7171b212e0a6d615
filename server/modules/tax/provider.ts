/**
 * What the store asks of a tax provider: a service that knows the taxes of places better than rates in a table.
 *
 * It is asked when a cart changed and never while somebody waits: until it has answered, and whenever it does not, the
 * store computes by its own rates. Adapters fill the port; the contract suite proves them.
 */
import { brand, isBranded } from '#kit/brand.ts'
import { port } from '#kit/port.ts'
import type { TaxPart } from './amounts.ts'

export interface AskedPlace {
  country: string
  region: string | null
  postalCode: string | null
}

export interface TaxQuestion {
  currency: string
  /** Whether the amounts have the tax in them. */
  taxIncluded: boolean
  /** Where the tax is rounded. */
  rounding: 'line' | 'total'
  /** The day of the sale, in the store's zone. */
  on: string
  from: AskedPlace
  to: AskedPlace
  /** After discounts, in minor units; the delivery is the last one, if there is one. `category` is the key of a tax category. */
  lines: { category: string; amount: number; delivery: boolean }[]
}

export interface QuotedTax {
  name: string
  rateBasisPoints: number
  rateHundredths: number
  /** Minor units. */
  amount: number
}

export interface TaxAnswer {
  /** In the order of the question; the taxes of a line may be none. */
  lines: { taxes: QuotedTax[] }[]
}

export interface TaxProvider {
  name: string
  /** Throws TaxUnavailable when there is no answer that can be used. The same question has the same answer. */
  quote(question: TaxQuestion, signal: AbortSignal): Promise<TaxAnswer>
}

export const taxProvider = port<TaxProvider>('tax.provider', { many: true })

const unavailable = brand('tax.TaxUnavailable')

export function TaxUnavailable(reason: string, cause?: unknown) {
  return Object.assign(new Error(reason, { cause }), { [unavailable]: true, name: 'TaxUnavailable' })
}
export const isTaxUnavailable = (error: unknown): error is Error => isBranded(error, unavailable)

const MOST_TAXES = 10

/** What came from outside is believed only as far as it can be true; throws TaxUnavailable. */
export function readAnswer(question: TaxQuestion, given: unknown): TaxAnswer {
  const { lines } = Object(given) as { lines?: unknown }
  if (!Array.isArray(lines) || lines.length !== question.lines.length)
    throw TaxUnavailable('The answer is not one for each line.')
  return {
    lines: question.lines.map(({ amount }, index) => {
      const { taxes } = Object(lines[index]) as { taxes?: unknown }
      if (!Array.isArray(taxes) || taxes.length > MOST_TAXES)
        throw TaxUnavailable(`The answer names no taxes of line ${index}.`)
      const read = taxes.map(readTax)
      if (read.reduce((sum, tax) => sum + tax.amount, 0) > amount)
        throw TaxUnavailable(`Line ${index} is taxed with more than it costs.`)
      return { taxes: read }
    }),
  }
}

function readTax(given: unknown): QuotedTax {
  const { name, rateBasisPoints, rateHundredths, amount } = Object(given) as Record<string, unknown>
  if (typeof name !== 'string' || name.trim() === '' || name.length > 120)
    throw TaxUnavailable('A tax has no name.')
  return {
    name,
    rateBasisPoints: whole(rateBasisPoints, 10_000),
    rateHundredths: whole(rateHundredths, 99),
    amount: whole(amount, Number.MAX_SAFE_INTEGER),
  }
}

function whole(given: unknown, most: number): number {
  if (!Number.isSafeInteger(given) || (given as number) < 0 || (given as number) > most)
    throw TaxUnavailable('A number of the answer is none that a tax could have.')
  return given as number
}

/** The parts of each line, as the store keeps them: no rate of its own gave them. */
export function partsOf({ lines }: TaxAnswer): TaxPart[][] {
  return lines.map(({ taxes }) => taxes.map((tax) => ({ ...tax, rateId: null, compound: false })))
}
