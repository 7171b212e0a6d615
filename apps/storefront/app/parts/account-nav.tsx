/** The parts of the account, side by side; on a phone the row is swiped, and begins with where one is. */
import { Container, Link, cx } from '@quayside/ui'
import { useEffect, useRef } from 'react'
import { useLocation } from 'react-router'
import { paths } from '../paths.ts'
import { useWords } from './use-words.ts'

export function AccountNav() {
  const { myAccount: words, passkeys } = useWords()
  const { pathname } = useLocation()
  const row = useRef<HTMLUListElement>(null)
  useEffect(() => {
    row.current?.querySelector('[aria-current]')?.scrollIntoView({ inline: 'center', block: 'nearest' })
  }, [pathname])
  const links = [
    { label: words.overview, href: paths.account() },
    { label: words.orders, href: paths.myOrders() },
    { label: words.lists, href: paths.lists() },
    { label: words.addresses, href: paths.addresses() },
    { label: words.profile, href: paths.profile() },
    { label: words.password, href: paths.changePassword() },
    { label: passkeys.title, href: paths.passkeys() },
  ]
  const isHere = (href: string) =>
    href === paths.account() ? pathname === href : pathname === href || pathname.startsWith(`${href}/`)
  return (
    <Container className="pt-4">
      <nav aria-label={words.sections} className="-mx-4 border-b border-line sm:mx-0">
        <ul ref={row} className="flex gap-1 overflow-x-auto px-2 sm:-mx-2 sm:px-0">
          {links.map(({ label, href }) => (
            <li key={href} className="shrink-0">
              <Link
                href={href}
                aria-current={isHere(href) ? 'page' : undefined}
                className={cx(
                  'block border-b-2 px-3 py-3 text-sm font-medium -outline-offset-2 transition-colors',
                  isHere(href)
                    ? 'border-accent text-ink'
                    : 'border-transparent text-quiet hover:border-edge hover:text-ink',
                )}
              >
                {label}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
    </Container>
  )
}
