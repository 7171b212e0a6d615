/** What a piece costs when more are taken. */
import { formatMoney, useLocale } from '@quayside/ui'
import type { Variant } from '../store.ts'
import { MeasurePrice } from './measure-price.tsx'
import { useWords } from './use-words.ts'

export function Tiers({ of: tiers }: { of: Variant['tiers'] }) {
  const words = useWords().product
  const { tag } = useLocale()
  if (tiers.length === 0) return null
  return (
    <div className="mt-4 rounded-control bg-shade px-4 py-3 text-sm">
      <h2 className="font-medium">{words.tiers}</h2>
      <ul className="mt-1 space-y-0.5 text-quiet">
        {tiers.map(({ minQuantity, price, measurePrice }) => (
          <li key={minQuantity} className="tabular flex justify-between gap-4">
            <span>{words.tierFrom(minQuantity)}</span>
            <span className="text-end">
              <span className="font-medium text-ink">{words.tierEach(formatMoney(price, tag))}</span>
              <MeasurePrice of={measurePrice} className="block" />
            </span>
          </li>
        ))}
      </ul>
    </div>
  )
}
