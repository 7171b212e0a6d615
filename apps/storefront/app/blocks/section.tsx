/** A block in its column, with its heading and maybe a way to more. */
import { Container, cx, TextLink } from '@quayside/ui'
import type { ReactNode } from 'react'
import type { ShownAction } from '../store.ts'
import { linkTo } from './link-to.ts'

type Props = {
  title?: string
  action?: ShownAction | null
  width?: 'text' | 'full'
  children: ReactNode
}

export function Section({ title, action = null, width = 'full', children }: Props) {
  return (
    <Container width={width}>
      {(title || action) && (
        <div className="mb-6 flex flex-wrap items-baseline justify-between gap-x-6 gap-y-2">
          {title && (
            <h2 dir="auto" className={cx('font-semibold', width === 'text' ? 'text-xl' : 'text-title')}>
              {title}
            </h2>
          )}
          {action && <TextLink {...linkTo(action.link)}>{action.label}</TextLink>}
        </div>
      )}
      {children}
    </Container>
  )
}
