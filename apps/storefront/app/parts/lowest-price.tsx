/** What has to stand beside a reduction: the lowest price of the 30 days before it. */
import { formatMoney, useLocale } from '@quayside/ui'
import type { Money } from '../store.ts'
import { useWords } from './use-words.ts'

export function LowestPrice({ of, className }: { of: Money | null; className?: string }) {
  const words = useWords().list
  const { tag } = useLocale()
  return of && <span className={className}>{words.lowest(formatMoney(of, tag))}</span>
}
