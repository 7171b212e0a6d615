/** One line of the cart, with what is wrong with it and how to mend it. */
import { Button, formatMoney, Link, Notice, Picture, Price, useLocale } from '@quayside/ui'
import { refusedIn } from '../cart-changes.ts'
import { wholeNumber, type Refused } from '../form.ts'
import { paths } from '../paths.ts'
import { nearest } from '../quantities.ts'
import type { CartDeposit, CartLine as Line, CartProblem } from '../store.ts'
import { CartForm, useCartAnswer } from './cart-form.tsx'
import { CartQuantity, useQuantityAnswer } from './cart-quantity.tsx'
import { Choices } from './choices.tsx'
import { DepositLines } from './deposit-lines.tsx'
import { LinePrice } from './line-price.tsx'
import { LowestPrice } from './lowest-price.tsx'
import { MeasurePrice } from './measure-price.tsx'
import { OwnFacts } from './own-facts.tsx'
import { ProblemOf } from './problem-of.tsx'
import { PromiseNote } from './promise-note.tsx'
import { useWords } from './use-words.ts'

type Props = {
  line: Line
  /** Of the cart. */
  version: number
  problems: CartProblem[]
  /** Of the cart. */
  deposits: CartDeposit[]
  /** What the page was refused, if it was about this line. */
  refused: Refused | null
}

/** More than the `available`, or a quantity that is not sold. */
type Wish = { available: number; wrong?: never } | { wrong: number; available?: never }

export function CartLine({ line, version, problems, deposits, refused: ofPage }: Props) {
  const words = useWords()
  const { formData } = useCartAnswer()
  const own = useQuantityAnswer(line.id)
  const refused = refusedIn(own.data) ?? (ofPage?.typed['lineId'] === line.id ? ofPage : null)
  const wish = wishIn(refused)
  const busy = own.state !== 'idle' || formData?.get('lineId') === line.id
  // It is gone at once; should the store refuse, it comes back.
  if (busy && formData?.get('intent') === 'remove') return null
  return (
    <li aria-busy={busy} className="py-5 transition-opacity aria-busy:opacity-60 aria-busy:delay-150">
      <div className="grid grid-cols-[5rem_1fr] gap-x-4 sm:grid-cols-[6.5rem_1fr] sm:gap-x-5">
        <Link
          href={paths.product(line.slug, { variant: line.sku })}
          tabIndex={-1}
          aria-hidden="true"
          className="self-start overflow-clip rounded-control"
        >
          <Picture of={line.picture} decorative sizes="6.5rem" className="aspect-4/5 w-full" />
        </Link>
        <div className="flex min-w-0 flex-col gap-3">
          <div className="flex items-start justify-between gap-4">
            <div className="min-w-0">
              <h2 className="font-medium">
                <Link
                  href={paths.product(line.slug, { variant: line.sku })}
                  className="rounded-sm hover:underline hover:underline-offset-4"
                >
                  <bdi>{line.name}</bdi>
                </Link>
              </h2>
              <Choices of={line.choices} />
              <OwnFacts of={line.ownFields} />
              {line.promise && <PromiseNote of={line.promise} whole={line.quantity} className="text-sm" />}
              <MeasurePrice of={line.measurePrice} className="block text-sm text-quiet" />
              {line.quantity > 1 && (
                <p className="text-sm text-quiet">
                  <Price
                    of={line.unitPrice}
                    was={line.compareAt ? { price: line.compareAt, label: words.list.was } : undefined}
                  />{' '}
                  {words.cart.each}
                  <LowestPrice of={line.lowestIn30Days} className="block" />
                </p>
              )}
            </div>
            <p className="shrink-0 font-medium">
              <LinePrice of={line} />
            </p>
          </div>
          <DepositLines of={deposits} lineId={line.id} />
          <div className="flex flex-wrap items-center justify-between gap-2">
            <CartQuantity
              of={{ field: 'lineId', id: line.id }}
              name={line.name}
              value={line.quantity}
              version={version}
              rule={line.quantityRule}
              available={line.available}
            />
            <CartForm className="flex flex-wrap items-center">
              <input type="hidden" name="lineId" value={line.id} />
              <Button
                name="intent"
                value="setAside"
                look="quiet"
                size="small"
                aria-label={words.lists.setAsideOf(line.name)}
                className="text-quiet"
              >
                {words.lists.setAside}
              </Button>
              <Button
                name="intent"
                value="remove"
                look="quiet"
                size="small"
                aria-label={words.cart.removeOf(line.name)}
                className="-me-3 text-quiet"
              >
                {words.cart.remove}
              </Button>
            </CartForm>
          </div>
          {refused && !wish && <ProblemOf problem={refused.problem} className="mt-1" />}
          {wish?.available !== undefined && <TakeFewer line={line} available={wish.available} />}
          {wish?.wrong !== undefined && <TakeAnother line={line} wish={wish.wrong} />}
          {problems.map((problem) => (
            <LineProblem key={problem.kind} problem={problem} line={line} />
          ))}
        </div>
      </div>
    </li>
  )
}

/** Another quantity was asked for than one may have. */
function wishIn(refused: Refused | null): Wish | null {
  const { problem, typed } = refused ?? {}
  const available = problem?.details['available']
  if (problem?.code === 'cart.out_of_stock' && typeof available === 'number') return { available }
  return problem?.code === 'cart.wrong_quantity'
    ? { wrong: wholeNumber(typed?.['quantity'] ?? '') ?? 0 }
    : null
}

function LineProblem({ problem, line }: { problem: CartProblem; line: Line }) {
  const { cart: words, lists } = useWords()
  const { tag } = useLocale()
  if (problem.kind === 'price_changed' && problem.was && problem.is) {
    return <Notice>{words.priceChanged(formatMoney(problem.was, tag), formatMoney(problem.is, tag))}</Notice>
  }
  if (problem.kind === 'less_left' && problem.available) {
    return <TakeFewer line={line} available={problem.available} />
  }
  if (problem.kind === 'wrong_quantity') return <TakeAnother line={line} wish={line.quantity} />
  return (
    <Notice
      tone="warn"
      action={
        <CartForm className="flex flex-wrap gap-2">
          <input type="hidden" name="lineId" value={line.id} />
          <Button name="intent" value="setAside" look="quiet" size="small">
            {lists.setAside}
          </Button>
          <Button name="intent" value="remove" look="secondary" size="small">
            {words.remove}
          </Button>
        </CartForm>
      }
    >
      {problem.kind === 'not_for_sale' ? words.notForSale : words.outOfStock}
    </Notice>
  )
}

function TakeFewer({ line, available }: { line: Line; available: number }) {
  const words = useWords().cart
  return (
    <Take line={line} quantity={nearest(line.quantityRule, available, available)}>
      {words.onlyLeft(available)}
    </Take>
  )
}

function TakeAnother({ line, wish }: { line: Line; wish: number }) {
  const words = useWords().cart
  return (
    <Take line={line} quantity={nearest(line.quantityRule, wish, line.available)}>
      {words.limits(line.quantityRule)}
    </Take>
  )
}

/** What is wrong, and the quantity that would be right. */
function Take({ line, quantity, children }: { line: Line; quantity: number; children: string }) {
  const words = useWords().cart
  return (
    <Notice
      tone="warn"
      action={
        quantity > 0 && (
          <CartForm>
            <input type="hidden" name="intent" value="set" />
            <input type="hidden" name="lineId" value={line.id} />
            <Button name="quantity" value={quantity} look="secondary" size="small">
              {words.take(quantity)}
            </Button>
          </CartForm>
        )
      }
    >
      {children}
    </Notice>
  )
}
