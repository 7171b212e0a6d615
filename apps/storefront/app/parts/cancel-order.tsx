/**
 * Cancelling an order: the button stands there only while it may be pressed, with what it does; else the reason why not.
 * A native disclosure asks once more, so that it works without script.
 */
import { Button, Disclosure } from '@quayside/ui'
import type { Order } from '../store.ts'
import { Form } from './form.tsx'
import { useWords } from './use-words.ts'

export function CancelOrder({ order, token }: { order: Order; token: string | null }) {
  const words = useWords().myAccount.cancel
  const whyNot = reasonOf(order)
  if (!order.canCancel)
    return (
      whyNot && (
        <Disclosure title={<span className="text-sm">{words.cannot}</span>}>{words[whyNot]}</Disclosure>
      )
    )
  return (
    <details className="group rounded-panel border border-line">
      <summary className="rounded-panel px-5 py-4 text-sm font-semibold text-bad group-open:hidden">
        {words.ask}
      </summary>
      <Form method="post" className="space-y-4 p-5">
        {token && <input type="hidden" name="token" value={token} />}
        <h2 className="font-semibold">{words.title}</h2>
        <ul className="list-disc space-y-1 ps-5 text-sm text-ink-soft">
          {effectsOf(order).map((effect) => (
            <li key={effect}>{words[effect]}</li>
          ))}
          <li>{words.final}</li>
        </ul>
        <Button look="secondary" size="small" className="text-bad">
          {words.yes}
        </Button>
      </Form>
    </details>
  )
}

/** What becomes of the money, the goods and what was used up. */
function effectsOf({ state, payments, totals }: Order) {
  const isHeld = payments.some((payment) => payment.state === 'authorised')
  return [
    isHeld ? ('released' as const) : ('unpaid' as const),
    'stock' as const,
    ...(state === 'pending' ? (['cart'] as const) : []),
    ...(totals.discounts.some(({ code }) => code !== null) ? (['codes'] as const) : []),
  ]
}

/** Of an order that goes on; null: nobody would think of it. */
function reasonOf({ state, fulfilmentStanding, payments }: Order) {
  if (state !== 'pending' && state !== 'confirmed' && state !== 'on_hold') return null
  if (fulfilmentStanding !== 'none') return fulfilmentStanding === 'delivered' ? null : 'sent'
  return payments.some((payment) => payment.state === 'processing') ? 'moving' : 'paid'
}
