/** One state of one component, with its name above. */
import type { ReactNode } from 'react'

export function Specimen({ of, wide, children }: { of: string; wide?: boolean; children: ReactNode }) {
  return (
    <div className={wide ? 'sm:col-span-2 lg:col-span-3' : undefined}>
      <p className="mb-2 font-mono text-xs text-quiet">{of}</p>
      {children}
    </div>
  )
}

export function Specimens({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="border-t border-line py-10">
      <h2 className="mb-6 text-xl font-semibold">{title}</h2>
      <div className="grid gap-8 sm:grid-cols-2 lg:grid-cols-3">{children}</div>
    </section>
  )
}
