/** Where nothing stands at an address, it may be an old one that leads on. Asked only then. */
import { redirect } from 'react-router'
import type { PageContext } from './context.ts'

/** Null: it leads nowhere. What stands behind `?` goes along, unless the new address brings its own. */
export async function ledOn(page: PageContext): Promise<Response | null> {
  if (!page.at) return null
  const { pathname, search } = page.at
  const found = page.store.content.redirect({ path: pathname.slice(page.base.length) || '/' })
  const led = await found.catch(() => null) // a failure here is not what is wrong with the page
  return led && redirect(led.to.includes('?') ? led.to : led.to + search, led.status)
}
