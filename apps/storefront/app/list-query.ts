/** What the address of a list says: the search, what narrows it, the order, and where the page begins. */
import { decimalsOf } from '@quayside/ui/money'
import { sorts, type ListSort } from './store.ts'

const LONGEST_SEARCH = 100 // characters
const MOST_CHOSEN = 50
/** As the store writes a choice in a filter: `glaze:sand`. */
const CHOICE = /^[A-Za-z0-9][\w.-]*:[A-Za-z0-9][\w.-]*$/
const SLUG = /^[^\s/?#]{1,100}$/
const AMOUNT = /^(\d{1,9})(?:[.,](\d{1,4}))?$/
const CURRENCY = /^[A-Z]{3}$/

/** Names that narrow a list; the others say how it is shown. */
const NARROWING = ['category', 'option', 'attribute', 'min', 'max', 'available'] as const

export type ListQuery = ReturnType<typeof queryOf>

export function queryOf(params: URLSearchParams) {
  const q = (params.get('q') ?? '').trim().slice(0, LONGEST_SEARCH)
  const wished = params.get('sort') as ListSort | null
  const choices = (name: string) =>
    [...new Set(params.getAll(name))].filter((each) => CHOICE.test(each)).slice(0, MOST_CHOSEN)
  const category = params.get('category')
  const currency = params.get('currency') ?? ''
  const amount = (name: string) => (CURRENCY.test(currency) ? minorUnits(params.get(name), currency) : null)
  return {
    q,
    sort: wished && sorts.includes(wished) ? wished : firstSort(q),
    after: params.get('after') ?? '',
    category: category && SLUG.test(category) ? category : null,
    options: choices('option'),
    attributes: choices('attribute'),
    available: params.has('available'),
    /** In minor units of the currency it was said in. */
    price: { currency, min: amount('min'), max: amount('max') },
  }
}

/** What fits best comes first in a search, and what the shop chose on a shelf. */
export const firstSort = (q: string): ListSort => (q ? 'relevance' : 'position')

export const isNarrowed = ({ category, options, attributes, available, price }: ListQuery) =>
  category !== null ||
  options.length + attributes.length > 0 ||
  available ||
  price.min !== null ||
  price.max !== null

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
