/** What a list page shows is wholly in its address: the search, the order, and where the page begins. */
import type { PageContext } from './context.ts'
import { found } from './problem.ts'
import { sorts, type ListSort } from './store.ts'

const PAGE = 24 // products: divides by two, three and four columns
const LONGEST_SEARCH = 100 // characters

export async function readList(page: PageContext, request: Request, category?: string) {
  const { searchParams } = new URL(request.url)
  const q = (searchParams.get('q') ?? '').trim().slice(0, LONGEST_SEARCH)
  const wished = searchParams.get('sort') as ListSort | null
  const sort: ListSort = wished && sorts.includes(wished) ? wished : 'position'
  const after = searchParams.get('after') ?? ''
  const products = await found(
    page,
    page.store.browse.products({
      sort: orderOf(sort),
      limit: PAGE,
      withTotal: true,
      ...(category && { category }),
      ...(q && { q }),
      ...(after && { after }),
    }),
  )
  return { ...products, q, sort, after }
}

const orderOf = (sort: ListSort) => (sort === '-price' ? { by: 'price' as const, desc: true } : { by: sort })

export type List = Awaited<ReturnType<typeof readList>>
