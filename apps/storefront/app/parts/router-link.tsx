/** The links of packages/ui, answered by the router: fetched ahead when a visitor is about to follow them. */
import type { LinkProps } from '@quayside/ui'
import { Link } from 'react-router'

export function RouterLink({ href, eager, keepScroll, moves, outside, ...rest }: LinkProps) {
  if (outside) return <a {...rest} href={href} />
  return (
    <Link
      {...rest}
      to={href}
      prefetch={eager ? 'intent' : 'none'}
      preventScrollReset={keepScroll ?? false}
      viewTransition={moves ?? false}
    />
  )
}
