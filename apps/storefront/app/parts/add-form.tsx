/** One of a variant into the cart, from wherever it is shown. Without script the cart's page follows. */
import type { FormEvent, ReactNode } from 'react'
import { paths } from '../paths.ts'
import { staying } from './cart-form.tsx'
import { useAdding } from './use-adding.ts'
import { useFrame } from './use-frame.ts'

type Props = {
  product: { slug: string; name: string }
  variantId: string
  onAdded?: () => void
  className?: string
  children: (now: { adding: boolean; added: boolean }) => ReactNode
}

export function AddForm({ product, variantId, onAdded, className, children }: Props) {
  const { formToken } = useFrame()
  const { fetcher, ...now } = useAdding(product, onAdded)
  const stay = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (now.adding) return
    void fetcher.submit(staying(new FormData(event.currentTarget)), { method: 'post', action: paths.cart() })
  }
  return (
    <fetcher.Form method="post" action={paths.cart()} onSubmit={stay} className={className}>
      <input type="hidden" name="formToken" value={formToken} />
      <input type="hidden" name="intent" value="add" />
      <input type="hidden" name="variantId" value={variantId} />
      {children(now)}
    </fetcher.Form>
  )
}
