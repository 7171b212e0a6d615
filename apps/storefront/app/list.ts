/** What a list page shows is wholly in its address: the search, what narrows it, the order, and where the page begins. */
import type { PageContext } from './context.ts'
import { found } from './problem.ts'
import { sorts, type ListSort } from './store.ts'

const PAGE = 24 // products: divides by two, three and four columns
const LONGEST_SEARCH = 100 // characters
const MOST_CHOSEN = 50
/** As the store writes a choice in a filter: `glaze:sand`. */
const CHOICE = /^[A-Za-z0-9][\w.-]*:[A-Za-z0-9][\w.-]*$/

export async function readList(page: PageContext, request: Request, category?: string) {
  const { searchParams } = new URL(request.url)
  const q = (searchParams.get('q') ?? '').trim().slice(0, LONGEST_SEARCH)
  const wished = searchParams.get('sort') as ListSort | null
  const sort: ListSort = wished && sorts.includes(wished) ? wished : firstSort(q)
  const after = searchParams.get('after') ?? ''
  const options = searchParams
    .getAll('option')
    .filter((each) => CHOICE.test(each))
    .slice(0, MOST_CHOSEN)
  const available = searchParams.has('available')
  const asked = { limit: PAGE, withTotal: true, ...(after && { after }) }
  const list = q
    ? await found(
        page,
        page.store.browse.search({
          ...asked,
          q,
          sort: orderOf(sort),
          facets: true,
          highlights: true,
          filter: {
            ...(options.length > 0 && { option: { in: options } }),
            ...(available && { available: { eq: true } }),
          },
        }),
      )
    : {
        ...(await found(
          page,
          page.store.browse.products({
            ...asked,
            sort: orderOf(sort === 'relevance' ? 'position' : sort),
            ...(category && { category }),
          }),
        )),
        facets: null,
        highlights: [],
      }
  return { ...list, q, sort, after, options, available }
}

/** What fits best comes first in a search, and what the shop chose on a shelf. */
export const firstSort = (q: string): ListSort => (q ? 'relevance' : 'position')

const orderOf = <Word extends ListSort>(sort: Word) =>
  sort === '-price' ? { by: 'price' as const, desc: true } : { by: sort as Exclude<Word, '-price'> }

export type List = Awaited<ReturnType<typeof readList>>
