/** Asking to send goods of an order back: for whoever placed it, or holds its link. */
import { EmptyState, LinkButton, Notice, Page } from '@quayside/ui'
import { data, redirect } from 'react-router'
import { pageContext } from '../context.ts'
import { refuse, text, typedOf } from '../form.ts'
import { Head } from '../parts/head.tsx'
import { ProblemOf } from '../parts/problem-of.tsx'
import { ReturnForm } from '../parts/return-form.tsx'
import { useWords } from '../parts/use-words.ts'
import { paths } from '../paths.ts'
import { found, settle } from '../problem.ts'
import { notKept } from '../protected.ts'
import type { ReturnReason } from '../store.ts'
import type { Route } from './+types/return-order.ts'

export const middleware = [notKept]

export async function loader({ request, params: { orderId }, context }: Route.LoaderArgs) {
  const page = context.get(pageContext)
  const token = new URL(request.url).searchParams.get('token')
  const about = { orderId, ...(token && { token }) }
  const order = await found(page, page.store.orders.get(about))
  const { returnable } = await found(page, page.store.returns.list(about))
  return { order, token, returnable }
}

export async function action({ request, params: { orderId }, context }: Route.ActionArgs) {
  const page = context.get(pageContext)
  const form = await request.formData()
  const token = text(form, 'token')
  const lines = form
    .getAll('line')
    .map((id) => ({
      orderLineId: String(id),
      quantity: Number(text(form, `quantity.${String(id)}`)),
      reason: text(form, `reason.${String(id)}`) as ReturnReason,
    }))
    .filter(({ quantity }) => quantity > 0)
  if (lines.length === 0) return data({ problem: null, typed: typedOf(form) }, { status: 422 })
  const wish = { orderId, ...(token && { token }), lines, note: text(form, 'note') }
  const { problem } = await settle(page, page.store.returns.request(wish))
  return problem ? refuse(problem, form) : redirect(`${paths.order(orderId, { token })}#returns`, 303)
}

/** What may go back has changed where somebody was refused. */
export const shouldRevalidate = () => true

export default function ReturnOrder({ loaderData, actionData }: Route.ComponentProps) {
  const { order, token, returnable } = loaderData
  const words = useWords()
  const title = words.returns.pageTitle
  const back = (
    <LinkButton href={paths.order(order.id, { token })} look="secondary">
      {words.paying.seeOrder}
    </LinkButton>
  )
  return (
    <Page title={title} width="text" {...(returnable.length > 0 && { lead: words.returns.lead })}>
      <Head title={title} hidden />
      {actionData && !actionData.problem && (
        <Notice tone="bad" className="mb-6">
          {words.returns.nothing}
        </Notice>
      )}
      <ProblemOf problem={actionData?.problem} />
      {returnable.length > 0 ? (
        <>
          <ReturnForm order={order} returnable={returnable} token={token} typed={actionData?.typed ?? {}} />
          <p className="mt-6">{back}</p>
        </>
      ) : (
        <EmptyState icon="clock" title={words.returns.nothingLeft} action={back} />
      )}
    </Page>
  )
}
