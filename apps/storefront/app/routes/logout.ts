/** Ends the session. A form only: a link could be followed by accident. */
import { redirect } from 'react-router'
import { pageContext } from '../context.ts'
import { paths } from '../paths.ts'
import { settle } from '../problem.ts'
import type { Route } from './+types/logout.ts'

export async function action({ context }: Route.ActionArgs) {
  const page = context.get(pageContext)
  await settle(page, page.store.identity.logOut({}))
  return redirect(paths.home(), 303)
}

export const loader = () => redirect(paths.home())
