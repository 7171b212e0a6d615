/** What a reader makes of a review: it helped, or staff should look at it. Leads back to the product. */
import { redirect } from 'react-router'
import { pageContext } from '../context.ts'
import { text } from '../form.ts'
import { paths } from '../paths.ts'
import { settle } from '../problem.ts'
import type { ReviewReportReason } from '../store.ts'
import type { Route } from './+types/review.ts'

export async function action({ request, params: { reviewId }, context }: Route.ActionArgs) {
  const page = context.get(pageContext)
  const form = await request.formData()
  const isReport = text(form, 'intent') === 'report'
  if (page.session.kind === 'anonymous') await page.store.identity.startGuest({})
  const { problem } = await settle<unknown>(
    page,
    isReport
      ? page.store.reviews.report({ reviewId, reason: text(form, 'reason') as ReviewReportReason })
      : page.store.reviews.vote({ reviewId, helpful: true }),
  )
  // One's own, or gone meanwhile: the page shows it as it is.
  const said = problem ? null : isReport ? 'reported' : 'helpful'
  return redirect(paths.reviews(text(form, 'slug'), { said }), 303)
}

export const loader = () => redirect('/')
