/** A link within running text or a list. */
import { cx } from './cx.ts'
import { Link, type LinkProps } from './link.tsx'

export function TextLink({ className, ...rest }: LinkProps) {
  return (
    <Link
      {...rest}
      className={cx(
        'rounded-sm underline decoration-edge decoration-1 underline-offset-4 hover:decoration-current',
        className,
      )}
    />
  )
}
