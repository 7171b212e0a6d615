/** The languages of the shop, each a link to this very page in it. They lead out of the present one's pages, so the document is loaded anew. */
import { Link, cx } from '@quayside/ui'
import { useAddressIn } from './use-address-in.ts'
import { useFrame } from './use-frame.ts'
import { useWords } from './use-words.ts'

export function LanguageChoice({ className }: { className?: string }) {
  const { language } = useWords()
  const { locale, locales } = useFrame()
  const addressIn = useAddressIn()
  if (locales.length < 2) return null
  return (
    <div role="group" aria-label={language.choose} className={className}>
      <ul className="-mx-2 flex flex-wrap">
        {locales.map((each) => (
          <li key={each.code}>
            <Link
              outside
              href={addressIn(each)}
              lang={each.code}
              hrefLang={each.code}
              aria-current={each.code === locale ? 'true' : undefined}
              className={cx(
                'flex min-h-9 items-center rounded-control px-2 hover:text-ink hover:underline hover:underline-offset-4',
                each.code === locale && 'font-semibold text-ink',
              )}
            >
              {each.name}
            </Link>
          </li>
        ))}
      </ul>
    </div>
  )
}
