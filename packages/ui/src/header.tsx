/**
 * The top of every page: name, search, account, cart, and the ways in. On narrow screens the ways in fold
 * into a native disclosure, which needs no script.
 */
import type { ReactNode } from 'react'
import { Container } from './page.tsx'
import { cx } from './cx.ts'
import { Icon } from './icon.tsx'
import { Link } from './link.tsx'
import { Mark } from './mark.tsx'

export type NavLink = { label: string; href: string; current?: boolean }

type Props = {
  name: string
  homeLabel: string
  menuLabel: string
  navLabel: string
  links: NavLink[]
  search: ReactNode
  tools: ReactNode
  /** Below the ways in, where they are folded. */
  choices?: ReactNode
}

export function Header({ name, homeLabel, menuLabel, navLabel, links, search, tools, choices }: Props) {
  return (
    <header className="relative border-b border-line bg-paper">
      <Container className="flex flex-wrap items-center gap-x-2 py-3 sm:gap-x-4 lg:gap-x-8 lg:pt-5 lg:pb-3">
        <details name="menu" className="group order-1 -ms-2 lg:hidden">
          <summary className="grid size-11 place-items-center rounded-control hover:bg-shade">
            <span className="sr-only">{menuLabel}</span>
            <Icon name="menu" className="size-6 group-open:hidden" />
            <Icon name="close" className="hidden size-6 group-open:block" />
          </summary>
          <nav
            aria-label={navLabel}
            className="absolute inset-x-0 top-full z-20 border-y border-line bg-paper px-4 py-3 shadow-float sm:px-6"
          >
            <ul className="grid sm:grid-cols-2">
              {links.map((link) => (
                <li key={link.href}>
                  <Link
                    href={link.href}
                    aria-current={link.current ? 'page' : undefined}
                    className="block rounded-control py-3 text-lg aria-[current]:font-semibold"
                  >
                    {link.label}
                  </Link>
                </li>
              ))}
            </ul>
            {choices}
          </nav>
        </details>
        <Link
          href="/"
          aria-label={homeLabel}
          className="order-2 flex min-h-11 items-center gap-2 rounded-control text-xl font-semibold tracking-tight"
        >
          <Mark className="size-7 shrink-0" />
          <span>{name}</span>
        </Link>
        <div className="order-4 w-full pt-2 md:order-3 md:ms-auto md:w-80 md:pt-0 lg:w-96">{search}</div>
        <div className="order-3 ms-auto flex items-center gap-0.5 md:order-4 md:ms-0">{tools}</div>
      </Container>
      <Container className="hidden lg:block">
        <nav aria-label={navLabel}>
          <ul className="-mx-3 flex flex-wrap">
            {links.map((link) => (
              <li key={link.href}>
                <Link
                  href={link.href}
                  aria-current={link.current ? 'page' : undefined}
                  className={cx(
                    'block border-b-2 px-3 pt-1 pb-2.5 text-sm font-medium transition-colors',
                    link.current
                      ? 'border-accent text-ink'
                      : 'border-transparent text-quiet hover:border-line hover:text-ink',
                  )}
                >
                  {link.label}
                </Link>
              </li>
            ))}
          </ul>
        </nav>
      </Container>
    </header>
  )
}
