/**
 * VAT rates of the European Union, for a store to begin with: what holds on the day below, as the member states publish
 * it in the Commission's "Taxes in Europe" database and in their own gazettes.
 *
 * A sample and no advice: which goods are taxed less differs from country to country. Not in it: zero rates of single
 * goods, the lower rates of some Greek islands and of Corsica.
 */

export const AS_OF = '2026-01-01'
export const SOURCES = [
  'https://ec.europa.eu/taxation_customs/tedb/',
  'https://taxation-customs.ec.europa.eu/taxation/vat/vat-directive/vat-rates_en',
]

/** Basis points; the reduced ones from the lowest to the highest, none where all is taxed alike. */
export interface CountryRates {
  country: string
  /** What its shoppers call it. */
  name: string
  standard: number
  reduced: readonly number[]
}

const country = (code: string, name: string, standard: number, ...reduced: number[]): CountryRates => ({
  country: code,
  name,
  standard,
  reduced,
})

export const UNION_RATES: readonly CountryRates[] = [
  country('AT', 'USt', 2000, 1000, 1300),
  country('BE', 'BTW/TVA', 2100, 600, 1200),
  country('BG', 'ДДС', 2000, 900),
  country('CY', 'ΦΠΑ', 1900, 300, 500, 900),
  country('CZ', 'DPH', 2100, 1200),
  country('DE', 'MwSt', 1900, 700),
  country('DK', 'Moms', 2500),
  country('EE', 'Käibemaks', 2400, 900, 1300),
  country('ES', 'IVA', 2100, 400, 1000),
  country('FI', 'ALV', 2550, 1000, 1350),
  country('FR', 'TVA', 2000, 210, 550, 1000),
  country('GR', 'ΦΠΑ', 2400, 600, 1300),
  country('HR', 'PDV', 2500, 500, 1300),
  country('HU', 'ÁFA', 2700, 500, 1800),
  country('IE', 'VAT', 2300, 480, 900, 1350),
  country('IT', 'IVA', 2200, 400, 500, 1000),
  country('LT', 'PVM', 2100, 500, 1200),
  country('LU', 'TVA', 1700, 300, 800, 1400),
  country('LV', 'PVN', 2100, 500, 1200),
  country('MT', 'VAT', 1800, 500, 700, 1200),
  country('NL', 'BTW', 2100, 900),
  country('PL', 'VAT', 2300, 500, 800),
  country('PT', 'IVA', 2300, 600, 1300),
  country('RO', 'TVA', 2100, 1100),
  country('SE', 'Moms', 2500, 600, 1200),
  country('SI', 'DDV', 2200, 500, 950),
  country('SK', 'DPH', 2300, 500, 1900),
]

/** Parts of member states with rates of their own, by postal codes. */
export const TERRITORIES: readonly (CountryRates & { postalFrom: string; postalTo: string })[] = [
  { ...country('AT', 'USt (Jungholz)', 1900, 1000, 1300), postalFrom: '6691', postalTo: '6691' },
  { ...country('AT', 'USt (Mittelberg)', 1900, 1000, 1300), postalFrom: '6991', postalTo: '6993' },
  { ...country('PT', 'IVA (Madeira)', 2200, 400, 1200), postalFrom: '90', postalTo: '94' },
  { ...country('PT', 'IVA (Açores)', 1600, 400, 900), postalFrom: '95', postalTo: '99' },
]
