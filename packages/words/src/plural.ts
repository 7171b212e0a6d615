/** Chooses the right form of a phrase for a number, by the rules of the language. */
import { formatNumber } from './numbers.ts'

const rules = new Map<string, Intl.PluralRules>()

export type Forms = Partial<Record<Intl.LDMLPluralRule, string>> & { other: string }

export function plural(locale: string, count: number, forms: Forms): string {
  let rule = rules.get(locale)
  if (!rule) rules.set(locale, (rule = new Intl.PluralRules(locale)))
  const form = forms[rule.select(count)] ?? forms.other
  return form.replace('#', formatNumber(count, locale))
}
