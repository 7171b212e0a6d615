/** Paid: the number, what happens next and when, where it goes, and what was ordered. */
import { DateText, Icon, LinkButton, Timeline, useLocale } from '@quayside/ui'
import { arrivalOfOrder } from '../order-arrival.ts'
import { destinationOf } from '../order-page.ts'
import { paths } from '../paths.ts'
import type { Order } from '../store.ts'
import { AddressText } from './address-text.tsx'
import { KeepOrder } from './keep-order.tsx'
import { OrderDocuments } from './order-documents.tsx'
import { OrderLines } from './order-lines.tsx'
import { stepsOf } from './order-steps.ts'
import { TotalsList } from './totals-list.tsx'
import { useFrame } from './use-frame.ts'
import { useWords } from './use-words.ts'

type Props = { order: Order; token: string | null; addressFormat: string }

export function Thanks({ order, token, addressFormat }: Props) {
  const words = useWords()
  const { signedIn } = useFrame()
  const destination = destinationOf(order)
  const firstName = (order.shippingAddress ?? order.billingAddress).name.split(' ')[0] ?? ''
  return (
    <div className="mx-auto max-w-3xl">
      <div className="text-center">
        <span className="mx-auto mb-6 grid size-16 place-items-center rounded-full bg-good-tint text-good">
          <Icon name="check" className="size-8" />
        </span>
        <h1 className="text-title font-semibold">{words.paying.thanksTitle(firstName)}</h1>
        <p className="mt-3 text-quiet">{words.paying.thanksText(order.email)}</p>
        {order.number && <p className="mt-2 font-medium">{words.order.title(order.number)}</p>}
        <div className="mt-6 flex flex-wrap justify-center gap-3">
          <LinkButton href={paths.order(order.id, { token })}>{words.paying.seeOrder}</LinkButton>
          <LinkButton href={paths.products()} look="secondary">
            {words.paying.goOn}
          </LinkButton>
        </div>
      </div>
      <div className="mt-12 grid gap-8 rounded-panel border border-line p-5 sm:grid-cols-2 sm:p-6">
        <section>
          <h2 className="mb-4 text-lg font-semibold">{words.paying.next}</h2>
          <NextSteps order={order} />
        </section>
        <div className="space-y-5">
          {destination && (
            <section>
              <h2 className="mb-1 text-sm font-semibold">
                {order.pickUp ? words.order.pickUp : words.order.address}
              </h2>
              <AddressText address={destination} format={addressFormat} />
            </section>
          )}
          <OrderDocuments order={order} />
        </div>
      </div>
      {!signedIn && <KeepOrder order={order} token={token} />}
      <section className="mt-10 rounded-panel border border-line p-5 sm:p-6">
        <h2 className="mb-1 text-lg font-semibold">{words.order.lines}</h2>
        <OrderLines lines={order.lines} bundles={order.bundles} deposits={order.deposits} />
        <TotalsList
          totals={order.totals}
          delivery={order.deliveryName ? { name: order.deliveryName } : undefined}
          decision={order.taxDecision}
        />
      </section>
    </div>
  )
}

/** The days that are known, and of the rest what is hoped. */
function NextSteps({ order }: { order: Order }) {
  const words = useWords()
  const { tag } = useLocale()
  const { timeZone } = useFrame()
  const arrival = arrivalOfOrder(order, timeZone, tag)
  const steps = stepsOf(order, words.order)
  return (
    <Timeline
      label={words.paying.next}
      moments={steps.map(({ at, ...step }, index) => ({
        ...step,
        when: at ? (
          <DateText at={at} />
        ) : index === steps.length - 1 && arrival ? (
          <span suppressHydrationWarning>{words.paying.expected(arrival)}</span>
        ) : undefined,
      }))}
    />
  )
}
