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
  /** The same picture in other widths and formats, the preferred format first. */
  sources: { url: string; width: number; type: string }[]
}

type Props = {
  of: PictureSource | null | undefined
  /** How wide it is drawn, as the `sizes` attribute says it. */
  sizes: string
  eager?: boolean
  /** Says nothing to those who do not see it: for pictures beside their own name. */
  decorative?: boolean
  className?: string
}

export function Picture({ of, sizes, eager = false, decorative = false, className }: Props) {
  if (!of) return <span aria-hidden="true" className={cx('block bg-shade', className)} />
  const types = [...new Set(of.sources.map((source) => source.type))]
  return (
    <picture className="contents">
      {types.map((type) => (
        <source
          key={type}
          type={type}
          sizes={sizes}
          srcSet={of.sources
            .filter((source) => source.type === type)
            .map((source) => `${source.url} ${source.width}w`)
            .join(', ')}
        />
      ))}
      <img
        src={of.url}
        alt={decorative ? '' : of.alt}
        width={of.width}
        height={of.height}
        loading={eager ? 'eager' : 'lazy'}
        fetchPriority={eager ? 'high' : undefined}
        decoding={eager ? undefined : 'async'}
        className={cx('bg-shade object-cover', className)}
      />
    </picture>
  )
}
