/** How many gave each number of stars; each row leads to just those reviews, the chosen one back to all. */
import { formatNumber } from '@quayside/words'
import { Link, ShareBar, TextLink, cx, useLocale } from '@quayside/ui'
import { paths } from '../paths.ts'
import type { Product } from '../store.ts'
import { useWords } from './use-words.ts'

type Props = {
  slug: string
  rating: NonNullable<Product['rating']>
  chosen: number | null
  order: string | null
}

export function ReviewShares({ slug, rating, chosen, order }: Props) {
  const words = useWords().reviews
  const { tag } = useLocale()
  return (
    <>
      <ul className="mt-4 -mx-2">
        {[5, 4, 3, 2, 1].map((stars) => {
          const count = rating.stars[stars - 1]!
          return (
            <li key={stars}>
              <Link
                href={paths.reviews(slug, { stars, order })}
                keepScroll
                aria-current={chosen === stars ? 'true' : undefined}
                className={cx(
                  'grid min-h-9 grid-cols-[4.5rem_1fr_2.5rem] items-center gap-3 rounded-control px-2 text-sm hover:bg-tint',
                  chosen === stars && 'bg-accent-tint font-semibold',
                )}
              >
                <span className="sr-only">{words.only(stars, count)}</span>
                <span aria-hidden="true">{words.stars(stars)}</span>
                <ShareBar part={count} whole={rating.count} />
                <span aria-hidden="true" className="text-end text-quiet tabular">
                  {formatNumber(count, tag)}
                </span>
              </Link>
            </li>
          )
        })}
      </ul>
      {chosen !== null && (
        <p className="mt-2 text-sm">
          <TextLink href={paths.reviews(slug, { order })} keepScroll>
            {words.all}
          </TextLink>
        </p>
      )}
    </>
  )
}
