/** The carrier that names the price of a way of delivery. */
import type { Ctx } from '#kit/context.ts'
import { invalid } from '#kit/failure.ts'
import { Int, Key, shape, type Static } from '#kit/types.ts'
import { carrierPort } from '../carriers/carrier.ts'

export const LiveRate = shape(
  'DeliveryLiveRate',
  {
    carrier: Key,
    service: Key,
    markupBasisPoints: Int(0, 100_000),
    answerWithinMs: Int(100, 10_000),
  },
  {
    description:
      'Buyers wait no longer than `answerWithinMs` for the carrier, and pay `markupBasisPoints` on top of its price.',
  },
)

export function checkLive(ctx: Ctx, { carrier: name, service }: Static<typeof LiveRate>): void {
  const carriers = ctx.ports(carrierPort)
  const carrier = carriers.find((each) => each.name === name)
  const known = (words: string[]) => (words.length > 0 ? `Known are ${words.join(', ')}.` : 'None is set up.')
  if (!carrier)
    throw invalid(
      'live.carrier',
      'unknown',
      `There is no such carrier. ${known(carriers.map((each) => each.name))}`,
    )
  if (!carrier.services.some(({ key }) => key === service))
    throw invalid(
      'live.service',
      'unknown',
      `The carrier has no such service. ${known(carrier.services.map(({ key }) => key))}`,
    )
}
