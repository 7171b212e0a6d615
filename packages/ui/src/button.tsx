/** Does something. `busy` tells that the press was heard; the button stays focusable meanwhile. */
import type { ButtonHTMLAttributes } from 'react'
import { buttonStyle, type ButtonLook, type ButtonSize } from './button-style.ts'
import { cx } from './cx.ts'

type Props = ButtonHTMLAttributes<HTMLButtonElement> & {
  look?: ButtonLook
  size?: ButtonSize
  wide?: boolean
  busy?: boolean
}

export function Button({ look, size, wide, busy = false, className, type = 'submit', ...rest }: Props) {
  return (
    <button
      {...rest}
      type={type}
      aria-busy={busy || undefined}
      aria-disabled={busy || undefined}
      onClick={(event) => (busy ? event.preventDefault() : rest.onClick?.(event))}
      className={cx(buttonStyle(look, size, wide), className)}
    />
  )
}
