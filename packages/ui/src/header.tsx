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

export type NavLink = {
  label: string
  /** None: it only heads its links. */
  href?: string
  current?: boolean
  outside?: true
  links?: NavLink[]
}

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
                <FoldedItem key={link.label} link={link} />
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
              <BarItem key={link.label} link={link} />
            ))}
          </ul>
        </nav>
      </Container>
    </header>
  )
}

/** In the menu of narrow screens: what it heads stands below it. */
function FoldedItem({ link: { label, href, links = [], current, outside } }: { link: NavLink }) {
  return (
    <li>
      {href === undefined ? (
        <span className="block py-3 text-lg text-quiet">{label}</span>
      ) : (
        <Link
          href={href}
          outside={outside}
          aria-current={current ? 'page' : undefined}
          className="block rounded-control py-3 text-lg aria-[current]:font-semibold"
        >
          {label}
        </Link>
      )}
      {links.length > 0 && (
        <ul className="border-s border-line ps-4">
          {links.map((each) => (
            <FoldedItem key={each.label} link={each} />
          ))}
        </ul>
      )}
    </li>
  )
}

const BAR_ITEM = 'block border-b-2 px-3 pt-1 pb-2.5 text-sm font-medium transition-colors'
const BAR_QUIET = 'border-transparent text-quiet hover:border-line hover:text-ink'

/** In the bar of wide screens: what it heads opens below it. */
function BarItem({ link: { label, href, links = [], current, outside } }: { link: NavLink }) {
  if (links.length === 0 && href !== undefined)
    return (
      <li>
        <Link
          href={href}
          outside={outside}
          aria-current={current ? 'page' : undefined}
          className={cx(BAR_ITEM, current ? 'border-accent text-ink' : BAR_QUIET)}
        >
          {label}
        </Link>
      </li>
    )
  const inner = href === undefined ? links : [{ label, href, ...(outside && { outside }) }, ...links]
  return (
    <li>
      <details name="bar" className="group relative">
        <summary className={cx(BAR_ITEM, BAR_QUIET, 'flex items-center gap-1')}>
          {label}
          <Icon name="chevron-down" className="size-4 transition-transform group-open:rotate-180" />
        </summary>
        <ul className="absolute start-0 top-full z-20 min-w-52 rounded-panel border border-line bg-paper p-2 shadow-float">
          {inner.map((each) => (
            <li key={each.label}>
              <Link
                href={each.href ?? '/'}
                outside={each.outside}
                aria-current={each.current ? 'page' : undefined}
                className="block rounded-control px-3 py-2 text-sm hover:bg-shade aria-[current]:font-semibold"
              >
                {each.label}
              </Link>
            </li>
          ))}
        </ul>
      </details>
    </li>
  )
}
