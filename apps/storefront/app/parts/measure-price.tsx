/** What a kilogram, litre or metre of it costs; nothing for what is sold by the piece. */
import { formatMoney, useLocale } from '@quayside/ui'
import type { MeasurePrice as Told } from '../store.ts'
import { useWords } from './use-words.ts'

export function MeasurePrice({ of, className }: { of: Told | null; className?: string }) {
  const words = useWords().measure
  const { tag } = useLocale()
  return of && <span className={className}>{words.per(formatMoney(of.price, tag), of.amount, of.unit)}</span>
}
