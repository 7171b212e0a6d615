/** One line of text, with its label. */
import type { InputHTMLAttributes, ReactNode } from 'react'
import { controlStyle } from './control-style.ts'
import { cx } from './cx.ts'
import { Field } from './field.tsx'

export function Input({ className, ...rest }: InputHTMLAttributes<HTMLInputElement>) {
  return <input {...rest} className={cx(controlStyle, 'min-h-11', className)} />
}

type Props = InputHTMLAttributes<HTMLInputElement> & {
  label: string
  hint?: ReactNode
  error?: string | undefined
  optional?: string | undefined
}

export function InputField({ label, hint, error, optional, className, ...rest }: Props) {
  return (
    <Field label={label} hint={hint} error={error} optional={optional} className={className}>
      {(control) => <Input {...rest} {...control} />}
    </Field>
  )
}
