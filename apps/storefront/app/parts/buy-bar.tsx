/** On a phone the button to buy comes along, once the one of the page is out of sight. It sends the page's own form. */
import { Button, Price, cx } from '@quayside/ui'
import { useEffect, useState, type RefObject } from 'react'
import type { Product, Variant } from '../store.ts'
import { useWords } from './use-words.ts'

type Props = {
  product: Product
  variant: Variant
  form: string
  busy: boolean
  beyond: RefObject<HTMLElement | null>
}

export function BuyBar({ product, variant, form, busy, beyond }: Props) {
  const words = useWords().product
  const [shown, show] = useState(false)
  useEffect(() => {
    const watched = beyond.current
    if (!watched) return
    // All that is below counts as seen, so that a jump past it is noticed too.
    const observer = new IntersectionObserver(([entry]) => show(!entry!.isIntersecting), {
      rootMargin: '0px 0px 1000000px 0px',
    })
    observer.observe(watched)
    return () => observer.disconnect()
  }, [beyond])
  return (
    <div
      inert={!shown}
      data-over-page
      className={cx(
        'fixed inset-x-0 bottom-0 z-20 flex items-center gap-4 border-t border-line bg-paper px-4 pt-3 pb-[calc(0.75rem+env(safe-area-inset-bottom))] transition-transform md:hidden',
        !shown && 'translate-y-full',
      )}
    >
      <p className="min-w-0 grow leading-tight">
        <span className="block truncate text-sm text-quiet">{product.name}</span>
        {variant.price && <Price of={variant.price} className="font-semibold" />}
      </p>
      <Button form={form} busy={busy}>
        {busy ? words.adding : words.add}
      </Button>
    </div>
  )
}
