/** The shop's own filling of the footer, with the choice of theme. */
import { Footer, type NavLink } from '@quayside/ui'
import { useLocation } from 'react-router'
import { paths } from '../paths.ts'
import type { Frame } from '../frame.ts'
import type { Theme } from '../theme.ts'
import { Form } from './form.tsx'
import { menuLinks } from './menu-links.ts'
import { LanguageChoice } from './language-choice.tsx'
import { NewsletterForm } from './newsletter-form.tsx'
import { ThemeChoice } from './theme-choice.tsx'
import { useWords } from './use-words.ts'

export function ShopFooter({ frame, theme }: { frame: Frame; theme: Theme }) {
  const words = useWords()
  const { shop, demo, shelves, menus, signedIn } = frame
  const account = signedIn
    ? [{ label: words.shell.account, href: paths.myOrders() }]
    : [
        { label: words.shell.logIn, href: paths.login() },
        { label: words.shell.signUp, href: paths.signup() },
      ]
  const { pathname } = useLocation()
  const asks = frame.newsletterInFooter && !frame.closed && !pathname.endsWith(paths.newsletter())
  const taxes = frame.pricesIncludeTax ? words.shell.smallPrint : words.market.withoutTax
  return (
    <Footer
      name={shop}
      tagline={words.shell.tagline}
      groups={[
        ...(menus.footer.length > 0
          ? footerGroups(menuLinks(menus.footer, ''), words.content.aboutShop)
          : [
              {
                title: words.shell.shop,
                links: [
                  { label: words.shell.allProducts, href: paths.products() },
                  ...shelves.map((shelf) => ({ label: shelf.name, href: paths.category(shelf.slug) })),
                ],
              },
            ]),
        {
          title: words.shell.you,
          links: [
            ...account,
            { label: words.lists.title, href: paths.lists() },
            { label: words.shell.cartPlain, href: paths.cart() },
            { label: words.help.writeToUs, href: paths.contact() },
          ],
        },
      ]}
      beside={
        asks && (
          <section className="mt-8 max-w-sm" aria-labelledby="newsletter">
            <h2 id="newsletter" className="mb-3 text-sm font-semibold">
              {words.newsletter.title}
            </h2>
            <NewsletterForm />
          </section>
        )
      }
      choices={
        <div className="flex flex-wrap items-center gap-4">
          {signedIn && (
            <Form method="post" action={paths.logout()} reloadDocument>
              <button type="submit" className="min-h-9 rounded-control px-2 hover:text-ink hover:underline">
                {words.shell.logOut}
              </button>
            </Form>
          )}
          <LanguageChoice />
          <ThemeChoice theme={theme} />
        </div>
      }
      smallPrint={demo ? `${taxes} ${words.shell.demo}` : taxes}
    />
  )
}

/** What heads others is a group; what stands by itself goes into one of its own. */
function footerGroups(links: NavLink[], title: string) {
  const single = links.filter(({ links: inner = [] }) => inner.length === 0)
  return [
    ...links.flatMap(({ label, links: inner = [] }) =>
      inner.length > 0 ? [{ title: label, links: inner }] : [],
    ),
    ...(single.length > 0 ? [{ title, links: single }] : []),
  ]
}
