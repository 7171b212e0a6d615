/** The demo shop in its other languages. What is missing here is a failing test. */
import type { DemoProduct } from '../types.ts'
import { ar } from './ar/index.ts'
import { de } from './de/index.ts'
import type { Language } from './types.ts'

export const languages: Language[] = [de, ar]

type Text<T> = T & { locale: string }

/** A text in English, and in each language that has it too. */
export const inAll = <T>(english: T, other: (language: Language) => T | undefined): Text<T>[] => [
  { locale: 'en', ...english },
  ...languages.flatMap((language) => {
    const text = other(language)
    return text ? [{ locale: language.locale, ...text }] : []
  }),
]

/** `300 ml`, `21 × 14 cm`: the number, and the unit. */
export const MEASURE = /^([\d.]+(?: × [\d.]+)*) (ml|cm|mm|g|kg|°C)$/

export const factsIn = ({ facts, measure }: Language, english: DemoProduct['facts']) =>
  english.map(({ name, value }) => ({
    name: facts[name] ?? name,
    value: facts[value] ?? value.replace(MEASURE, (_, number, unit) => measure(number, unit)),
  }))
