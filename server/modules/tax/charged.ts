/** A tax that was charged on something, with the rate it came from. */
import { Flag, Id, Money, Nullable, Text, shape, type Static } from '#kit/types.ts'
import type { TaxPart } from './amounts.ts'
import { BasisPoints, Hundredths } from './rate.ts'

export const ChargedTax = shape(
  'ChargedTax',
  {
    rateId: Nullable(Id),
    name: Text(120),
    rateBasisPoints: BasisPoints,
    rateHundredths: Hundredths,
    compound: Flag,
    amount: Money,
  },
  { description: '`rateId` is null where no rate of the store’s own was charged.' },
)
export type ChargedTax = Static<typeof ChargedTax>

export const chargedTax = (part: TaxPart, currency: string): ChargedTax => ({
  ...part,
  amount: { amount: part.amount, currency },
})
