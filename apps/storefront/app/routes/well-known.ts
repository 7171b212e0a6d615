/** Where password managers look: the page to change a password on, and those to make and keep passkeys on. */
import { redirect } from 'react-router'
import { pageContext } from '../context.ts'
import { pathBehind, paths } from '../paths.ts'
import { notFound } from '../problem.ts'
import type { Route } from './+types/well-known.ts'

export async function loader({ params, context }: Route.LoaderArgs) {
  const page = context.get(pageContext)
  if (params.name === 'change-password') return redirect(paths.changePassword(), 302)
  if (params.name !== 'passkey-endpoints') throw await notFound(page)
  const passkeys = page.origin + pathBehind(page.base, paths.passkeys())
  return Response.json(
    { enroll: passkeys, manage: passkeys },
    { headers: { 'Cache-Control': 'public, max-age=3600' } },
  )
}
