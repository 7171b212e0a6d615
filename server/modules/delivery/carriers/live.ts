/**
 * Prices that carriers name: what they are asked, how long an answer holds, and which price counts.
 *
 * The method's own rates say whether it takes the goods at all, from when on it is free, and what it costs while its
 * carrier has not answered. No database here.
 */
import { createHash } from 'node:crypto'
import { after, hours, minutes } from '#kit/clock.ts'
import { measuresOf } from '../goods.ts'
import type { Asked } from '../offers.ts'
import type { DeliveryRules, LiveRate } from '../rules.ts'
import { covers } from '../zones/covers.ts'
import type { CarrierRate, RateQuestion } from './carrier.ts'

/** A cart that is looked at later has its prices asked anew … */
const FRESH_FOR = minutes(30)
/** … and until they have come those it was shown hold, so that nobody pays another price than the one they saw. */
const HOLDS_FOR = hours(24)
/** A carrier that did not answer is left in peace for so long. */
const LEFT_ALONE_FOR = minutes(1)

/** What a carrier said to a question; `rates` is null when it said nothing that can be used. */
export interface CarrierQuote {
  carrier: string
  fingerprint: string
  rates: CarrierRate[] | null
  /** An instant. */
  askedAt: string
}

/** A question for a carrier, with how long those who wait for its answer are willing to. */
export interface CarrierQuestion {
  carrier: string
  fingerprint: string
  question: RateQuestion
  answerWithinMs: number
}

/** Whose price an offer has: the store's, the carrier's, or the store's because the carrier has not said one. */
export type PricedBy = 'store' | 'carrier' | 'fallback'

/** One for each carrier that has a price to name; none before it is known where the goods go. */
export function questionsFor({ methods }: DeliveryRules, asked: Asked): CarrierQuestion[] {
  const { country, region, postalCode, currency } = asked
  if (!postalCode || asked.goods.length === 0) return []
  const live = methods.flatMap((method) => (method.live && covers(method, asked) ? method.live : []))
  const { weightGrams, volumeCcm, lengthMm, items } = measuresOf(asked.goods)
  const question: RateQuestion = {
    currency,
    from: { country: asked.from },
    to: { country, region, postalCode },
    parcel: { weightGrams, volumeCcm, lengthMm, items },
  }
  const fingerprint = createHash('sha256').update(JSON.stringify(question)).digest('base64url')
  return [...Map.groupBy(live, ({ carrier }) => carrier)].map(([carrier, rates]) => ({
    carrier,
    fingerprint,
    question,
    answerWithinMs: Math.min(...rates.map((rate) => rate.answerWithinMs)),
  }))
}

/** Those that were not asked, or so long ago that they are asked again. */
export function unasked(
  questions: CarrierQuestion[],
  quotes: readonly CarrierQuote[],
  now: Date,
): CarrierQuestion[] {
  return questions.filter((question) => {
    const quote = quoteFor(question, quotes)
    return !quote || after(new Date(quote.askedAt), quote.rates ? FRESH_FOR : LEFT_ALONE_FOR) <= now
  })
}

export interface LivePrice {
  pricedBy: 'carrier' | 'fallback'
  /** Null: the carrier does not take this parcel. */
  rate: Omit<CarrierRate, 'service'> | null
}

/** What a method costs by its carrier, else `fallback`. */
export function livePrice(
  live: LiveRate,
  fallback: Omit<CarrierRate, 'service'>,
  said: { questions: CarrierQuestion[]; quotes: readonly CarrierQuote[]; now: Date },
): LivePrice {
  const question = said.questions.find(({ carrier }) => carrier === live.carrier)
  const quote = question && quoteFor(question, said.quotes)
  if (!quote?.rates || after(new Date(quote.askedAt), HOLDS_FOR) <= said.now)
    return { pricedBy: 'fallback', rate: fallback }
  const rate = quote.rates.find(({ service }) => service === live.service)
  return { pricedBy: 'carrier', rate: rate ? { ...rate, amount: markedUp(rate.amount, live) } : null }
}

const quoteFor = ({ carrier, fingerprint }: CarrierQuestion, quotes: readonly CarrierQuote[]) =>
  quotes.find((quote) => quote.carrier === carrier && quote.fingerprint === fingerprint)

/** Rounded up to the minor unit; a number that cannot be counted is told by `judge`. */
function markedUp(amount: number, { markupBasisPoints }: LiveRate): number {
  const marked = (BigInt(amount) * BigInt(10_000 + markupBasisPoints) + 9_999n) / 10_000n
  return Number(marked)
}
