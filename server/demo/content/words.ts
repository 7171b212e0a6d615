/**
 * Short ways to write the demo shop's pages down in its three languages.
 *
 * A line is a paragraph; `## ` begins a heading, `- ` a line of a list, `> ` a quotation. `**words**` are strong, and
 * `[words](products)` lead to a place of the shop, `[words](/cart)` to any address, `[words](/p/carafe)` to a thing by
 * its English one.
 */
import type { ContentText } from '../../modules/content/index.ts'

export const LOCALES = ['en', 'de', 'ar'] as const
export type DemoLocale = (typeof LOCALES)[number]
export type InAll<T> = Record<DemoLocale, T>

/** As content has it: a text for each language. */
export const inAll = <T extends object>(texts: InAll<T>) =>
  LOCALES.map((locale) => ({ locale, ...texts[locale] }))

const KINDS = [
  ['## ', 'heading'],
  ['- ', 'bullet'],
  ['> ', 'quote'],
] as const

export function said(text: string): ContentText {
  return text
    .trim()
    .split(/\n+/)
    .map((line) => line.trim())
    .map((line) => {
      const [sign, kind] = KINDS.find(([each]) => line.startsWith(each)) ?? ['', 'paragraph' as const]
      return { kind, spans: spansOf(line.slice(sign.length)) }
    })
}

const PLACES = new Set(['home', 'products', 'journal'])

function spansOf(line: string): ContentText[number]['spans'] {
  return line
    .split(/(\*\*[^*]+\*\*|\[[^\]]+\]\([^)]+\))/)
    .filter((part) => part !== '')
    .map((part) => {
      const [, strong] = /^\*\*(.+)\*\*$/.exec(part) ?? []
      const [, words, to] = /^\[(.+)\]\((.+)\)$/.exec(part) ?? []
      if (words === undefined || to === undefined)
        return { text: strong ?? part, marks: strong === undefined ? [] : ['strong' as const], link: null }
      const link = PLACES.has(to)
        ? { kind: to as 'home', id: null, address: null }
        : { kind: 'address' as const, id: null, address: to }
      return { text: words, marks: [], link }
    })
}
