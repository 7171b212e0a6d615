/** Nothing here yet, or nothing found: says which, and what to do next. */
import type { ReactNode } from 'react'
import { Icon, type IconName } from './icon.tsx'

type Props = {
  icon: IconName
  title: string
  heading?: 'h1' | 'h2'
  action?: ReactNode
  children?: ReactNode
}

export function EmptyState({ icon, title, heading: Heading = 'h2', action, children }: Props) {
  return (
    <div className="mx-auto flex max-w-md flex-col items-center py-16 text-center sm:py-24">
      <span className="mb-5 grid size-14 place-items-center rounded-full bg-shade text-quiet">
        <Icon name={icon} className="size-6" />
      </span>
      <Heading className="text-xl font-semibold">{title}</Heading>
      {children && <div className="mt-2 text-quiet">{children}</div>}
      {action && <div className="mt-6 flex flex-wrap justify-center gap-3">{action}</div>}
    </div>
  )
}
