/** What happened and what is still to come, in order. */
import type { ReactNode } from 'react'
import { cx } from './cx.ts'
import { Icon } from './icon.tsx'

export type Moment = {
  title: string
  when?: ReactNode
  note?: ReactNode
  state: 'done' | 'current' | 'ahead' | 'failed'
  /** The state in words, for those who do not see the dot. */
  stateLabel: string
}

const dots: Record<Moment['state'], string> = {
  done: 'border-accent bg-accent text-on-accent',
  current: 'border-accent bg-paper text-accent',
  ahead: 'border-line bg-paper text-transparent',
  failed: 'border-bad bg-bad text-paper',
}

export function Timeline({ label, moments }: { label: string; moments: Moment[] }) {
  return (
    <ol aria-label={label}>
      {moments.map((moment, index) => (
        <li
          key={index}
          aria-current={moment.state === 'current' ? 'step' : undefined}
          className="relative flex gap-4 pb-6 last:pb-0"
        >
          {index < moments.length - 1 && (
            <span
              aria-hidden="true"
              className={cx(
                'absolute start-3 top-6 bottom-0 -ms-px w-0.5',
                moment.state === 'done' ? 'bg-accent' : 'bg-line',
              )}
            />
          )}
          <span
            className={cx(
              'grid size-6 shrink-0 place-items-center rounded-full border-2',
              dots[moment.state],
            )}
          >
            {moment.state === 'current' ? (
              <span className="size-2 rounded-full bg-accent" />
            ) : (
              <Icon name={moment.state === 'failed' ? 'close' : 'check'} className="size-3.5" />
            )}
          </span>
          <div className="min-w-0 flex-1">
            <p className={cx('font-medium', moment.state === 'ahead' && 'text-quiet')}>
              {moment.title}
              <span className="sr-only"> ({moment.stateLabel})</span>
            </p>
            {moment.when && <p className="text-sm text-quiet">{moment.when}</p>}
            {moment.note && <div className="mt-1 text-sm text-quiet">{moment.note}</div>}
          </div>
        </li>
      ))}
    </ol>
  )
}
