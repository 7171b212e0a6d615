import { pageContext } from '../context.ts'
import { journalFeed } from '../journal-feed.ts'
import { found } from '../problem.ts'
import { forEverybody } from '../protected.ts'
import type { Route } from './+types/journal-feed.ts'

const NEWEST = 20

export const middleware = [forEverybody]

export async function loader({ context }: Route.LoaderArgs) {
  const page = context.get(pageContext)
  const { locale, origin, base, store } = page
  const [{ name: shop }, { items: posts }] = await Promise.all([
    found(page, store.settings.storefront({})),
    found(page, store.content.journal({ limit: NEWEST })),
  ])
  return new Response(journalFeed({ shop, locale, origin, base, posts, now: new Date() }), {
    headers: { 'Content-Type': 'application/atom+xml; charset=utf-8' },
  })
}
