/**
 * An average as five stars, the last of them filled in part. The words say the same to those who do not see it.
 * The filled part is a picture in the picture: a style attribute would need a weaker security policy.
 */
import { cx } from './cx.ts'

const STAR =
  'm12 2.6 2.9 6 6.600.9-4.800 4.600 1.200 6.500L12 17.500l-5.900 3.100 1.200-6.500L2.500 9.500l6.600-.9z'
const WIDTH = 24

type Props = {
  /** 433 is 4.33 stars. */
  hundredths: number
  label: string
  className?: string
}

export function Stars({ hundredths, label, className }: Props) {
  return (
    <svg
      viewBox={`0 0 ${5 * WIDTH} 24`}
      role="img"
      aria-label={label}
      className={cx('inline-block h-[1em] w-[5em] shrink-0 rtl:-scale-x-100', className)}
    >
      <Five className="fill-line" />
      <svg width={(hundredths / 100) * WIDTH} height="24" overflow="hidden">
        <Five className="fill-ink" />
      </svg>
    </svg>
  )
}

const Five = ({ className }: { className: string }) => (
  <g className={className}>
    {[0, 1, 2, 3, 4].map((place) => (
      <path key={place} d={STAR} transform={`translate(${place * WIDTH} 0)`} />
    ))}
  </g>
)
