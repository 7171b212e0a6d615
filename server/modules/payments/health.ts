/** Whether the payment providers answer: each is asked about a payment that there never was. */
import type { HealthCheck } from '#kit/health.ts'
import { newId } from '#kit/id.ts'
import { seconds } from '#kit/clock.ts'
import { paymentProvider } from './provider.ts'

const ANSWER_WITHIN = seconds(4)

export const providersAnswer: HealthCheck = {
  name: 'payments',
  async look(app) {
    const providers = app.ports(paymentProvider)
    const signal = AbortSignal.timeout(ANSWER_WITHIN)
    const answers = await Promise.allSettled(
      providers.map((provider) => provider.find({ paymentId: newId() }, signal)),
    )
    const silent = providers.filter((_, index) => answers[index]!.status === 'rejected')
    if (providers.length === 0) return { ok: true, says: 'No provider is set: nothing can be paid for.' }
    if (silent.length > 0)
      return { ok: false, says: `No answer from ${silent.map(({ name }) => name).join(', ')}.` }
    return { ok: true, says: `${providers.map(({ name }) => name).join(', ')} answer.` }
  },
}
