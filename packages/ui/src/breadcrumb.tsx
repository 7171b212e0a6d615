/** The way back up. The last crumb is the page itself. */
import { Icon } from './icon.tsx'
import { Link } from './link.tsx'

export type Crumb = { label: string; href?: string }

export function Breadcrumb({ label, crumbs }: { label: string; crumbs: Crumb[] }) {
  return (
    <nav aria-label={label} className="text-sm">
      <ol className="flex flex-wrap items-center gap-x-1.5 gap-y-1">
        {crumbs.map((crumb, index) => (
          <li key={crumb.href ?? crumb.label} className="flex min-w-0 items-center gap-1.5">
            {index > 0 && <Icon name="chevron-right" className="turns size-3.5 shrink-0 text-edge" />}
            {crumb.href ? (
              <Link
                href={crumb.href}
                className="inline-block rounded-sm py-1 text-quiet hover:text-ink hover:underline hover:underline-offset-4"
              >
                {crumb.label}
              </Link>
            ) : (
              <span aria-current="page" className="py-1">
                {crumb.label}
              </span>
            )}
          </li>
        ))}
      </ol>
    </nav>
  )
}
