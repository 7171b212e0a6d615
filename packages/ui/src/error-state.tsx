/** A page that could not be shown: what happened, what to do, and the number to quote. */
import type { ReactNode } from 'react'

type Props = {
  status: string
  title: string
  heading?: 'h1' | 'h3'
  reference?: { label: string; id: string } | undefined
  action?: ReactNode
  children?: ReactNode
}

export function ErrorState({ status, title, heading: Heading = 'h1', reference, action, children }: Props) {
  return (
    <div className="mx-auto max-w-xl py-16 sm:py-28">
      <p className="font-semibold text-accent tabular">{status}</p>
      <Heading className="mt-2 text-display font-semibold">{title}</Heading>
      {children && <div className="mt-4 text-lg text-quiet">{children}</div>}
      {action && <div className="mt-8 flex flex-wrap gap-3">{action}</div>}
      {reference && (
        <p className="mt-10 border-t border-line pt-4 text-sm text-quiet">
          {reference.label} <code className="break-all text-ink select-all">{reference.id}</code>
        </p>
      )}
    </div>
  )
}
