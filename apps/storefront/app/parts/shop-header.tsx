/** The shop's own filling of the header. */
import { Header, HeaderTool } from '@quayside/ui'
import { useLocation } from 'react-router'
import { paths } from '../paths.ts'
import type { Frame } from '../frame.ts'
import { BagButton } from './bag-button.tsx'
import { HeaderChoices } from './header-choices.tsx'
import { later } from './later.tsx'
import { menuLinks } from './menu-links.ts'
import { SearchBox } from './search-box.tsx'
import { useWords } from './use-words.ts'

/** In what is opened first. */
const LanguageChoice = later(() => import('./language-choice.tsx').then((file) => file.LanguageChoice))
const MarketChoice = later(() => import('./market-choice.tsx').then((file) => file.MarketChoice))

export function ShopHeader({
  frame: { shop, shelves, menus, cartCount, signedIn, market },
}: {
  frame: Frame
}) {
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
      key={`${pathname} ${market}`} // a new page or currency closes the menu
      name={shop}
      homeLabel={words.shell.home(shop)}
      menuLabel={words.shell.menu}
      navLabel={words.shell.categories}
      links={links}
      choices={
        <div className="mt-2 grid gap-2 border-t border-line pt-2 text-quiet">
          <LanguageChoice />
          <MarketChoice />
        </div>
      }
      search={<SearchBox key={sought} sought={sought} />}
      tools={
        <>
          <HeaderChoices />
          <HeaderTool
            href={signedIn ? paths.account() : paths.login()}
            icon="person"
            label={signedIn ? words.myAccount.title : words.shell.logIn}
          />
          <BagButton count={cartCount} />
        </>
      }
    />
  )
}
