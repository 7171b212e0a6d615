/** The shape of what is coming. Appears only after 150 ms, so quick answers do not flicker. */
import { cx } from './cx.ts'

export function Skeleton({ className }: { className?: string }) {
  return <span aria-hidden="true" className={cx('skeleton block rounded-control bg-shade', className)} />
}
