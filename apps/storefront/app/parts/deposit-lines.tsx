/** What is asked for the bottles of a line, of a cart or of an order: small lines below it. */
import { Price } from '@quayside/ui'
import type { CartDeposit, OrderDeposit } from '../store.ts'
import { useWords } from './use-words.ts'

type Deposit = Pick<CartDeposit | OrderDeposit, 'lineId' | 'name' | 'quantity' | 'total'>

export function DepositLines({ of, lineId }: { of: readonly Deposit[]; lineId: string }) {
  const words = useWords().checkout
  const own = of.filter((deposit) => deposit.lineId === lineId)
  if (own.length === 0) return null
  return (
    <ul className="text-sm text-quiet">
      {own.map(({ name, quantity, total }) => (
        <li key={name} className="flex justify-between gap-4">
          <span>{words.times(quantity, name)}</span>
          <Price of={total} />
        </li>
      ))}
    </ul>
  )
}
