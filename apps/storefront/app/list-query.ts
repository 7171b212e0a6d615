/** What the address of a list says: the search, what narrows it, the order, and where the page begins. */
import { decimalsOf } from '@quayside/words'
import { sorts, type ListSort } from './store.ts'

const LONGEST_SEARCH = 100 // characters
const MOST_CHOSEN = 50
/** As the store writes a choice in a filter: `glaze:sand`. */
const CHOICE = /^(?=.{1,161}$)[A-Za-z0-9][\w.-]*:[A-Za-z0-9][\w.-]*$/
/** As it writes the name of a shelf, and where a page begins. */
const SLUG = /^(?=.{1,120}$)[\p{L}\p{M}\p{N}]+(-[\p{L}\p{M}\p{N}]+)*$/u
const CURSOR = /^[\w-]{1,1024}$/
const AMOUNT = /^(\d{1,9})(?:[.,](\d{1,4}))?$/
const CURRENCY = /^[A-Z]{3}$/

/** Names that narrow a list; the others say how it is shown. */
export const NARROWING = ['category', 'option', 'attribute', 'min', 'max', 'available'] as const

export type ListQuery = ReturnType<typeof queryOf>

export function queryOf(params: URLSearchParams) {
  const q = soughtIn(params.get('q') ?? '')
  const wished = params.get('sort') as ListSort | null
  const choices = (name: string) =>
    [...new Set(params.getAll(name))].filter((each) => CHOICE.test(each)).slice(0, MOST_CHOSEN)
  const category = params.get('category')
  const after = params.get('after') ?? ''
  const currency = params.get('currency') ?? ''
  const amount = (name: string) => (CURRENCY.test(currency) ? minorUnits(params.get(name), currency) : null)
  return {
    q,
    sort: wished && sorts.includes(wished) ? wished : firstSort(q),
    after: CURSOR.test(after) ? after : '',
    category: category && SLUG.test(category) ? category : null,
    options: choices('option'),
    attributes: choices('attribute'),
    available: params.has('available'),
    /** In minor units of the currency it was said in. */
    price: { currency, min: amount('min'), max: amount('max') },
  }
}

/** Letters that take two units are not cut in half, and no text has a NUL in it. */
const soughtIn = (text: string) =>
  Array.from(text.replaceAll('\0', ' ').trim()).slice(0, LONGEST_SEARCH).join('').trim()

/** What fits best comes first in a search, and what the shop chose on a shelf. */
export const firstSort = (q: string): ListSort => (q ? 'relevance' : 'position')

export const isNarrowed = ({ category, options, attributes, available, price }: ListQuery) =>
  category !== null ||
  options.length + attributes.length > 0 ||
  available ||
  price.min !== null ||
  price.max !== null

/**
 * A search, a narrowed list, or one of its later pages: not to be listed by search engines, which find all products in
 * the sitemap. An address of a later page names the product before it, and means another page once that one moves.
 */
export const isPartial = (query: ListQuery) => query.q !== '' || query.after !== '' || isNarrowed(query)

/** The same list from its beginning, without one thing that narrows it. */
export function without(params: URLSearchParams, name: string, value?: string): URLSearchParams {
  const rest = new URLSearchParams(params)
  rest.delete('after')
  rest.delete(name, value)
  if (!rest.has('min') && !rest.has('max')) rest.delete('currency')
  return rest
}

/** The same list, narrowed by nothing. */
export const widest = (params: URLSearchParams) =>
  [...NARROWING].reduce((rest, name) => without(rest, name), params)

/** What a form said, without what it left empty; `null` values of a form are none. */
export function said(form: FormData): URLSearchParams {
  const params = new URLSearchParams()
  for (const [name, value] of form)
    if (typeof value === 'string' && value.trim() !== '') params.append(name, value)
  if (!params.has('min') && !params.has('max')) params.delete('currency')
  return params
}

/** `12.5` of EUR is 1250; what is more exact than the currency is cut. Null: it says no amount. */
function minorUnits(text: string | null, currency: string): number | null {
  const [, whole, part = ''] = AMOUNT.exec((text ?? '').trim()) ?? []
  if (whole === undefined) return null
  const decimals = decimalsOf(currency)
  return Number(whole + part.slice(0, decimals).padEnd(decimals, '0'))
}
