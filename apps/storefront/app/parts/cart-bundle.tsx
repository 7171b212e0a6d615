/** A bundle in the cart: one price and one quantity, and what is in it below. */
import { Button, Link, Notice, Picture, Price } from '@quayside/ui'
import { refusedIn } from '../cart-changes.ts'
import { paths } from '../paths.ts'
import type { CartBundle as Bundle, CartDeposit, CartLine, CartProblem } from '../store.ts'
import { CartForm, useCartAnswer } from './cart-form.tsx'
import { CartQuantity, useQuantityAnswer } from './cart-quantity.tsx'
import { Choices } from './choices.tsx'
import { DepositLines } from './deposit-lines.tsx'
import { OwnFacts } from './own-facts.tsx'
import { ProblemOf } from './problem-of.tsx'
import { useWords } from './use-words.ts'

type Props = {
  bundle: Bundle
  /** Its parts. */
  lines: CartLine[]
  /** Of the cart. */
  version: number
  problems: CartProblem[]
  /** Of the cart. */
  deposits: CartDeposit[]
}

export function CartBundle({ bundle, lines, version, problems, deposits }: Props) {
  const words = useWords()
  const { formData } = useCartAnswer()
  const own = useQuantityAnswer(bundle.id)
  const busy = own.state !== 'idle' || formData?.get('bundleId') === bundle.id
  const { amount } = bundle.separately
  return (
    <li aria-busy={busy} className="py-5 transition-opacity aria-busy:opacity-60 aria-busy:delay-150">
      <div className="flex items-start justify-between gap-4">
        <h2 className="min-w-0 font-medium">
          <Link
            href={paths.product(bundle.slug, { variant: bundle.sku })}
            className="rounded-sm hover:underline hover:underline-offset-4"
          >
            {bundle.name}
          </Link>
        </h2>
        <p className="shrink-0 font-medium">
          <Price
            of={bundle.total}
            was={
              amount > bundle.total.amount
                ? { price: bundle.separately, label: words.bundle.separately }
                : undefined
            }
          />
        </p>
      </div>
      <OwnFacts of={bundle.ownFields} />
      <ul aria-label={words.bundle.inside} className="mt-3 space-y-3 border-s-2 border-line ps-4">
        {lines.map((line) => (
          <li key={line.id} className="flex gap-3">
            <span className="w-12 shrink-0 self-start overflow-clip rounded-control">
              <Picture of={line.picture} decorative sizes="3rem" className="aspect-4/5 w-full" />
            </span>
            <div className="min-w-0 flex-1">
              <p>{words.checkout.times(line.quantity, line.name)}</p>
              <Choices of={line.choices} />
              <OwnFacts of={line.ownFields} />
              <DepositLines of={deposits} lineId={line.id} />
              {problems
                .filter((problem) => problem.lineId === line.id)
                .map((problem) => (
                  <Notice key={problem.kind} tone="warn" className="mt-2">
                    {problem.message}
                  </Notice>
                ))}
            </div>
          </li>
        ))}
      </ul>
      <ProblemOf problem={refusedIn(own.data)?.problem} className="mt-3" />
      <div className="mt-3 flex flex-wrap items-center justify-between gap-2">
        <CartQuantity
          of={{ field: 'bundleId', id: bundle.id }}
          name={bundle.name}
          value={bundle.quantity}
          version={version}
          rule={{ minimum: 1, maximum: null, step: 1 }}
          available={mostOf(bundle, lines)}
        />
        <CartForm>
          <input type="hidden" name="bundleId" value={bundle.id} />
          <Button
            name="intent"
            value="removeBundle"
            look="quiet"
            size="small"
            aria-label={words.cart.removeOf(bundle.name)}
            className="-me-3 text-quiet"
          >
            {words.cart.remove}
          </Button>
        </CartForm>
      </div>
    </li>
  )
}

/** As many as its scarcest part allows. */
function mostOf({ quantity }: Bundle, lines: CartLine[]): number {
  return Math.min(...lines.map((line) => Math.floor(line.available / (line.quantity / quantity))))
}
