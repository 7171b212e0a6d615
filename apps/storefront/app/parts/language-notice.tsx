/** One quiet line above the page: it is there in the language that the reader's browser asks for. */
import { Container, Link } from '@quayside/ui'
import type { LanguageOffer } from '../language-offer.ts'
import { PutAway } from './put-away.tsx'
import { useAddressIn } from './use-address-in.ts'
import { useFrame } from './use-frame.ts'
import { useWords } from './use-words.ts'

export function LanguageNotice({ of: { locale, offer } }: { of: LanguageOffer }) {
  const words = useWords().language
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
        <PutAway name="stay" value="yes" label={words.keep} className="text-quiet hover:text-ink" />
      </Container>
    </aside>
  )
}
