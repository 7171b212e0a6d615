/** Help with an order: what was written to the shop, the way to write, and the shop's own pages, where it may be answered already. */
import { DateText, Disclosure, LinkButton, TextLink } from '@quayside/ui'
import { paths } from '../paths.ts'
import type { Enquiry, Order } from '../store.ts'
import { menuLinks } from './menu-links.ts'
import { useFrame } from './use-frame.ts'
import { useWords } from './use-words.ts'

type Props = { order: Order; token: string | null; written: Enquiry[] }

export function OrderHelp({ order, token, written }: Props) {
  const words = useWords().help
  const { menus } = useFrame()
  const pages = menuLinks(menus.footer, '')
    .flatMap((link) => [link, ...(link.links ?? [])])
    .flatMap(({ label, href }) => (href?.startsWith('/pages/') ? [{ label, href }] : []))
  return (
    <section id="help" aria-labelledby="help-title" className="scroll-mt-24">
      <h2 id="help-title" className="mb-2 text-lg font-semibold">
        {words.title}
      </h2>
      <p className="text-ink-soft">{words.lead}</p>
      {written.length > 0 && (
        <ul className="mt-4 space-y-2" aria-label={words.written}>
          {written.map((each) => (
            <li key={each.id}>
              <Disclosure
                title={
                  <span className="text-sm">
                    <bdi className="font-medium">{each.subject}</bdi>
                    <span className="text-quiet">
                      {' · '}
                      <DateText at={each.createdAt} />
                    </span>
                  </span>
                }
              >
                <p dir="auto" className="text-sm break-words whitespace-pre-line">
                  {each.text}
                </p>
              </Disclosure>
            </li>
          ))}
        </ul>
      )}
      <div className="mt-4 flex flex-wrap items-center gap-x-6 gap-y-3">
        <LinkButton href={paths.contact({ order: order.id, token })} look="secondary" size="small">
          {words.writeToUs}
        </LinkButton>
        {pages.length > 0 && (
          <ul aria-label={words.pages} className="flex flex-wrap gap-x-4 gap-y-1 text-sm">
            {pages.map(({ href, label }) => (
              <li key={href}>
                <TextLink href={href}>{label}</TextLink>
              </li>
            ))}
          </ul>
        )}
      </div>
    </section>
  )
}
