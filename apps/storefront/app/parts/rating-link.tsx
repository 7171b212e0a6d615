/** What buyers think, beside the name; leads down to what they say. */
import { Link, Stars } from '@quayside/ui'
import { paths } from '../paths.ts'
import type { Product } from '../store.ts'
import { useWords } from './use-words.ts'

export function RatingLink({ slug, rating }: { slug: string; rating: NonNullable<Product['rating']> }) {
  const words = useWords().reviews
  return (
    <p className="mt-2">
      <Link
        href={paths.reviews(slug)}
        className="inline-flex min-h-6 items-center gap-2 rounded-sm text-sm text-quiet underline-offset-4 hover:underline"
      >
        <Stars
          hundredths={rating.averageHundredths}
          label={words.rated(rating.averageHundredths)}
          className="text-base"
        />
        {words.count(rating.count)}
      </Link>
    </p>
  )
}
