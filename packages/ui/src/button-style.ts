/** One look for buttons, whether they submit or lead somewhere. */
import { cx } from './cx.ts'

export type ButtonLook = 'primary' | 'secondary' | 'quiet' | 'danger'
export type ButtonSize = 'small' | 'medium' | 'large'

const looks: Record<ButtonLook, string> = {
  primary: 'bg-accent text-on-accent hover:bg-accent-strong',
  secondary: 'border border-edge bg-paper text-ink hover:bg-tint hover:border-ink',
  quiet: 'text-ink hover:bg-shade',
  danger: 'border border-bad bg-paper text-bad hover:bg-bad-tint',
}

const sizes: Record<ButtonSize, string> = {
  small: 'min-h-9 px-3 text-sm',
  medium: 'min-h-11 px-5 text-base',
  large: 'min-h-13 px-7 text-base',
}

export function buttonStyle(look: ButtonLook = 'primary', size: ButtonSize = 'medium', wide = false): string {
  return cx(
    'inline-flex items-center justify-center gap-2 rounded-control py-1.5 text-center font-semibold',
    'transition-[background-color,border-color,transform] select-none active:translate-y-px',
    'aria-disabled:cursor-not-allowed aria-disabled:opacity-60 disabled:cursor-not-allowed disabled:bg-shade',
    'disabled:text-quiet disabled:border-transparent',
    looks[look],
    sizes[size],
    wide && 'w-full',
  )
}
