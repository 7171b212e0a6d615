/** How many are left, said only as exactly as helps. */
import { cx, Icon } from '@quayside/ui'
import type { Variant } from '../store.ts'
import { canBeBought } from '../variants.ts'
import { later } from './later.tsx'
import { useWords } from './use-words.ts'

/** Few are sold before they are there. */
const PromiseNote = later(() => import('./promise-note.tsx').then((file) => file.PromiseNote))

export function StockNote({ variant }: { variant: Variant | null }) {
  const words = useWords().product
  if (!variant || !canBeBought(variant)) {
    return (
      <p>
        <span className="font-medium text-bad">{words.soldOut}.</span>{' '}
        <span className="text-quiet">{words.soldOutAdvice}</span>
      </p>
    )
  }
  if (variant.promise) return <PromiseNote of={variant.promise} className="font-medium" />
  const few = variant.availability === 'low_stock'
  return (
    <p className={cx('flex items-center gap-1.5 font-medium', few ? 'text-warn' : 'text-good')}>
      <Icon name={few ? 'clock' : 'check'} className="size-5" />
      {few ? words.left(variant.available) : words.inStock}
    </p>
  )
}
