/** Puts a product on the visitor's usual list, or takes it off all of theirs. Asked by the hearts beside products; there is nothing to see. */
import { redirect } from 'react-router'
import { pageContext } from '../context.ts'
import { refuse, text } from '../form.ts'
import { ownPath, paths } from '../paths.ts'
import { settle } from '../problem.ts'
import type { Route } from './+types/heart.ts'

export async function action({ request, context }: Route.ActionArgs) {
  const page = context.get(pageContext)
  const form = await request.formData()
  const productId = text(form, 'productId')
  if (page.session.kind === 'anonymous') await page.store.identity.startGuest({})
  const { items } = page.store.wishlists
  const { problem } = await settle<unknown>(
    page,
    form.get('heart') === 'off' ? items.forget({ productId }) : items.add({ productId }),
  )
  // With script nobody leaves the page; without it the visitor goes back to where they were.
  if (form.has('to')) return redirect(problem ? paths.lists() : ownPath(form.get('to')), 303)
  return problem ? refuse(problem, form) : null
}

export const loader = () => redirect(paths.lists())
