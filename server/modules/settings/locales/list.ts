import { query, Nothing } from '#kit/operation.ts'
import { permission } from '#kit/policy.ts'
import { List, Locale, Nullable, shape } from '#kit/types.ts'
import { currentSettings } from '../settings.ts'

/** As many as a product may have texts in. */
export const MOST_LOCALES = 30

export const StoreLocale = shape('StoreLocale', {
  code: Locale,
  /** Where a text that is missing in it is looked for, before the store’s own language. */
  fallback: Nullable(Locale),
})

export const LocaleList = shape('LocaleList', { items: List(StoreLocale, MOST_LOCALES) })

export const list = query({
  id: 'settings.locales.list',
  summary: 'Languages the store speaks, its own first',
  rest: 'GET /locales',
  audience: 'staff',
  access: permission('settings.read'),
  input: Nothing,
  output: LocaleList,
  run: async (_, ctx) => ({ items: (await currentSettings(ctx)).locales }),
})
