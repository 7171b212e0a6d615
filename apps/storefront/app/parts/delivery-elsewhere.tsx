/** What delivery costs where the visitor is, asked by a form that is also an address. */
import { Button, Disclosure, formatMoney, Input, Select, useLocale } from '@quayside/ui'
import type { DeliveryOffer } from '../store.ts'
import type { Asked } from '../delivery-asked.ts'
import { paths } from '../paths.ts'
import { arrivalOf } from './arrival.ts'
import { Form } from './form.tsx'
import { useWords } from './use-words.ts'

type Props = {
  asked: Asked | null
  countries: { code: string; name: string }[]
  /** What is offered where it was asked about, or where the cart goes. */
  offers: DeliveryOffer[]
  country: string | null
}

export function DeliveryElsewhere({ asked, countries, offers, country }: Props) {
  const { basket: words, checkout } = useWords()
  const chosen = asked?.country ?? country ?? undefined
  return (
    <div className="mt-4 border-t border-line [&>details]:border-b-0">
      <Disclosure title={words.elsewhere} open={asked !== null}>
        <Form action={paths.cart()} preventScrollReset className="flex flex-wrap items-end gap-2">
          <label className="min-w-0 flex-1 basis-40 text-sm">
            <span className="mb-1 block font-semibold">{checkout.country}</span>
            <Select name="country" defaultValue={chosen} key={chosen}>
              {countries.map(({ code, name }) => (
                <option key={code} value={code}>
                  {name}
                </option>
              ))}
            </Select>
          </label>
          <label className="min-w-0 flex-1 basis-28 text-sm">
            <span className="mb-1 block font-semibold">{words.postalCode}</span>
            <Input
              name="postalCode"
              defaultValue={asked?.postalCode ?? ''}
              maxLength={20}
              autoComplete="postal-code"
              placeholder={words.optional}
            />
          </label>
          <Button look="secondary">{words.estimate}</Button>
        </Form>
        {asked && <Offers asked={asked} offers={offers} />}
      </Disclosure>
    </div>
  )
}

function Offers({ asked: { country }, offers }: { asked: Asked; offers: DeliveryOffer[] }) {
  const words = useWords().basket
  const { tag } = useLocale()
  const named = new Intl.DisplayNames([tag], { type: 'region' }).of(country) ?? country
  return (
    <div role="status" className="mt-3 text-sm">
      {offers.length === 0 ? (
        <p>{words.notThere(named)}</p>
      ) : (
        <ul className="space-y-1">
          {offers.map((offer) => {
            const price = offer.price.amount === 0 ? null : formatMoney(offer.price, tag)
            const said = offer.pickUp ? words.fetchAt : words.wayTo
            return (
              // The days in words may differ by a blank between server and browser.
              <li key={offer.methodId} suppressHydrationWarning>
                {said(offer.name, price, arrivalOf(offer, tag))}
              </li>
            )
          })}
        </ul>
      )}
    </div>
  )
}
