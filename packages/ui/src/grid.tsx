/** Products side by side: two on a phone, three or four where there is room. */
import type { ReactNode } from 'react'
import { cx } from './cx.ts'

type Props = {
  label?: string
  /** Something stands beside it. */
  beside?: boolean
  children: ReactNode
}

export function Grid({ label, beside = false, children }: Props) {
  return (
    <ul
      aria-label={label}
      className={cx(
        'grid grid-cols-2 gap-x-4 gap-y-8 sm:gap-x-5 md:grid-cols-3 lg:gap-x-6 lg:gap-y-10',
        beside ? 'xl:grid-cols-3' : 'lg:grid-cols-4',
      )}
    >
      {children}
    </ul>
  )
}
