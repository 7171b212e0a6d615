/**
 * A form of the cart, on its page and in the drawer. With script the visitor stays where they are and nothing is loaded but what changed;
 * without, the cart's page answers.
 */
import type { FormEvent, ReactNode } from 'react'
import { useFetcher, useFetchers } from 'react-router'
import { paths } from '../paths.ts'
import type { CartAnswer } from '../cart-changes.ts'
import { useFrame } from './use-frame.ts'

/** What the last of these forms came to, wherever it stands. */
export const useCartAnswer = () => useFetcher<CartAnswer>({ key: 'cart' })

export function CartForm({ className, children }: { className?: string; children: ReactNode }) {
  const fetcher = useCartAnswer()
  const { formToken } = useFrame()
  const stay = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const { submitter } = event.nativeEvent as SubmitEvent
    const to = { method: 'post', action: paths.cart() } as const
    void fetcher.submit(staying(new FormData(event.currentTarget, submitter)), to)
  }
  return (
    <fetcher.Form method="post" action={paths.cart()} onSubmit={stay} className={className}>
      <input type="hidden" name="formToken" value={formToken} />
      {children}
    </fetcher.Form>
  )
}

/** Said by script: the answer is what it came to, and leads nowhere. */
export function staying(said: FormData): FormData {
  said.set('stay', 'yes')
  return said
}

/** Whether something of the cart is on its way to the server: what is shown is about to change. */
export const useCartBusy = (): boolean =>
  useFetchers().some(({ formAction, formData }) => formData !== undefined && isOfCart(formAction))

const isOfCart = (action: string | undefined) => action?.endsWith(paths.cart()) ?? false
