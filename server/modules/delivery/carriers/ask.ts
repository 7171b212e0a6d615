/** Asks carriers side by side, each no longer than the store is willing to wait. No database, and it never throws for a carrier. */
import type { Ctx } from '#kit/context.ts'
import { within } from '#kit/deadline.ts'
import { readRates } from './answer.ts'
import { CarrierUnavailable, carrierPort, type CarrierRate } from './carrier.ts'
import type { CarrierQuestion, CarrierQuote } from './live.ts'

type Outside = Pick<Ctx, 'ports' | 'log' | 'now'>

export function askCarriers(questions: CarrierQuestion[], ctx: Outside): Promise<CarrierQuote[]> {
  return Promise.all(
    questions.map(async (asked) => ({
      carrier: asked.carrier,
      fingerprint: asked.fingerprint,
      rates: await ratesOf(asked, ctx),
      askedAt: ctx.now().toISOString(),
    })),
  )
}

/** Null: nothing that can be used. Whatever a carrier does wrong, the store has a price of its own. */
async function ratesOf(
  { carrier: name, question, answerWithinMs }: CarrierQuestion,
  ctx: Outside,
): Promise<CarrierRate[] | null> {
  try {
    const carrier = ctx.ports(carrierPort).find((each) => each.name === name)
    if (!carrier) throw CarrierUnavailable('This carrier is not set up.')
    const given = await within(answerWithinMs, (signal) => orAborted(carrier.rates(question, signal), signal))
    return readRates(question.currency, given)
  } catch (error) {
    ctx.log.warn({ carrier: name, reason: (error as Error).message }, 'no price from the carrier')
    return null
  }
}

/** An adapter that does not heed its deadline keeps nobody waiting. */
function orAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true })
    work.then(resolve, reject)
  })
}
