/** Remembers the theme, or that the language is to stay, and goes back to the page the visitor was on. */
import { redirect } from 'react-router'
import { stayCookie } from '../language-offer.ts'
import { ownPath } from '../paths.ts'
import { themeCookie } from '../theme.ts'
import type { Route } from './+types/preferences.ts'

export async function action({ request }: Route.ActionArgs) {
  const form = await request.formData()
  return redirect(ownPath(form.get('to')), {
    status: 303,
    headers: { 'Set-Cookie': form.has('stay') ? stayCookie : themeCookie(form.get('theme')) },
  })
}

export const loader = () => redirect('/')
