/** What might be meant while somebody types, for the search of every page. Nothing to see; a search that fails offers nothing. */
import { pageContext } from '../context.ts'
import { settle } from '../problem.ts'
import type { Suggestions } from '../store.ts'
import type { Route } from './+types/suggest.ts'

const NOTHING: Suggestions = { products: [], categories: [], queries: [] }

export async function loader({ request, context }: Route.LoaderArgs): Promise<Suggestions> {
  const page = context.get(pageContext)
  const q = new URL(request.url).searchParams.get('q')?.trim().slice(0, 200)
  if (!q) return NOTHING
  return (await settle(page, page.store.browse.suggest({ q }))).value ?? NOTHING
}

/** What was found stays true for a moment; nothing that is done on a page changes it. */
export const shouldRevalidate = () => false
