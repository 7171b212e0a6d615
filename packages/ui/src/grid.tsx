/** Products side by side: two on a phone, three or four where there is room. */
import type { ReactNode } from 'react'

export function Grid({ label, children }: { label?: string; children: ReactNode }) {
  return (
    <ul
      aria-label={label}
      className="grid grid-cols-2 gap-x-4 gap-y-8 sm:gap-x-5 md:grid-cols-3 lg:grid-cols-4 lg:gap-x-6 lg:gap-y-10"
    >
      {children}
    </ul>
  )
}
