import { pageContext } from '../context.ts'
import { found } from '../problem.ts'
import { robotsText } from '../robots.ts'
import type { Route } from './+types/robots.ts'

export async function loader({ context }: Route.LoaderArgs) {
  const page = context.get(pageContext)
  const shop = await found(page, page.store.settings.storefront({}))
  return new Response(robotsText({ ...shop, origin: page.origin }), {
    headers: {
      'Content-Type': 'text/plain; charset=utf-8',
      'Cache-Control': 'public, max-age=60',
    },
  })
}
