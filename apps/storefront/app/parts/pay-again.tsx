/** Another attempt to pay the same order, by the way one chooses; a plain form. */
import { Button, RadioCards } from '@quayside/ui'
import { useNavigation } from 'react-router'
import { paths } from '../paths.ts'
import type { Order, PaymentMethod } from '../store.ts'
import { Form } from './form.tsx'

type Props = {
  order: Order
  token: string | null
  /** To choose among; without them, the way of the last attempt. */
  methods?: PaymentMethod[]
  legend?: string
  children: string
}

/** The attempt is named by how many there were: pressed twice, it is one attempt. */
export function PayAgain({ order, token, methods = [], legend = '', children }: Props) {
  const busy = useNavigation().formMethod === 'POST'
  const last = order.payments.at(-1)?.method ?? ''
  const chosen = methods.some(({ key }) => key === last) ? last : methods[0]?.key
  const choose = methods.length > 0
  return (
    <Form method="post" action={paths.checkoutReturn({ order: order.id, token })}>
      <input type="hidden" name="orderId" value={order.id} />
      <input type="hidden" name="attempt" value={`${order.id}-${order.payments.length}`} />
      {token && <input type="hidden" name="token" value={token} />}
      {choose ? (
        <RadioCards
          legend={legend}
          name="paymentMethod"
          chosen={chosen}
          cards={methods.map(({ key, name, description }) => ({
            value: key,
            title: name,
            note: description,
          }))}
        />
      ) : (
        <input type="hidden" name="paymentMethod" value={last} />
      )}
      <Button size="large" busy={busy} wide={choose} className={choose ? 'mt-4' : undefined}>
        {children}
      </Button>
    </Form>
  )
}
