/** In which order reviews come: a link each, so that no script is needed. */
import { Link, cx } from '@quayside/ui'
import { paths } from '../paths.ts'
import { reviewOrders, type Reviews } from '../reviews.ts'
import { useWords } from './use-words.ts'

export function ReviewOrders({ slug, reviews: { order, stars } }: { slug: string; reviews: Reviews }) {
  const words = useWords().reviews
  return (
    <nav aria-label={words.sort} className="mb-2 flex flex-wrap gap-2">
      {reviewOrders.map((each) => (
        <Link
          key={each}
          href={paths.reviews(slug, { stars, order: each === 'helpful' ? null : each })}
          keepScroll
          aria-current={each === order ? 'true' : undefined}
          className={cx(
            'flex min-h-9 items-center rounded-control border px-3 text-sm transition-colors',
            each === order ? 'border-accent bg-accent-tint font-semibold' : 'border-line hover:border-ink',
          )}
        >
          {words.sorts[each]}
        </Link>
      ))}
    </nav>
  )
}
