/** The column every page stands in, and its heading. */
import type { ReactNode } from 'react'
import { cx } from './cx.ts'

const widths = { narrow: 'max-w-md', text: 'max-w-3xl', full: 'max-w-7xl' }

export function Container({
  width = 'full',
  className,
  children,
}: {
  width?: keyof typeof widths
  className?: string
  children: ReactNode
}) {
  return <div className={cx('mx-auto w-full px-4 sm:px-6 lg:px-8', widths[width], className)}>{children}</div>
}

type Props = {
  title: string
  lead?: ReactNode
  aside?: ReactNode
  width?: keyof typeof widths
  children: ReactNode
}

export function Page({ title, lead, aside, width, children }: Props) {
  return (
    <Container {...(width ? { width } : {})} className="pt-8 pb-20 sm:pt-10">
      <header className="mb-8 flex flex-wrap items-end justify-between gap-x-6 gap-y-3">
        <div className="min-w-0">
          <h1 className="text-title font-semibold">{title}</h1>
          {lead && <p className="mt-2 max-w-2xl text-quiet">{lead}</p>}
        </div>
        {aside}
      </header>
      {children}
    </Container>
  )
}
