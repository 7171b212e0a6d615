/** What an order consists of, as it was when it was placed. */
import { Link, Picture, TextLink } from '@quayside/ui'
import { paths } from '../paths.ts'
import type { OrderBundle, OrderDeposit, OrderLine } from '../store.ts'
import { Choices } from './choices.tsx'
import { DepositLines } from './deposit-lines.tsx'
import { LinePrice } from './line-price.tsx'
import { PartOf } from './part-of.tsx'
import { PromiseNote } from './promise-note.tsx'
import { useWords } from './use-words.ts'

type Props = {
  lines: OrderLine[]
  bundles: OrderBundle[]
  deposits: OrderDeposit[]
  /** What the buyer of these may judge them with; null: not yet. */
  judge?: { order: string; token: string | null } | null
}

export function OrderLines({ lines, bundles, deposits, judge = null }: Props) {
  const { checkout: words, reviews } = useWords()
  return (
    <ul className="mb-5 divide-y divide-line border-b border-line">
      {lines.map((line) => (
        <li key={line.id} className="flex gap-4 py-4">
          <span className="w-16 shrink-0 self-start overflow-clip rounded-control">
            <Picture of={line.picture} decorative sizes="4rem" className="aspect-4/5 w-full" />
          </span>
          <div className="min-w-0 flex-1">
            <p className="font-medium">
              <Link
                href={paths.product(line.slug, { variant: line.sku })}
                className="rounded-sm hover:underline hover:underline-offset-4"
              >
                <bdi>{words.times(line.quantity, line.name)}</bdi>
              </Link>
            </p>
            <Choices of={line.choices} />
            <PartOf line={line} bundles={bundles} />
            {line.promise && <PromiseNote of={line.promise} whole={line.quantity} className="text-sm" />}
            {line.quantityWaiting > 0 && (
              <p className="text-sm text-quiet">{words.waiting(line.quantityWaiting, line.quantity)}</p>
            )}
            <p className="text-sm text-quiet">{line.sku}</p>
            <DepositLines of={deposits} lineId={line.id} />
            {judge && (
              <p className="mt-1 text-sm">
                <TextLink href={paths.writeReview(line.slug, judge)}>{reviews.write}</TextLink>
              </p>
            )}
          </div>
          <p className="shrink-0 font-medium">
            <LinePrice of={line} />
          </p>
        </li>
      ))}
    </ul>
  )
}
