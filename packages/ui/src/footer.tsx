/** The foot of every page: groups of links, and the small print. */
import type { ReactNode } from 'react'
import { cx } from './cx.ts'
import { Container } from './page.tsx'
import { Link } from './link.tsx'
import { Mark } from './mark.tsx'
import type { NavLink } from './header.tsx'

type Props = {
  name: string
  tagline: string
  groups: { title: string; links: NavLink[] }[]
  /** Beside the shop's name. */
  beside?: ReactNode
  choices: ReactNode
  smallPrint: ReactNode
}

const MANY = 7 // links in a group, from which on it takes two columns

export function Footer({ name, tagline, groups, beside, choices, smallPrint }: Props) {
  return (
    <footer className="border-t border-line bg-tint">
      <Container className="grid grid-cols-2 gap-x-6 gap-y-10 py-12 md:grid-cols-4 lg:grid-cols-6 lg:py-16">
        <div className="col-span-full lg:col-span-2">
          <p className="flex items-center gap-2 text-lg font-semibold tracking-tight">
            <Mark className="size-6" />
            {name}
          </p>
          <p className="mt-3 max-w-xs text-quiet">{tagline}</p>
          {beside}
        </div>
        {groups.map((group) => {
          const wide = group.links.length > MANY
          return (
            <nav key={group.title} aria-label={group.title} className={wide ? 'md:col-span-2' : undefined}>
              <h2 className="text-sm font-semibold">{group.title}</h2>
              <ul className={cx('mt-2', wide && 'md:columns-2 md:gap-x-6')}>
                {group.links.map((link) => (
                  <li key={link.label}>
                    <Link
                      href={link.href ?? '/'}
                      outside={link.outside}
                      className="inline-block rounded-sm py-1.5 text-quiet hover:text-ink hover:underline hover:underline-offset-4"
                    >
                      {link.label}
                    </Link>
                  </li>
                ))}
              </ul>
            </nav>
          )
        })}
      </Container>
      <Container>
        <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-4 border-t border-line py-6 text-sm text-quiet">
          <div>{smallPrint}</div>
          {choices}
        </div>
      </Container>
    </footer>
  )
}
