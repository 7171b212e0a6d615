/** The link that lets in while the shop is closed: its token is kept for a day, the address shows it no longer. */
import { redirect } from 'react-router'
import { paths } from '../paths.ts'
import type { Route } from './+types/open.ts'

const DAY = 86_400 // seconds

export function loader({ params: { token } }: Route.LoaderArgs) {
  const isToken = /^[\w-]{20,80}$/.test(token)
  const headers = isToken && {
    'Set-Cookie': `bypass=${token}; Path=/; Max-Age=${DAY}; HttpOnly; SameSite=Lax`,
  }
  return redirect(paths.home(), { headers: headers || {} })
}
