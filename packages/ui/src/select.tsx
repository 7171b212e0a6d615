/** A choice from a list, with its label. Native: the phone shows its own picker. */
import type { ReactNode, SelectHTMLAttributes } from 'react'
import { controlStyle } from './control-style.ts'
import { cx } from './cx.ts'
import { Field } from './field.tsx'
import { Icon } from './icon.tsx'

export function Select({ className, ...rest }: SelectHTMLAttributes<HTMLSelectElement>) {
  return (
    <span className={cx('relative block', className)}>
      <select {...rest} className={cx(controlStyle, 'min-h-11 appearance-none truncate pe-10')} />
      <Icon
        name="chevron-down"
        className="pointer-events-none absolute end-3 top-1/2 size-4 -translate-y-1/2 text-quiet"
      />
    </span>
  )
}

type Props = SelectHTMLAttributes<HTMLSelectElement> & {
  label: string
  hint?: ReactNode
  error?: string | undefined
  optional?: string | undefined
}

export function SelectField({ label, hint, error, optional, className, ...rest }: Props) {
  return (
    <Field label={label} hint={hint} error={error} optional={optional} className={className}>
      {(control) => <Select {...rest} {...control} />}
    </Field>
  )
}
