/** The provider has not said yet. The page looks again by itself; it may also be closed. */
import { Icon, TextLink } from '@quayside/ui'
import { useState } from 'react'
import { paths } from '../paths.ts'
import type { Order } from '../store.ts'
import { LiveRefresh } from './live-refresh.tsx'
import { useWords } from './use-words.ts'

type Props = { order: Order; payUrl: string | null; slow: boolean }

const LONG = 8 // looks, about ten seconds

export function PaymentWait({ order, payUrl, slow }: Props) {
  const words = useWords().paying
  const [looks, setLooks] = useState(0)
  const long = looks >= LONG
  return (
    <div className="mx-auto max-w-xl text-center">
      <LiveRefresh onLook={setLooks} />
      <span className="mx-auto mb-6 grid size-16 place-items-center rounded-full bg-accent-tint text-accent">
        <Icon name="clock" className="waiting size-8" />
      </span>
      <h1 className="text-title font-semibold">{words.waitTitle}</h1>
      <p className="mt-3 text-quiet" aria-live="polite">
        {slow ? words.waitSlow : long ? words.waitLong : words.waitText}
      </p>
      <p className="mt-8 flex flex-wrap justify-center gap-x-6 gap-y-2">
        {payUrl && (
          <TextLink href={payUrl} outside>
            {words.backToPayment}
          </TextLink>
        )}
        <TextLink href={paths.order(order.id)}>{words.seeOrder}</TextLink>
      </p>
    </div>
  )
}
