/** Paid: the number, where the mail went, and what was ordered. */
import { Icon, LinkButton } from '@quayside/ui'
import { paths } from '../paths.ts'
import type { Order } from '../store.ts'
import { KeepOrder } from './keep-order.tsx'
import { OrderLines } from './order-lines.tsx'
import { TotalsList } from './totals-list.tsx'
import { useFrame } from './use-frame.ts'
import { useWords } from './use-words.ts'

export function Thanks({ order, token }: { order: Order; token: string | null }) {
  const words = useWords()
  const { signedIn } = useFrame()
  const firstName = (order.shippingAddress ?? order.billingAddress).name.split(' ')[0] ?? ''
  return (
    <div className="mx-auto max-w-2xl">
      <div className="text-center">
        <span className="mx-auto mb-6 grid size-16 place-items-center rounded-full bg-good-tint text-good">
          <Icon name="check" className="size-8" />
        </span>
        <h1 className="text-title font-semibold">{words.paying.thanksTitle(firstName)}</h1>
        <p className="mt-3 text-quiet">{words.paying.thanksText(order.email)}</p>
        <div className="mt-6 flex flex-wrap justify-center gap-3">
          <LinkButton href={paths.order(order.id, { token })}>{words.paying.seeOrder}</LinkButton>
          <LinkButton href={paths.products()} look="secondary">
            {words.paying.goOn}
          </LinkButton>
        </div>
      </div>
      {!signedIn && <KeepOrder order={order} token={token} />}
      <section className="mt-12 rounded-panel border border-line p-5 sm:p-6">
        <h2 className="mb-1 text-lg font-semibold">
          {order.number ? words.order.title(order.number) : words.order.titlePending}
        </h2>
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
