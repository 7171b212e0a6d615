/**
 * A picture with room kept for it, in the sizes the media store offers. The first pictures of a page are
 * eager, the others wait until they come near.
 */
import { cx } from './cx.ts'

export type PictureSource = {
  url: string
  alt: string
  width: number
  height: number
  srcSet?: string | undefined
}

type Props = {
  of: PictureSource | null | undefined
  sizes?: string
  eager?: boolean
  className?: string
}

export function Picture({ of, sizes, eager = false, className }: Props) {
  if (!of) return <span aria-hidden="true" className={cx('block bg-shade', className)} />
  return (
    <img
      src={of.url}
      srcSet={of.srcSet}
      sizes={of.srcSet ? sizes : undefined}
      alt={of.alt}
      width={of.width}
      height={of.height}
      loading={eager ? 'eager' : 'lazy'}
      fetchPriority={eager ? 'high' : undefined}
      decoding={eager ? undefined : 'async'}
      className={cx('bg-shade object-cover', className)}
    />
  )
}
