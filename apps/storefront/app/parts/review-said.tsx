/** One review: who, when, how many stars, the words and photos, the shop's answer, and what readers make of it. */
import { Badge, DateText, Stars } from '@quayside/ui'
import type { Review } from '../store.ts'
import { ReviewPhotos } from './review-photos.tsx'
import { ReviewVerdict } from './review-verdict.tsx'
import { useWords } from './use-words.ts'

export function ReviewSaid({ review, slug }: { review: Review; slug: string }) {
  const words = useWords().reviews
  const author = review.authorName || words.somebody
  return (
    <li className="py-6 first:pt-4">
      <article>
        <header className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-quiet">
          <Stars
            hundredths={review.stars * 100}
            label={words.rated(review.stars * 100)}
            className="text-base"
          />
          <bdi className="font-semibold text-ink">{author}</bdi>
          <DateText at={review.publishedAt} style="day" />
          {review.verified && <Badge tone="good">{words.verified}</Badge>}
          {review.pinned && <Badge>{words.pinned}</Badge>}
        </header>
        {/* In its own language, which may run the other way. */}
        <div lang={review.locale} dir="auto" className="mt-2 max-w-prose">
          {review.title && <h3 className="font-semibold">{review.title}</h3>}
          <p className="mt-1 break-words whitespace-pre-line text-ink-soft">{review.text}</p>
        </div>
        <ReviewPhotos photos={review.photos} author={author} />
        {review.reply && (
          <div className="mt-4 max-w-prose rounded-panel bg-tint p-4 text-sm">
            <p className="font-semibold">{words.reply}</p>
            <p dir="auto" className="mt-1 break-words whitespace-pre-line text-ink-soft">
              {review.reply.text}
            </p>
          </div>
        )}
        <ReviewVerdict review={review} author={author} slug={slug} />
      </article>
    </li>
  )
}
