/** What delivery will cost at least and when it arrives, while none is chosen; and what cannot go how. */
import { formatMoney, useLocale } from '@quayside/ui'
import type { DeliveryOffer, DeliveryWayNotOffered } from '../store.ts'
import { arrivalOf } from './arrival.ts'
import { DeliveryRefused } from './delivery-refused.tsx'
import { useWords } from './use-words.ts'

type Props = { offer: DeliveryOffer | null; refused: DeliveryWayNotOffered[] }

export function DeliveryEstimate({ offer, refused }: Props) {
  const words = useWords()
  const { tag } = useLocale()
  if (!offer) return <DeliveryRefused ways={refused} />
  const { amount } = offer.price
  const price = amount === 0 ? null : formatMoney(offer.price, tag)
  const days = arrivalOf(offer, tag)
  return (
    // The days in words may differ by a blank between server and browser.
    <p className="mt-3 text-sm text-quiet" suppressHydrationWarning>
      {offer.pickUp ? words.cart.pickUpFrom(price, days) : words.cart.deliveryFrom(price, days)}
    </p>
  )
}
