/** Something to know, set apart from the text around it. Errors are announced at once, others politely. */
import type { ReactNode } from 'react'
import type { Tone } from './badge.tsx'
import { cx } from './cx.ts'
import { Icon, type IconName } from './icon.tsx'

const looks: Record<Tone, { box: string; mark: string; icon: IconName }> = {
  neutral: { box: 'border-line bg-tint', mark: 'text-quiet', icon: 'info' },
  accent: { box: 'border-accent/30 bg-accent-tint', mark: 'text-accent', icon: 'info' },
  good: { box: 'border-good/30 bg-good-tint', mark: 'text-good', icon: 'check' },
  warn: { box: 'border-warn/30 bg-warn-tint', mark: 'text-warn', icon: 'alert' },
  bad: { box: 'border-bad/30 bg-bad-tint', mark: 'text-bad', icon: 'alert' },
}

type Props = {
  tone?: Tone
  title?: ReactNode
  action?: ReactNode
  className?: string
  children?: ReactNode
}

export function Notice({ tone = 'neutral', title, action, className, children }: Props) {
  const look = looks[tone]
  return (
    <div
      role={tone === 'bad' ? 'alert' : 'status'}
      className={cx('flex items-start gap-3 rounded-panel border p-4', look.box, className)}
    >
      <Icon name={look.icon} className={cx('mt-0.5 size-5 shrink-0', look.mark)} />
      <div className="flex min-w-0 flex-1 flex-wrap items-start justify-between gap-x-4 gap-y-3">
        <div className="min-w-0 flex-1 basis-64">
          {title && <p className="font-semibold">{title}</p>}
          {children && <div className={cx(title ? 'mt-0.5' : null, 'text-ink-soft')}>{children}</div>}
        </div>
        {action && <div className="shrink-0">{action}</div>}
      </div>
    </div>
  )
}
