/** What it comes to, of a cart or of an order. */
import { formatMoney, SummaryList, useLocale, type SummaryRow } from '@quayside/ui'
import type { Money, TaxDecision, Totals } from '../store.ts'
import { useWords } from './use-words.ts'

type Props = {
  totals: Totals
  /** Null: not chosen yet; undefined: there is nothing to deliver. */
  delivery: { name: string } | null | undefined
  /** Why no tax is charged is told below. */
  decision: TaxDecision | null
}

export function TotalsList({ totals, delivery, decision }: Props) {
  const words = useWords().totals
  const { tag } = useLocale()
  const written = (money: Money) => formatMoney(money, tag)
  const charged = totals.taxes.filter(({ amount }) => amount.amount > 0 || !decision?.isRelieved)
  const rows: SummaryRow[] = [
    { label: words.subtotal, value: written(totals.subtotal) },
    ...(totals.deposit.amount > 0 ? [{ label: words.deposit, value: written(totals.deposit) }] : []),
    ...totals.bundles.map(({ name, amount }) => ({
      label: name,
      value: written({ ...amount, amount: -amount.amount }),
    })),
    ...totals.discounts.map(({ name, code, amount }) => ({
      label: name,
      note: code,
      value: written({ ...amount, amount: -amount.amount }),
    })),
    ...(delivery === undefined
      ? []
      : [
          {
            label: words.delivery,
            note: delivery?.name,
            value: !delivery ? (
              <span className="text-quiet">{words.deliveryOpen}</span>
            ) : totals.delivery.amount === 0 ? (
              words.free
            ) : (
              written(totals.delivery)
            ),
          },
        ]),
    ...(totals.taxRelief.amount === 0
      ? []
      : [
          {
            label: words.taxRelief,
            value: written({ ...totals.taxRelief, amount: -totals.taxRelief.amount }),
          },
        ]),
    ...(totals.taxIncluded
      ? []
      : charged.map((tax) => ({
          label: tax.name,
          value: written(tax.amount),
        }))),
    { label: words.total, value: written(totals.total), strong: true },
    ...(totals.taxIncluded
      ? charged.map((tax) => ({
          label: <span className="text-sm">{words.taxIncluded(tax.name)}</span>,
          value: <span className="text-sm text-quiet">{written(tax.amount)}</span>,
        }))
      : []),
  ]
  return (
    <>
      <SummaryList rows={rows} />
      {decision?.isRelieved && <p className="mt-3 text-sm text-quiet">{decision.note}</p>}
    </>
  )
}
