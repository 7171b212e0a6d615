/** The language and time zone that amounts and dates are written in. */
import { createContext, use, type ReactNode } from 'react'

export type Locale = { tag: string; timeZone: string }

const LocaleContext = createContext<Locale>({ tag: 'en', timeZone: 'UTC' })

export function LocaleProvider({ locale, children }: { locale: Locale; children: ReactNode }) {
  return <LocaleContext value={locale}>{children}</LocaleContext>
}

export const useLocale = (): Locale => use(LocaleContext)
