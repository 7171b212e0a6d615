/** Names and amounts, the last one weighty: the totals of a cart or an order. */
import type { ReactNode } from 'react'
import { cx } from './cx.ts'

export type SummaryRow = { label: ReactNode; value: ReactNode; note?: ReactNode; strong?: boolean }

export function SummaryList({ rows, className }: { rows: SummaryRow[]; className?: string }) {
  return (
    <dl className={cx('space-y-2', className)}>
      {rows.map((row, index) => (
        <div
          key={index}
          className={cx(
            'flex items-baseline justify-between gap-4',
            row.strong && 'border-t border-line pt-3 text-lg font-semibold',
          )}
        >
          <dt className={row.strong ? undefined : 'text-quiet'}>
            {row.label}
            {row.note && <span className="block text-sm font-normal text-quiet">{row.note}</span>}
          </dt>
          <dd className="shrink-0 tabular">{row.value}</dd>
        </div>
      ))}
    </dl>
  )
}
