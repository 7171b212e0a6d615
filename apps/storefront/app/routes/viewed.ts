/** Notes that a product was looked at, or forgets all that was. Asked by pages that are there already; there is nothing to see. */
import { redirect } from 'react-router'
import { pageContext } from '../context.ts'
import { text } from '../form.ts'
import { ownPath } from '../paths.ts'
import { settle } from '../problem.ts'
import type { Route } from './+types/viewed.ts'

export async function action({ request, context }: Route.ActionArgs) {
  const page = context.get(pageContext)
  const form = await request.formData()
  const productId = text(form, 'productId')
  if (!productId) {
    await settle(page, page.store.browse.viewed.clear({}))
    return redirect(ownPath(form.get('to')), 303)
  }
  if (page.session.kind === 'anonymous') await page.store.identity.startGuest({})
  await settle(page, page.store.browse.viewed.add({ productId }))
  return new Response(null, { status: 204 })
}

export const loader = () => redirect('/')
