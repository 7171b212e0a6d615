/** Where the demo shop sells besides the European Union: each market with its currency, whose prices follow by rate. */
import type { Ctx } from '#kit/context.ts'
import { newId } from '#kit/id.ts'
import { convert, writeConversions } from '../modules/pricing/index.ts'
import { writeMarkets } from '../modules/settings/index.ts'

/** Whole units for one euro. Prices end in whole dollars and tens of yen. */
const RATES = [
  { currency: 'USD', rate: '1.16', rounding: 'nearest', step: 100 },
  { currency: 'JPY', rate: '172', rounding: 'nearest', step: 10 },
] as const

/** Before there are prices. */
export async function seedMarkets(ctx: Ctx): Promise<void> {
  await writeMarkets(
    [
      {
        code: 'north-america',
        name: 'North America',
        currency: 'USD',
        countries: ['US', 'CA'],
        pricesIncludeTax: false,
        taxRounding: 'total',
      },
      {
        code: 'japan',
        name: 'Japan',
        currency: 'JPY',
        countries: ['JP'],
        pricesIncludeTax: true,
        taxRounding: 'line',
      },
    ],
    ctx,
  )
  await writeConversions(RATES, ctx)
}

/** Of a way of delivery: in euros, and what is asked in the other currencies. Null: never free. */
export interface Fee {
  amount: number
  freeFrom: number | null
}

/** The same fee in every currency of the shop, by the rates of its prices. */
export function feesOf(methodId: string, { amount, freeFrom }: Fee) {
  const inEuros = { id: newId(), methodId, currency: 'EUR', amount, freeFrom }
  const abroad = RATES.map((rate) => ({
    id: newId(),
    methodId,
    currency: rate.currency,
    amount: convert(amount, 'EUR', rate)!,
    freeFrom: freeFrom === null ? null : convert(freeFrom, 'EUR', rate),
  }))
  return [inEuros, ...abroad]
}
