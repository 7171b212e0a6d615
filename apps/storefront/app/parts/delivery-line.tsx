/** When it would be there and for how much, before anything is in the cart. */
import { countryName } from '@quayside/words'
import { formatMoney, Icon, useLocale } from '@quayside/ui'
import type { DeliveryEstimate } from '../store.ts'
import { arrivalOf } from './arrival.ts'
import { useWords } from './use-words.ts'

type Props = { estimates: DeliveryEstimate[]; country: string }

export function DeliveryLines({ estimates, country }: Props) {
  const words = useWords().product
  const { tag } = useLocale()
  const brought = cheapest(estimates.filter(({ pickUp }) => pickUp === null))
  const fetched = cheapest(estimates.filter(({ pickUp }) => pickUp !== null))
  const cost = ({ price }: DeliveryEstimate) => (price.amount === 0 ? null : formatMoney(price, tag))
  const where = countryName(country, tag)
  return (
    <>
      {brought && (
        // The days in words may differ by a blank between server and browser.
        <li className="flex gap-2.5" suppressHydrationWarning>
          <Icon name="truck" className="turns size-5 shrink-0" />
          <span suppressHydrationWarning>
            {words.delivered(arrivalOf(brought, tag), cost(brought), where)}
          </span>
        </li>
      )}
      {fetched && (
        <li className="flex gap-2.5">
          <Icon name="bag" className="size-5 shrink-0" />
          <span suppressHydrationWarning>{words.pickedUp(fetched.name, arrivalOf(fetched, tag))}</span>
        </li>
      )}
    </>
  )
}

const cheapest = (estimates: DeliveryEstimate[]): DeliveryEstimate | undefined =>
  estimates.toSorted((a, b) => a.price.amount - b.price.amount)[0]
