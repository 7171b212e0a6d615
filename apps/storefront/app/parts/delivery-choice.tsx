/** The ways of delivery on offer. With script a choice changes the total at once. */
import { Button, FieldError, formatMoney, RadioCards, useLocale } from '@quayside/ui'
import { useFetcher } from 'react-router'
import type { DeliveryOffer, DeliveryWayNotOffered } from '../store.ts'
import { arrivalOf } from './arrival.ts'
import { DeliveryRefused } from './delivery-refused.tsx'
import { useFrame } from './use-frame.ts'
import { useWords } from './use-words.ts'

type Props = {
  offers: DeliveryOffer[]
  refused: DeliveryWayNotOffered[]
  chosen: string | undefined
  error: string | undefined
  addressKnown: boolean
}

export function DeliveryChoice({ offers, refused, chosen, error, addressKnown }: Props) {
  const words = useWords()
  const { tag } = useLocale()
  const fetcher = useFetcher()
  const { formToken } = useFrame()
  if (offers.length === 0) {
    return (
      <>
        <p className="text-quiet">
          {addressKnown ? words.checkout.noDelivery : words.checkout.deliveryAfterAddress}
        </p>
        <DeliveryRefused ways={refused} />
        {error && <FieldError>{error}</FieldError>}
        <Button name="intent" value="save" look="secondary">
          {words.checkout.showDelivery}
        </Button>
      </>
    )
  }
  return (
    <>
      <RadioCards
        key={offers.map((offer) => offer.methodId).join()}
        legend={words.checkout.delivery}
        legendHidden
        name="deliveryMethodId"
        chosen={offers.some((offer) => offer.methodId === chosen) ? chosen : offers[0]?.methodId}
        error={error}
        onChoose={(deliveryMethodId) =>
          addressKnown &&
          void fetcher.submit(
            { intent: 'delivery', deliveryMethodId, formToken },
            { method: 'post', preventScrollReset: true },
          )
        }
        cards={offers.map((offer) => ({
          value: offer.methodId,
          title: offer.name,
          note: (
            // The days in words may differ by a blank between server and browser.
            <span suppressHydrationWarning>
              {[
                offer.pickUp && placeOf(offer.pickUp.address),
                offer.description,
                words.checkout[offer.pickUp ? 'ready' : 'arrives'](arrivalOf(offer, tag)),
              ]
                .filter(Boolean)
                .join(' · ')}
            </span>
          ),
          aside: offer.price.amount === 0 ? words.totals.free : formatMoney(offer.price, tag),
        }))}
      />
      <DeliveryRefused ways={refused} />
    </>
  )
}

/** Where the goods are fetched. */
function placeOf({ name, line1, postalCode, city }: NonNullable<DeliveryOffer['pickUp']>['address']): string {
  return [name, line1, `${postalCode} ${city}`].join(', ')
}
