/** Remembers the theme, that the language is to stay, or what was put away, and goes back to the page the visitor was on. */
import { redirect } from 'react-router'
import { putAwayCookie } from '../announcements.ts'
import { text } from '../form.ts'
import { stayCookie } from '../language-offer.ts'
import { ownPath } from '../paths.ts'
import { themeCookie } from '../theme.ts'
import type { Route } from './+types/preferences.ts'

export async function action({ request }: Route.ActionArgs) {
  const form = await request.formData()
  return redirect(ownPath(form.get('to')), {
    status: 303,
    headers: { 'Set-Cookie': cookieOf(request, form) },
  })
}

function cookieOf(request: Request, form: FormData): string {
  if (form.has('stay')) return stayCookie
  return putAwayCookie(request, text(form, 'told')) ?? themeCookie(form.get('theme'))
}

export const loader = () => redirect('/')
