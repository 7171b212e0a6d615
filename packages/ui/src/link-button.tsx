/** Leads somewhere, and looks like the main thing to do. */
import { buttonStyle, type ButtonLook, type ButtonSize } from './button-style.ts'
import { cx } from './cx.ts'
import { Link, type LinkProps } from './link.tsx'

type Props = LinkProps & { look?: ButtonLook; size?: ButtonSize; wide?: boolean }

export function LinkButton({ look, size, wide, className, ...rest }: Props) {
  return <Link {...rest} className={cx(buttonStyle(look, size, wide), className)} />
}
