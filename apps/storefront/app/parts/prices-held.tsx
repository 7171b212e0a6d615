/** Until when the prices in the cart do not rise, where the shop holds them. */
import { DateText, Icon } from '@quayside/ui'
import type { CartLine } from '../store.ts'
import { useWords } from './use-words.ts'

export function PricesHeld({ lines }: { lines: CartLine[] }) {
  const words = useWords().cart
  const first = lines
    .map((line) => line.priceHeldUntil)
    .filter((until) => until !== null)
    .sort()[0]
  return (
    first && (
      <p className="mt-3 flex items-center gap-1.5 text-sm text-quiet">
        <Icon name="clock" className="size-4 shrink-0" />
        <span>
          {words.pricesHeld} <DateText at={first} style="clock" />
        </span>
      </p>
    )
  )
}
