/**
 * What this carrier takes: by zone, service, and weight or volume, whichever counts for more.
 *
 * Its own money is the euro; other currencies are the euro's amount at a rate of its own.
 */
import { refusal } from '../company/refusal.ts'

export const SERVICES = { standard: 'Sandbox Parcel', express: 'Sandbox Express' } as const
export type Service = keyof typeof SERVICES

export type Measures = { weightGrams: number; volumeCcm: number; lengthMm: number; items: number }
export type Price = { service: Service; amount: number; currency: string; minDays: number; maxDays: number }

const EUROPE = new Set(
  'AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK CH GB NO'.split(' '),
)
/** It flies to these two continents and no further. */
const WORLD = new Set('US CA JP AU NZ'.split(' '))

/** In cents: to begin with, and for each kilogram begun. */
const TARIFF = {
  home: { standard: [450, 60], express: [990, 120], days: { standard: [1, 2], express: [1, 1] } },
  europe: { standard: [890, 140], express: [1990, 320], days: { standard: [2, 4], express: [1, 2] } },
  world: { standard: [1990, 650], express: [3990, 1100], days: { standard: [5, 12], express: [2, 4] } },
} as const

/** For a cent, in hundredths of the other money's minor unit. */
const RATES: Record<string, number> = { EUR: 100, USD: 108, GBP: 84, CHF: 95, SEK: 1120 }

const HEAVIEST_GRAMS = 31_500
const CCM_PER_GRAM = 5 // a light parcel counts as if it weighed 200 g per litre

export function pricesFor(from: string, to: string, parcel: Measures, currency: string): Price[] {
  const rate = RATES[currency]
  if (rate === undefined) throw refusal(422, 'currency_not_served', `There is no tariff in ${currency}.`)
  const zone = from === to ? 'home' : EUROPE.has(to) ? 'europe' : WORLD.has(to) ? 'world' : null
  const grams = Math.max(parcel.weightGrams, Math.ceil(parcel.volumeCcm / CCM_PER_GRAM))
  if (!zone || grams > HEAVIEST_GRAMS) return []
  return (Object.keys(SERVICES) as Service[]).map((service) => {
    const [base, perKilo] = TARIFF[zone][service]
    const [minDays, maxDays] = TARIFF[zone].days[service]
    const cents = base + Math.max(1, Math.ceil(grams / 1000)) * perKilo
    return { service, amount: Math.ceil((cents * rate) / 100), currency, minDays, maxDays }
  })
}
