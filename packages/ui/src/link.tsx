/**
 * The link of the application around these components. Without a provider it is a plain `<a>`; an
 * application with a router gives its own, so that components here need no router.
 */
import {
  createContext,
  createElement,
  use,
  type AnchorHTMLAttributes,
  type ComponentType,
  type ReactNode,
} from 'react'

export type LinkProps = Omit<AnchorHTMLAttributes<HTMLAnchorElement>, 'href'> & {
  href: string
  /** Fetch the target when a visitor is about to follow the link. */
  eager?: boolean
  /** Stay where the page is scrolled: for choices within one page. */
  keepScroll?: boolean
  /** What both pages share moves from one to the other. */
  moves?: boolean
  /** Leads out of this application, even if the address looks like one of its own. */
  outside?: boolean
}

const PlainLink = ({
  eager: _eager,
  keepScroll: _keepScroll,
  moves: _moves,
  outside: _outside,
  ...rest
}: LinkProps) => <a {...rest} />

const LinkContext = createContext<ComponentType<LinkProps>>(PlainLink)

export function LinkProvider({ link, children }: { link: ComponentType<LinkProps>; children: ReactNode }) {
  return <LinkContext value={link}>{children}</LinkContext>
}

export function Link(props: LinkProps) {
  return createElement(use(LinkContext), props)
}
