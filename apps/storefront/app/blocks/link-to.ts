/** Where a link that the owner of the shop made leads. */
import { paths } from '../paths.ts'
import type { ShownLink } from '../store.ts'

/** `outside` leaves the pages of this shop: another site, a mailbox, a telephone. */
export function linkTo({ kind, slug, url }: ShownLink): { href: string; outside?: true } {
  if (kind === 'address') return url?.startsWith('/') ? { href: url } : { href: url ?? '/', outside: true }
  if (kind === 'home' || kind === 'products') return { href: paths[kind]() }
  if (kind === 'journal' || slug === null) return { href: paths.journal() }
  return { href: paths[kind](slug) }
}
