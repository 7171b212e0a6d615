/** How an order was paid, each attempt in a line. */
import { DateText, Price } from '@quayside/ui'
import type { OrderPayment } from '../store.ts'
import { useWords } from './use-words.ts'

export function OrderPayments({ payments }: { payments: OrderPayment[] }) {
  const words = useWords()
  if (payments.length === 0) return null
  return (
    <section>
      <h2 className="text-sm font-semibold">{words.order.payment}</h2>
      <ul className="mt-1 space-y-2">
        {payments.map((payment) => (
          <li key={payment.id}>
            <p className="flex justify-between gap-4">
              <span>{words.order.paymentStates[payment.state] ?? payment.state}</span>
              <Price of={payment.captured.amount > 0 ? payment.captured : payment.amount} />
            </p>
            <p className="text-sm text-quiet">
              <DateText at={payment.paidAt ?? payment.createdAt} />
              {payment.declineCode &&
                ` · ${words.paying.declined[payment.declineCode] ?? words.paying.declinedOther}`}
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}
