/** What a line comes to, of a cart or of an order; beside it, what it would without the offers. */
import { Price } from '@quayside/ui'
import type { Money } from '../store.ts'
import { useWords } from './use-words.ts'

export function LinePrice({ of: { total, discount } }: { of: { total: Money; discount: Money } }) {
  const words = useWords().list
  const whole = { ...total, amount: total.amount + discount.amount }
  return <Price of={total} was={discount.amount > 0 ? { price: whole, label: words.was } : undefined} />
}
