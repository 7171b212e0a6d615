/** A panel with a hairline border. Never put one inside another. */
import type { ReactNode } from 'react'
import { cx } from './cx.ts'

export function Card({ className, children }: { className?: string; children: ReactNode }) {
  return (
    <div className={cx('rounded-panel border border-line bg-paper p-5 sm:p-6', className)}>{children}</div>
  )
}
