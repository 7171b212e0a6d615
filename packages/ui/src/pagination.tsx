/** Real links to the next and the first page of a list that goes by cursor. */
import { Icon } from './icon.tsx'
import { LinkButton } from './link-button.tsx'

type Props = {
  label: string
  first?: { label: string; href: string } | undefined
  next?: { label: string; href: string } | undefined
}

export function Pagination({ label, first, next }: Props) {
  if (!first && !next) return null
  return (
    <nav aria-label={label} className="mt-12 flex flex-wrap items-center justify-center gap-3">
      {first && (
        <LinkButton href={first.href} look="quiet">
          <Icon name="chevron-left" className="turns size-4" />
          {first.label}
        </LinkButton>
      )}
      {next && (
        <LinkButton href={next.href} look="secondary" rel="next">
          {next.label}
          <Icon name="chevron-right" className="turns size-4" />
        </LinkButton>
      )}
    </nav>
  )
}
