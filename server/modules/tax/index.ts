export {
  rulesOf,
  taxFrom,
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
export {
  TaxUnavailable,
  isTaxUnavailable,
  partsOf,
  readAnswer,
  taxProvider,
  type QuotedTax,
  type TaxProvider,
  type TaxQuestion,
} from './provider.ts'
export { providerOf, quoteOf, wantQuote } from './quotes.ts'
export { BasisPoints, Hundredths } from './rate.ts'
export { rateFor, rateOf, taxedAt, type TaxPlace } from './rate-for.ts'
export { dayIn, taxSnapshot, writeTax, type NewTax, type TaxRates } from './tax.ts'
