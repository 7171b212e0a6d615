/** The days on which a delivery arrives: `Tue, Nov 24 – Thu, Nov 26`. */
import { formatDays } from '@quayside/words'
import type { DeliveryOffer } from '../store.ts'

export const arrivalOf = (
  { earliest, latest }: Pick<DeliveryOffer, 'earliest' | 'latest'>,
  tag: string,
): string => formatDays(earliest, latest, tag)
