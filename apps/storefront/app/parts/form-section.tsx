/** A titled part of a long form. */
import type { ReactNode } from 'react'

export function FormSection({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="mb-8 border-b border-line pb-8 last-of-type:mb-0 last-of-type:border-0 last-of-type:pb-0">
      <h2 className="mb-4 text-lg font-semibold">{title}</h2>
      <div className="space-y-4">{children}</div>
    </section>
  )
}
