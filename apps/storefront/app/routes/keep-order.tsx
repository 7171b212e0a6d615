/** A guest asks for the link that takes their orders into an account; it goes to the address of the order. */
import { LinkButton, Page } from '@quayside/ui'
import { pageContext } from '../context.ts'
import { refuse, text } from '../form.ts'
import { Head } from '../parts/head.tsx'
import { KeepOrder } from '../parts/keep-order.tsx'
import { ProblemOf } from '../parts/problem-of.tsx'
import { useWords } from '../parts/use-words.ts'
import { paths } from '../paths.ts'
import { found, settle } from '../problem.ts'
import type { Route } from './+types/keep-order.ts'

export async function loader({ request, params: { orderId }, context }: Route.LoaderArgs) {
  const page = context.get(pageContext)
  const token = new URL(request.url).searchParams.get('token')
  return { order: await found(page, page.store.orders.get({ orderId, ...(token && { token }) })), token }
}

export async function action({ request, params: { orderId }, context }: Route.ActionArgs) {
  const page = context.get(pageContext)
  const form = await request.formData()
  const token = text(form, 'token')
  const { problem } = await settle(
    page,
    page.store.orders.claims.request({ orderId, ...(token && { token }) }),
  )
  return problem ? refuse(problem, form) : { problem: null }
}

export default function KeepOrderPage({ loaderData: { order, token }, actionData }: Route.ComponentProps) {
  const words = useWords()
  const sent = actionData?.problem === null
  const title = sent ? words.keep.sentTitle : words.keep.title
  return (
    <Page title={title} width="text" {...(sent && { lead: words.keep.sent(order.email) })}>
      <Head title={title} hidden />
      <ProblemOf
        problem={actionData?.problem}
        action={
          actionData?.problem?.code === 'orders.has_account' && (
            <LinkButton href={paths.login()} look="secondary" size="small">
              {words.account.logIn}
            </LinkButton>
          )
        }
      />
      {!sent && <KeepOrder order={order} token={token} />}
      <p className="mt-8">
        <LinkButton href={paths.order(order.id, { token })} look="secondary">
          {words.paying.seeOrder}
        </LinkButton>
      </p>
    </Page>
  )
}
