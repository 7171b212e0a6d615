/** What buyers think, in a line: stars, and how many they are from. */
import { formatNumber } from '@quayside/words'
import { Stars, useLocale } from '@quayside/ui'
import type { ProductCard } from '../store.ts'
import { useWords } from './use-words.ts'

export function CardStars({ rating }: { rating: NonNullable<ProductCard['rating']> }) {
  const words = useWords().reviews
  const { tag } = useLocale()
  return (
    <span className="my-1 flex items-center gap-1.5">
      <Stars
        hundredths={rating.averageHundredths}
        label={words.ratedBy(rating.averageHundredths, rating.count)}
        className="text-[0.8125rem]"
      />
      <span aria-hidden="true">{formatNumber(rating.count, tag)}</span>
    </span>
  )
}
