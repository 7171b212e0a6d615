export {
  rulesOf,
  taxLines,
  type Rate,
  type TaxLine,
  type TaxPart,
  type TaxRule,
  type Taxable,
  type TaxTotals,
} from './amounts.ts'
export { ChargedTax, chargedTax } from './charged.ts'
export { readIdAnswer, taxIdCheck, type IdAnswer, type IdQuestion, type TaxIdCheck } from './id-check.ts'
export {
  askAbout,
  askBehind,
  heldCheck,
  idsChecked,
  keepIdAnswer,
  wantIdCheck,
  type WantedCheck,
} from './id-checks.ts'
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
export { taxRelieved } from './relieved.ts'
export { rateFor, rateOf, taxedAt, type TaxPlace } from './rate-for.ts'
export { heldCertificates } from './certificates/held.ts'
export {
  TaxDecision,
  decideRelief,
  decisionView,
  type Decided,
  type Decision,
  type HeldCertificate,
  type HeldCheck,
  type Relief,
} from './relief.ts'
export { dayIn, taxSnapshot, writeTax, type NewTax, type TaxRates } from './tax.ts'
