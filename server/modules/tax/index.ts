export { taxOf, type Taxable, type TaxTotals } from './amounts.ts'
export { dayIn, rateFor, taxSnapshot, writeTax, type NewTax, type TaxRates } from './tax.ts'
