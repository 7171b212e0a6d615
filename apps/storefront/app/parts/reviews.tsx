/** What buyers say of a product: the average, how many gave each number of stars, and the reviews. */
import { LinkButton, Notice, Pagination, Stars } from '@quayside/ui'
import { paths } from '../paths.ts'
import type { Reviews as Read } from '../reviews.ts'
import type { Product } from '../store.ts'
import { ReviewOrders } from './review-orders.tsx'
import { ReviewShares } from './review-shares.tsx'
import { ReviewSaid } from './review-said.tsx'
import { useWords } from './use-words.ts'

export function Reviews({ product, reviews }: { product: Product; reviews: Read }) {
  const words = useWords().reviews
  const { rating, slug } = product
  const { items, next, stars, order, after, said } = reviews
  const thanks = said === null ? undefined : (words.thanks as Record<string, string>)[said]
  const kept = { stars, order: order === 'helpful' ? null : order }
  return (
    <section
      id="reviews"
      aria-labelledby="reviews-title"
      className="mt-16 scroll-mt-6 border-t border-line pt-10 lg:mt-24"
    >
      <div className="grid gap-x-16 gap-y-8 lg:grid-cols-[18rem_1fr]">
        <div>
          <h2 id="reviews-title" className="text-xl font-semibold">
            {words.title}
          </h2>
          {rating ? (
            <>
              <p className="mt-4 flex items-center gap-3">
                <span className="text-title font-semibold tabular">
                  {words.average(rating.averageHundredths)}
                </span>
                <span className="flex flex-col items-start gap-0.5">
                  <Stars
                    hundredths={rating.averageHundredths}
                    label={words.rated(rating.averageHundredths)}
                    className="text-lg"
                  />
                  <span className="text-sm text-quiet">{words.count(rating.count)}</span>
                </span>
              </p>
              <ReviewShares slug={slug} rating={rating} chosen={stars} order={kept.order} />
            </>
          ) : (
            <p className="mt-3 text-quiet">{words.none}</p>
          )}
          <p className="mt-6">
            <LinkButton href={paths.writeReview(slug)} look="secondary">
              {words.write}
            </LinkButton>
          </p>
        </div>
        <div className="min-w-0">
          {thanks && (
            <Notice tone="good" className="mb-6">
              {thanks}
            </Notice>
          )}
          {rating && rating.count > 1 && <ReviewOrders slug={slug} reviews={reviews} />}
          {rating && items.length === 0 && <p className="text-quiet">{words.noneSuch}</p>}
          <ul className="divide-y divide-line">
            {items.map((review) => (
              <ReviewSaid key={review.id} review={review} slug={slug} />
            ))}
          </ul>
          <Pagination
            label={words.title}
            first={after ? { label: words.first, href: paths.reviews(slug, kept) } : undefined}
            next={
              next ? { label: words.more, href: paths.reviews(slug, { ...kept, after: next }) } : undefined
            }
          />
        </div>
      </div>
    </section>
  )
}
