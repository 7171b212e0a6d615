/** Money that went back, or is on its way: how much, for what, with which tax. */
import { DateText, Price } from '@quayside/ui'
import type { Order } from '../store.ts'
import { useWords } from './use-words.ts'

export function OrderRefunds({ order }: { order: Order }) {
  const words = useWords()
  if (order.refunds.length === 0) return null
  const nameOf = (lineId: string) => order.lines.find((line) => line.id === lineId)?.name ?? ''
  return (
    <section>
      <h2 className="text-sm font-semibold">{words.order.refunds}</h2>
      <ul className="mt-1 space-y-3">
        {order.refunds.map((refund) => (
          <li key={refund.id}>
            <p className="flex justify-between gap-4">
              <span>{words.order.refundStates[refund.state] ?? refund.state}</span>
              <Price of={refund.amount} />
            </p>
            <p className="text-sm text-quiet">
              <DateText at={refund.state === 'succeeded' ? refund.updatedAt : refund.createdAt} />
              {refund.tax.amount > 0 && (
                <>
                  {' · '}
                  {words.order.refundTax} <Price of={refund.tax} />
                </>
              )}
            </p>
            {refund.lines.length > 0 && (
              <ul className="text-sm text-quiet">
                {refund.lines.map((line) => (
                  <li key={line.orderLineId}>
                    {words.checkout.times(line.quantity, nameOf(line.orderLineId))}
                  </li>
                ))}
                {refund.delivery.amount > 0 && <li>{words.order.delivery}</li>}
              </ul>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
