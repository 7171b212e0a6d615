/** Real links to the next and the first page of a list that goes by cursor; with script the next one can come below. */
import type { MouseEvent } from 'react'
import { Icon } from './icon.tsx'
import { LinkButton } from './link-button.tsx'

type Props = {
  label: string
  first?: { label: string; href: string } | undefined
  next?:
    | {
        label: string
        href: string
        busy?: boolean
        /** Brings the next page below this one instead of leaving it. */
        more?: (href: string) => void
      }
    | undefined
}

export function Pagination({ label, first, next }: Props) {
  if (!first && !next) return null
  const follow = (event: MouseEvent) => {
    if (!next?.more || event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return
    event.preventDefault()
    if (!next.busy) next.more(next.href)
  }
  return (
    <nav aria-label={label} className="mt-12 flex flex-wrap items-center justify-center gap-3">
      {first && (
        <LinkButton href={first.href} look="quiet">
          <Icon name="chevron-left" className="turns size-4" />
          {first.label}
        </LinkButton>
      )}
      {next && (
        <LinkButton
          href={next.href}
          look="secondary"
          rel="next"
          aria-busy={next.busy || undefined}
          onClick={follow}
        >
          {next.label}
          <Icon name="chevron-down" className="size-4" />
        </LinkButton>
      )}
    </nav>
  )
}
