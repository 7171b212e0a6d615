/** Saying what one thinks of a product: members, and guests by the link of their order. */
import { LinkButton, Notice, Page } from '@quayside/ui'
import { redirect } from 'react-router'
import { pageContext } from '../context.ts'
import { refuse, text, textOrNull } from '../form.ts'
import { Head } from '../parts/head.tsx'
import { ReviewForm } from '../parts/review-form.tsx'
import { useWords } from '../parts/use-words.ts'
import { paths } from '../paths.ts'
import { found, settle } from '../problem.ts'
import type { Route } from './+types/write-review.ts'

export async function loader({ request, params: { slug }, context }: Route.LoaderArgs) {
  const page = context.get(pageContext)
  const { searchParams } = new URL(request.url)
  const [order, token] = [searchParams.get('order'), searchParams.get('token')]
  const product = await found(page, page.store.browse.product({ slug }))
  if (product.slug !== slug) throw redirect(paths.writeReview(product.slug, { order, token }), 301)
  const own = await found(
    page,
    page.store.reviews.own({
      productId: product.id,
      ...(order && { orderId: order }),
      ...(token && { token }),
    }),
  )
  const { kind, name } = page.session
  return { name: product.name, productId: product.id, slug, order, token, ...own, kind, author: name }
}

export async function action({ request, params: { slug }, context }: Route.ActionArgs) {
  const page = context.get(pageContext)
  const form = await request.formData()
  const by = {
    productId: text(form, 'productId'),
    ...(textOrNull(form, 'order') && { orderId: text(form, 'order') }),
    ...(textOrNull(form, 'token') && { token: text(form, 'token') }),
  }
  if (text(form, 'intent') === 'remove') {
    const { problem } = await settle(page, page.store.reviews.remove(by))
    return problem ? refuse(problem, form) : redirect(paths.reviews(slug, { said: 'removed' }), 303)
  }
  const kept = form.getAll('keepPhoto')
  const { value, problem } = await settle(
    page,
    page.store.reviews.write({
      ...by,
      stars: Number(text(form, 'stars')),
      title: textOrNull(form, 'title'),
      text: text(form, 'text'),
      authorName: text(form, 'authorName'),
      photoTokens: form.getAll('photoToken').map(String),
      removePhotoIds: form
        .getAll('photo')
        .filter((id) => !kept.includes(id))
        .map(String),
    }),
  )
  if (problem) return refuse(problem, form)
  return redirect(paths.reviews(slug, { said: value.state === 'published' ? 'published' : 'pending' }), 303)
}

export default function WriteReview({ loaderData, actionData }: Route.ComponentProps) {
  const words = useWords()
  const { name, slug, review, mayWrite, kind, order, token } = loaderData
  const title = mayWrite ? words.reviews.form.title(name) : words.reviews.notYet.title
  const mayLogIn = kind !== 'person' && !order
  return (
    <Page title={title} width="text" {...(mayWrite && { lead: words.reviews.form.lead })}>
      <Head title={title} hidden />
      {review?.state === 'pending' && <Notice className="mb-6">{words.reviews.form.pending}</Notice>}
      {review?.refusal && (
        <Notice tone="warn" title={words.reviews.form.refused} className="mb-6">
          {review.refusal}
        </Notice>
      )}
      {mayWrite ? (
        <ReviewForm {...loaderData} refused={actionData ?? null} />
      ) : (
        <>
          <p className="max-w-prose text-ink-soft">
            {mayLogIn ? words.reviews.notYet.logIn : words.reviews.notYet.notBought}
          </p>
          <p className="mt-6 flex flex-wrap gap-3">
            {mayLogIn && (
              <LinkButton href={paths.login({ to: paths.writeReview(slug, { order, token }) })}>
                {words.account.logIn}
              </LinkButton>
            )}
            <LinkButton href={paths.reviews(slug)} look="secondary">
              {name}
            </LinkButton>
          </p>
        </>
      )}
    </Page>
  )
}
