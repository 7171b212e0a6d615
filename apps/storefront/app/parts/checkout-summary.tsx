/** What is being ordered. On a phone the lines fold away, the total never does. */
import { LinePrice } from './line-price.tsx'
import { Icon, Link, Picture, Price } from '@quayside/ui'
import { paths } from '../paths.ts'
import type { Cart } from '../store.ts'
import { Choices } from './choices.tsx'
import { DepositLines } from './deposit-lines.tsx'
import type { Refused } from '../form.ts'
import { Codes, isOfCode } from './codes.tsx'
import { PartOf } from './part-of.tsx'
import { TotalsList } from './totals-list.tsx'
import { useWords } from './use-words.ts'

type Props = { cart: Cart; refused: Refused | null }

export function CheckoutSummary({ cart, refused }: Props) {
  const words = useWords().checkout
  return (
    <section aria-label={words.order} className="rounded-panel border border-line bg-tint">
      <details className="group lg:hidden" open={isOfCode(refused)}>
        <summary className="flex items-center justify-between gap-3 rounded-panel p-4 font-semibold">
          <span className="flex items-center gap-2">
            {words.order}
            <Icon
              name="chevron-down"
              className="size-5 text-quiet transition-transform group-open:rotate-180"
            />
          </span>
          <Price of={cart.totals.total} />
        </summary>
        <div className="px-4 pb-5">
          <Lines cart={cart} refused={refused} />
        </div>
      </details>
      <div className="hidden p-6 lg:block">
        <div className="mb-4 flex items-baseline justify-between gap-3">
          <h2 className="text-lg font-semibold">{words.order}</h2>
          <Link href={paths.cart()} className="rounded-sm py-1 text-sm underline underline-offset-4">
            {words.edit}
          </Link>
        </div>
        <Lines cart={cart} refused={refused} />
      </div>
    </section>
  )
}

function Lines({ cart, refused }: Props) {
  const words = useWords().checkout
  return (
    <>
      <ul className="mb-5 space-y-4 border-b border-line pb-5">
        {cart.lines.map((line) => (
          <li key={line.id} className="flex gap-3">
            <span className="w-14 shrink-0 overflow-clip rounded-control">
              <Picture of={line.picture} decorative sizes="3.5rem" className="aspect-4/5 w-full" />
            </span>
            <div className="min-w-0 flex-1">
              <p className="font-medium">
                <bdi>{words.times(line.quantity, line.name)}</bdi>
              </p>
              <Choices of={line.choices} />
              <PartOf line={line} bundles={cart.bundles} />
              <DepositLines of={cart.deposits} lineId={line.id} />
            </div>
            <p>
              <LinePrice of={line} />
            </p>
          </li>
        ))}
      </ul>
      <TotalsList
        totals={cart.totals}
        delivery={cart.needsDelivery ? cart.delivery : undefined}
        decision={cart.taxDecision}
      />
      <Codes codes={cart.codes} refused={refused} />
    </>
  )
}
