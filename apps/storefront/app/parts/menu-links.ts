/** A menu that the owner of the shop wrote, as the header and the footer draw it. */
import type { NavLink } from '@quayside/ui'
import { linkTo } from '../blocks/link-to.ts'
import type { ShownMenuItem } from '../store.ts'

/** `here` is the page that is looked at. */
export function menuLinks(items: readonly ShownMenuItem[], here: string): NavLink[] {
  return items.map(({ label, link, items: inner }) => ({
    label,
    ...(link && leading(link, here)),
    links: inner.map((each) => ({ label: each.label, ...leading(each.link, here) })),
  }))
}

function leading(link: NonNullable<ShownMenuItem['link']>, here: string) {
  const to = linkTo(link)
  return { ...to, current: to.href === here }
}
