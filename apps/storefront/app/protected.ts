/**
 * Whose a page is. Who asks is looked at before anything of the page is read or drawn; whoever may not
 * see it logs in and comes back. No browser keeps such a page, so that nobody leafs back to it after the log-out.
 */
import { redirect, type MiddlewareFunction } from 'react-router'
import { pageContext, type PageContext } from './context.ts'
import { pathBehind, paths } from './paths.ts'

type Guard = MiddlewareFunction<Response>

const only =
  (...kinds: PageContext['session']['kind'][]): Guard =>
  async ({ context }, next) => {
    const page = context.get(pageContext)
    if (!kinds.includes(page.session.kind))
      throw redirect(pathBehind(page.base, paths.login({ to: here(page) })), 303) // from here the router adds no base
    return unkept(await next())
  }

/** Of those with an account. */
export const forMembers: Guard = only('person')
/** Of them, and of guests with what this browser left. */
export const forVisitors: Guard = only('person', 'guest')
/** The same for all of whom nothing is known: a cache before the shop may give it to them. Its forms have no token then. */
export const forEverybody: Guard = ({ context }) => {
  const page = context.get(pageContext)
  if (!page.sharing) return
  page.sharing.share()
  page.formToken = ''
}
/** Of whoever shows its link, too: the page itself asks. */
export const notKept: Guard = async (_, next) => unkept(await next())

function unkept(response: Response): Response {
  response.headers.set('Cache-Control', 'private, no-store')
  return response
}

/** Without what stands before the addresses of the language: the log-in leads back within it. */
function here({ at, base }: PageContext): string {
  if (!at) return paths.account()
  return at.pathname.slice(at.pathname.startsWith(`${base}/`) ? base.length : 0) + at.search
}
