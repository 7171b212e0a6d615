/** Back from the payment page: waits for the provider's word, then thanks, or says why not and what to do. */
import { Container } from '@quayside/ui'
import { data } from 'react-router'
import { useEffect } from 'react'
import { onwards, payLinks } from '../checkout.ts'
import { pageContext } from '../context.ts'
import { refuse, text } from '../form.ts'
import { destinationOf } from '../order-page.ts'
import { standingOf } from '../order-standing.ts'
import { Head } from '../parts/head.tsx'
import { HoldCountdown } from '../parts/hold-countdown.tsx'
import { PaymentFailed } from '../parts/payment-failed.tsx'
import { PaymentWait } from '../parts/payment-wait.tsx'
import { ProblemOf } from '../parts/problem-of.tsx'
import { forgetTyping } from '../parts/use-kept-typing.ts'
import { Thanks } from '../parts/thanks.tsx'
import { useWords } from '../parts/use-words.ts'
import { found, settle } from '../problem.ts'
import type { Route } from './+types/checkout-return.ts'

export async function loader({ request, context }: Route.LoaderArgs) {
  const page = context.get(pageContext)
  const { searchParams } = new URL(request.url)
  const orderId = searchParams.get('order')
  const token = searchParams.get('token')
  if (!orderId) throw data(null, { status: 404 })
  const order = await found(page, page.store.orders.get({ orderId, ...(token && { token }) }))
  const standing = standingOf(order, searchParams.has('left'))
  const offered = order.canPay ? await settle(page, page.store.payments.methods({})) : null
  const country = standing.kind === 'thanks' && destinationOf(order)?.country
  const addressForm = country ? await settle(page, page.store.customers.addressForms.get({ country })) : null
  return {
    order,
    token,
    standing,
    methods: offered?.value?.items ?? [],
    addressFormat: addressForm?.value?.format ?? '',
    now: new Date().toISOString(),
  }
}

/** Another attempt to pay the same order. */
export async function action({ request, context }: Route.ActionArgs) {
  const page = context.get(pageContext)
  const form = await request.formData()
  const token = text(form, 'token')
  const { value, problem } = await settle(
    page,
    page.store.orders.pay(
      {
        orderId: text(form, 'orderId'),
        ...(token && { token }),
        ...payLinks(page, text(form, 'paymentMethod')),
      },
      { idempotencyKey: text(form, 'attempt') || crypto.randomUUID() },
    ),
  )
  return problem ? refuse(problem, form) : onwards(value)
}

export default function CheckoutReturn({ loaderData, actionData }: Route.ComponentProps) {
  const { order, standing, token, methods, addressFormat, now } = loaderData
  const isDone = standing.kind === 'thanks'
  useEffect(() => {
    if (isDone) forgetTyping()
  }, [isDone])
  const words = useWords().paying
  const problem = actionData && 'problem' in actionData ? actionData.problem : null
  const title = {
    thanks: words.thanksHeading,
    waiting: words.waitTitle,
    failed: words.failedTitle,
    short: words.shortTitle,
    left: words.cancelledTitle,
    closed: words.gone,
  }[standing.kind]
  return (
    <Container className="pt-10 pb-20 sm:pt-16">
      <Head title={title} hidden />
      <ProblemOf problem={problem} className="mx-auto mb-8 max-w-2xl" />
      {order.canPay && order.holdUntil && <HoldCountdown until={order.holdUntil} now={now} />}
      {standing.kind === 'thanks' ? (
        <Thanks order={order} token={token} addressFormat={addressFormat} />
      ) : standing.kind === 'waiting' ? (
        <PaymentWait order={order} payUrl={standing.payUrl} slow={standing.slow} />
      ) : (
        <PaymentFailed order={order} standing={standing} token={token} methods={methods} />
      )}
    </Container>
  )
}
