export {
  rulesOf,
  taxLines,
  taxOf,
  type Rate,
  type TaxLine,
  type TaxPart,
  type TaxRule,
  type Taxable,
  type TaxTotals,
} from './amounts.ts'
export { ChargedTax, chargedTax } from './charged.ts'
export { BasisPoints, Hundredths } from './rate.ts'
export { rateFor, taxedAt, type TaxPlace } from './rate-for.ts'
export { dayIn, taxSnapshot, writeTax, type NewTax, type TaxRates } from './tax.ts'
