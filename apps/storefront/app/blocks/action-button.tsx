/** A way on from a block, as a button. */
import { LinkButton } from '@quayside/ui'
import type { ComponentProps } from 'react'
import type { ShownAction } from '../store.ts'
import { linkTo } from './link-to.ts'

type Props = Pick<ComponentProps<typeof LinkButton>, 'look' | 'size'> & { of: ShownAction | null }

export function ActionButton({ of, ...rest }: Props) {
  return (
    of && (
      <LinkButton {...linkTo(of.link)} {...rest}>
        {of.label}
      </LinkButton>
    )
  )
}
