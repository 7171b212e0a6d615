/** Several lines of text, with their label. */
import type { ReactNode, TextareaHTMLAttributes } from 'react'
import { controlStyle } from './control-style.ts'
import { cx } from './cx.ts'
import { Field } from './field.tsx'

type Props = TextareaHTMLAttributes<HTMLTextAreaElement> & {
  label: string
  hint?: ReactNode
  error?: string | undefined
  optional?: string | undefined
}

export function TextareaField({ label, hint, error, optional, className, rows = 3, ...rest }: Props) {
  return (
    <Field label={label} hint={hint} error={error} optional={optional}>
      {(control) => <textarea {...rest} {...control} rows={rows} className={cx(controlStyle, className)} />}
    </Field>
  )
}
