/** What came from a carrier is believed only as far as it can be true; else it counts as no answer. */
import { CarrierUnavailable, type CarrierRate } from './carrier.ts'

const MOST_RATES = 100
const MOST_DAYS = 365

export function readRates(currency: string, given: unknown): CarrierRate[] {
  if (!Array.isArray(given) || given.length > MOST_RATES)
    throw CarrierUnavailable('The answer is no list of rates.')
  const rates = given.map((each) => readRate(currency, each))
  if (new Set(rates.map(({ service }) => service)).size < rates.length)
    throw CarrierUnavailable('A service has two prices.')
  return rates
}

function readRate(currency: string, given: unknown): CarrierRate {
  const { service, amount, currency: paidIn, minDays, maxDays } = Object(given) as Record<string, unknown>
  if (typeof service !== 'string' || !/^[a-z0-9_-]{1,60}$/.test(service))
    throw CarrierUnavailable('A rate names no service.')
  if (paidIn !== currency)
    throw CarrierUnavailable(`A rate is in ${String(paidIn).slice(0, 10)}, not in ${currency}.`)
  const [least, most] = [whole(minDays, MOST_DAYS), whole(maxDays, MOST_DAYS)]
  if (most < least) throw CarrierUnavailable('A rate arrives before it can.')
  return { service, amount: whole(amount, Number.MAX_SAFE_INTEGER), minDays: least, maxDays: most }
}

function whole(given: unknown, most: number): number {
  if (!Number.isSafeInteger(given) || (given as number) < 0 || (given as number) > most)
    throw CarrierUnavailable('A number of the answer is none that a rate could have.')
  return given as number
}
