/**
 * A picture with room kept for it, in the sizes and formats the media store offers. What is cropped is cropped
 * around its focus. The first pictures of a page are eager, the others wait until they come near.
 */
import { cx } from './cx.ts'

export type PictureSource = {
  url: string
  alt: string
  width: number
  height: number
  /** The point to keep in sight, in thousandths from the left and the top; else the middle. */
  focus: { xPermille: number; yPermille: number } | null
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
        className={cx('bg-shade object-cover', focusClasses(of.focus), className)}
      />
    </picture>
  )
}

/** In tenths, as classes: a style attribute would need a weaker security policy. */
function focusClasses(focus: PictureSource['focus']): string | null {
  if (!focus) return null
  const [x, y] = [focus.xPermille, focus.yPermille].map((permille) => Math.round(permille / 100) * 10)
  return `object-focus focus-x-${x} focus-y-${y}`
}
