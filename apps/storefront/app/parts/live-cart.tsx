/** Follows the visitor's cart, which they may also change in another tab or on another device, and says what it comes to. */
import { formatMoney, useLocale } from '@quayside/ui'
import { useState } from 'react'
import { paths } from '../paths.ts'
import type { Cart } from '../store.ts'
import { useFollowing } from './use-following.ts'
import { useWords } from './use-words.ts'

export function LiveCart({ cart }: { cart: Cart }) {
  const words = useWords().basket
  const { tag } = useLocale()
  const [first] = useState(cart.version)
  useFollowing(paths.cartEvents(cart.id), (told: Cart) => told.version !== cart.version)
  return (
    <p role="status" className="sr-only">
      {cart.version !== first && words.now(cart.itemCount, formatMoney(cart.totals.total, tag))}
    </p>
  )
}
