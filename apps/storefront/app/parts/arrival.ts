/** The days on which a delivery arrives: `Tue, Nov 24 – Thu, Nov 26`. */
import type { DeliveryOffer } from '../store.ts'

export function arrivalOf(
  { earliest, latest }: Pick<DeliveryOffer, 'earliest' | 'latest'>,
  tag: string,
): string {
  const format = new Intl.DateTimeFormat(tag, {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    timeZone: 'UTC', // they are days of the store already
  })
  return format.formatRange(new Date(earliest), new Date(latest))
}
