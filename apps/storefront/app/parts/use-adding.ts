/** Puts something in the cart without leaving the page, and says what came of it. */
import { useEffect, useRef } from 'react'
import { useFetcher } from 'react-router'
import { refusedIn, type CartAnswer } from '../cart-changes.ts'
import { paths } from '../paths.ts'
import { say } from './toast.tsx'
import { useWords } from './use-words.ts'

type Named = { slug: string; name: string }

export function useAdding({ slug, name }: Named, onAdded?: () => void) {
  const { basket, product } = useWords()
  const fetcher = useFetcher<CartAnswer>()
  const { data, state } = fetcher
  const told = useRef(data)
  useEffect(() => {
    if (state !== 'idle' || !data || told.current === data) return
    told.current = data
    const refused = refusedIn(data)
    if (refused) {
      const link = { label: basket.onItsPage, href: paths.product(slug) }
      say({ tone: 'bad', text: refused.problem.errors?.[0]?.message ?? refused.problem.detail ?? '', link })
    } else {
      say({
        tone: 'good',
        text: product.added(name),
        link: { label: basket.seeCart, href: paths.cart() },
      })
      onAdded?.()
    }
  })
  return { fetcher, adding: state !== 'idle', added: state === 'idle' && !!data && !refusedIn(data) }
}
