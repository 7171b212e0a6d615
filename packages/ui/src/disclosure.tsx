/** A heading that opens on demand. Native, so it works before and without script. */
import type { ReactNode } from 'react'
import { Icon } from './icon.tsx'

export function Disclosure({
  title,
  open,
  children,
}: {
  title: ReactNode
  open?: boolean
  children: ReactNode
}) {
  return (
    <details open={open} className="group border-b border-line">
      <summary className="flex items-center justify-between gap-4 py-4 font-semibold">
        {title}
        <Icon
          name="chevron-down"
          className="size-5 shrink-0 text-quiet transition-transform group-open:rotate-180"
        />
      </summary>
      <div className="pb-5 text-ink-soft">{children}</div>
    </details>
  )
}
