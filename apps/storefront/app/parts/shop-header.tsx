/** The shop's own filling of the header. */
import { Header, HeaderTool, Icon } from '@quayside/ui'
import { useLocation } from 'react-router'
import { paths } from '../paths.ts'
import type { Frame } from '../frame.ts'
import { Form } from './form.tsx'
import { LanguageChoice } from './language-choice.tsx'
import { menuLinks } from './menu-links.ts'
import { useWords } from './use-words.ts'

export function ShopHeader({ frame: { shop, shelves, menus, cartCount, signedIn } }: { frame: Frame }) {
  const words = useWords()
  const { pathname, search } = useLocation()
  const links =
    menus.header.length > 0
      ? menuLinks(menus.header, pathname)
      : [
          { label: words.shell.allProducts, href: paths.products() },
          ...shelves.map((shelf) => ({ label: shelf.name, href: paths.category(shelf.slug) })),
        ].map((link) => ({ ...link, current: link.href === pathname }))
  const sought = pathname === paths.products() ? (new URLSearchParams(search).get('q') ?? '') : ''
  return (
    <Header
      key={pathname} // a new page closes the menu
      name={shop}
      homeLabel={words.shell.home(shop)}
      menuLabel={words.shell.menu}
      navLabel={words.shell.categories}
      links={links}
      choices={<LanguageChoice className="mt-2 border-t border-line pt-2 text-quiet" />}
      search={
        <Form role="search" action={paths.products()} className="relative">
          <Icon
            name="search"
            className="pointer-events-none absolute start-3 top-1/2 size-5 -translate-y-1/2 text-quiet"
          />
          <input
            key={sought}
            type="search"
            name="q"
            defaultValue={sought}
            aria-label={words.shell.search}
            placeholder={words.shell.search}
            maxLength={100}
            enterKeyHint="search"
            className="block min-h-11 w-full rounded-control border border-edge bg-paper ps-10 pe-3 transition-colors placeholder:text-quiet hover:border-ink"
          />
          <button type="submit" className="sr-only">
            {words.shell.search}
          </button>
        </Form>
      }
      tools={
        <>
          <HeaderTool
            href={signedIn ? paths.myOrders() : paths.login()}
            icon="person"
            label={signedIn ? words.shell.account : words.shell.logIn}
          />
          <HeaderTool href={paths.cart()} icon="bag" label={words.shell.cart(cartCount)} count={cartCount} />
        </>
      }
    />
  )
}
