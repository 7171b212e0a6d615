/** What a line comes to, of a cart or of an order; beside it, what it would without the offers. Tax that is not charged comes off below. */
import { Price } from '@quayside/ui'
import type { Money } from '../store.ts'
import { useWords } from './use-words.ts'

type Props = { of: { total: Money; taxRelief: Money; discount: Money } }

export function LinePrice({ of: { total, taxRelief, discount } }: Props) {
  const words = useWords().list
  const listed = { ...total, amount: total.amount + taxRelief.amount }
  const whole = { ...total, amount: listed.amount + discount.amount }
  return <Price of={listed} was={discount.amount > 0 ? { price: whole, label: words.was } : undefined} />
}
