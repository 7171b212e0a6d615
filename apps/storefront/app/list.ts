/** Reads a list as its address says. */
import { redirect } from 'react-router'
import type { PageContext } from './context.ts'
import { isNarrowed, queryOf, without, type ListQuery } from './list-query.ts'
import { paths } from './paths.ts'
import { orElse, type StoreProblem } from './problem.ts'
import type { ListSort } from './store.ts'

const PAGE = 24 // products: divides by two, three and four columns

/** The shelf or collection whose page it is. */
export type Within = { category?: string; collection?: string }

export async function readList(page: PageContext, request: Request, within: Within = {}) {
  const url = new URL(request.url)
  const query = queryOf(url.searchParams)
  const { q, sort, after, price } = query
  const asked = { limit: PAGE, withTotal: true, ...(after && { after }) }
  const { browse } = page.store
  const found = <T>(work: Promise<T>) =>
    orElse(page, work, isOfPlace, (): Promise<never> => {
      throw redirect(paths.narrowed(url.pathname, without(url.searchParams, 'after')))
    })
  const filter = filterOf(query, within)
  if (q || isNarrowed(query) || sort === 'relevance') {
    const list = await found(
      browse.search({
        ...asked,
        ...(q && { q }),
        sort: orderOf(sort),
        facets: true,
        highlights: true,
        filter,
      }),
    )
    const spoken = currencyOf(list)
    // Whoever changes to another currency meant amounts of the one before.
    if (isPriced(query) && spoken !== null && spoken !== price.currency)
      throw redirect(`${url.pathname}?${without(without(url.searchParams, 'min'), 'max')}`)
    return { ...list, query }
  }
  // The shelf is read as it stands now; what it can be narrowed by follows within moments, and is kept.
  const [list, { facets }] = await Promise.all([
    found(browse.products({ ...asked, sort: orderOf(sort), ...within })),
    found(browse.search({ limit: 1, facets: true, filter })),
  ])
  return { ...list, facets, highlights: [], query }
}

/** An address of a page that is not there (any more): of another order, or made up. The list begins anew. */
const isOfPlace = ({ errors = [] }: StoreProblem) => errors.some(({ path }) => path === 'after')

export type List = Awaited<ReturnType<typeof readList>>

function filterOf({ category, options, attributes, available, price }: ListQuery, within: Within) {
  const shelf = category ?? within.category
  return {
    ...(shelf && { category: { eq: shelf } }),
    ...(within.collection && { collection: { eq: within.collection } }),
    ...(options.length > 0 && { option: { in: options } }),
    ...(attributes.length > 0 && { attribute: { in: attributes } }),
    ...(available && { available: { eq: true } }),
    ...((price.min !== null || price.max !== null) && {
      price: {
        ...(price.min !== null && { gte: price.min }),
        ...(price.max !== null && { lte: price.max }),
      },
    }),
  }
}

const isPriced = ({ price }: ListQuery) => price.min !== null || price.max !== null

type Priced = {
  facets: { price: { lowest: { currency: string } } | null } | null
  items: { price: { currency: string } | null }[]
}
const currencyOf = ({ facets, items }: Priced): string | null =>
  facets?.price?.lowest.currency ?? items[0]?.price?.currency ?? null

const orderOf = <Word extends ListSort>(sort: Word) =>
  sort === '-price' ? { by: 'price' as const, desc: true } : { by: sort as Exclude<Word, '-price'> }
