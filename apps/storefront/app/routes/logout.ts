/**
 * Ends the session. A form only: a link could be followed by accident.
 *
 * What the browser has kept of the pages goes too: on a shared computer the next person finds nothing of this one. It is
 * told by the answer to a document; so the form is not sent by script.
 */
import { redirect } from 'react-router'
import { pageContext } from '../context.ts'
import { paths } from '../paths.ts'
import { settle } from '../problem.ts'
import type { Route } from './+types/logout.ts'

export async function action({ context }: Route.ActionArgs) {
  const page = context.get(pageContext)
  await settle(page, page.store.identity.logOut({}))
  return redirect(paths.home(), { status: 303, headers: { 'Clear-Site-Data': '"cache", "storage"' } })
}

export const loader = () => redirect(paths.home())
