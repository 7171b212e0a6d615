/** On to the checkout, or why not yet. */
import { Button, LinkButton, Notice } from '@quayside/ui'
import type { MouseEvent } from 'react'
import { useNavigate } from 'react-router'
import { paths } from '../paths.ts'
import { allAnswered, anyWishes } from '../quantity-wishes.ts'
import type { Cart } from '../store.ts'
import { useWords } from './use-words.ts'

export function CheckoutButton({ cart: { problems } }: { cart: Cart }) {
  const words = useWords().cart
  const navigate = useNavigate()
  const withAllWished = (event: MouseEvent) => {
    if (!anyWishes() || event.metaKey || event.ctrlKey || event.shiftKey) return
    event.preventDefault()
    void allAnswered().then(() => navigate(paths.checkout()))
  }
  if (problems.every(({ kind }) => kind === 'price_changed'))
    return (
      <LinkButton href={paths.checkout()} size="large" wide onClick={withAllWished}>
        {words.checkout}
      </LinkButton>
    )
  return (
    <>
      <Notice tone="warn" className="mb-4">
        {words.solveFirst}
      </Notice>
      <Button size="large" wide disabled>
        {words.checkout}
      </Button>
    </>
  )
}
