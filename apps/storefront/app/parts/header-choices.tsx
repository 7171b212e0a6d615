/** Language and currency in the header of wide screens: what holds, and the others when it is opened. */
import { Icon } from '@quayside/ui'
import { later } from './later.tsx'
import { useFrame } from './use-frame.ts'
import { useWords } from './use-words.ts'

/** In what is opened first. */
const LanguageChoice = later(() => import('./language-choice.tsx').then((file) => file.LanguageChoice))
const MarketChoice = later(() => import('./market-choice.tsx').then((file) => file.MarketChoice))

export function HeaderChoices() {
  const words = useWords()
  const { locale, locales, market, markets } = useFrame()
  const language = locales.length > 1 && locales.find(({ code }) => code === locale)?.name
  const currency = markets.length > 1 && markets.find(({ code }) => code === market)?.currency
  const said = [language, currency].filter(Boolean).join(' · ')
  if (!said) return null
  return (
    <details name="bar" className="group relative hidden lg:block">
      <summary className="flex min-h-11 items-center gap-1 rounded-control px-3 text-sm transition-colors hover:bg-shade">
        <span className="sr-only">{words.market.languageAndCurrency}</span> {said}
        <Icon name="chevron-down" className="size-4 transition-transform group-open:rotate-180" />
      </summary>
      <div className="absolute end-0 top-full z-20 w-72 space-y-3 rounded-panel border border-line bg-paper p-4 text-sm text-quiet shadow-float">
        {language && (
          <div>
            <p className="pb-1 text-xs font-semibold text-ink">{words.language.choose}</p>
            <LanguageChoice />
          </div>
        )}
        {currency && (
          <div>
            <p className="pb-1 text-xs font-semibold text-ink">{words.market.choose}</p>
            <MarketChoice />
          </div>
        )}
      </div>
    </details>
  )
}
