/** One quiet line above the page: it is there in the language that the reader's browser asks for. */
import { Container, Icon, Link } from '@quayside/ui'
import { useLocation } from 'react-router'
import type { LanguageOffer } from '../language-offer.ts'
import { paths } from '../paths.ts'
import { Form } from './form.tsx'
import { useAddressIn } from './use-address-in.ts'
import { useFrame } from './use-frame.ts'
import { useWords } from './use-words.ts'

export function LanguageNotice({ of: { locale, offer } }: { of: LanguageOffer }) {
  const words = useWords().language
  const { pathname, search } = useLocation()
  const addressIn = useAddressIn()
  const language = useFrame().locales.find(({ code }) => code === locale)
  if (!language) return null
  return (
    <aside>
      <Container className="flex items-center justify-center gap-2 border-b border-line bg-tint text-sm">
        <Link
          outside
          href={addressIn(language)}
          lang={locale}
          hrefLang={locale}
          className="rounded-sm py-2 underline underline-offset-4 hover:text-accent"
        >
          <bdi>{offer}</bdi>
        </Link>
        <Form method="post" action={paths.preferences()} preventScrollReset>
          <input type="hidden" name="to" value={pathname + search} />
          <button
            type="submit"
            name="stay"
            value="yes"
            aria-label={words.keep}
            title={words.keep}
            className="grid size-9 place-items-center rounded-control text-quiet hover:text-ink"
          >
            <Icon name="close" className="size-4" />
          </button>
        </Form>
      </Container>
    </aside>
  )
}
