/** Not paid: why, that nothing is lost, and the way on. The same order can be paid again. */
import { Button, Icon, LinkButton, TextLink } from '@quayside/ui'
import { Form, useNavigation } from 'react-router'
import type { Standing } from '../order-standing.ts'
import { paths } from '../paths.ts'
import type { Order } from '../store.ts'
import { useWords } from './use-words.ts'

type Props = { order: Order; standing: Standing; token: string | null }

export function PaymentFailed({ order, standing, token }: Props) {
  const words = useWords()
  const navigation = useNavigation()
  const text = {
    title: standing.kind === 'left' ? words.paying.cancelledTitle : words.paying.failedTitle,
    advice: standing.kind === 'left' ? words.paying.cancelledText : words.paying.failedText,
  }
  if (standing.kind === 'closed')
    Object.assign(text, { title: words.paying.gone, advice: words.paying.goneText })
  const reason =
    standing.kind === 'failed' && standing.declineCode
      ? (words.paying.declined[standing.declineCode] ?? words.paying.declinedOther)
      : null
  const payUrl = standing.kind === 'left' ? standing.payUrl : null
  return (
    <div className="mx-auto max-w-xl text-center">
      <span className="mx-auto mb-6 grid size-16 place-items-center rounded-full bg-warn-tint text-warn">
        <Icon name="alert" className="size-8" />
      </span>
      <h1 className="text-title font-semibold">{text.title}</h1>
      {reason && <p className="mt-3 font-medium">{reason}</p>}
      <p className="mt-2 text-quiet">{text.advice}</p>
      <div className="mt-8 flex flex-wrap justify-center gap-3">
        {payUrl ? (
          <LinkButton href={payUrl} outside size="large">
            {words.paying.backToPayment}
          </LinkButton>
        ) : order.canPay ? (
          <PayAgain order={order} token={token} busy={navigation.formMethod === 'POST'}>
            {words.paying.tryAgain}
          </PayAgain>
        ) : null}
        <LinkButton href={paths.cart()} size="large" look="secondary">
          {words.paying.changeCart}
        </LinkButton>
      </div>
      <p className="mt-6">
        <TextLink href={paths.order(order.id, { token })}>{words.paying.seeOrder}</TextLink>
      </p>
    </div>
  )
}

type PayProps = { order: Order; token: string | null; busy: boolean; children: string }

/** The attempt is named by how many there were: pressed twice, it is one attempt. */
export function PayAgain({ order, token, busy, children }: PayProps) {
  return (
    <Form method="post" action={paths.checkoutReturn({ order: order.id, token })}>
      <input type="hidden" name="orderId" value={order.id} />
      <input type="hidden" name="paymentMethod" value={order.payments[0]?.method ?? ''} />
      <input type="hidden" name="attempt" value={`${order.id}-${order.payments.length}`} />
      {token && <input type="hidden" name="token" value={token} />}
      <Button size="large" busy={busy}>
        {children}
      </Button>
    </Form>
  )
}
