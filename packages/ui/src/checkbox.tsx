/** Yes or no, with its label beside it. */
import { useId, type InputHTMLAttributes, type ReactNode } from 'react'
import { FieldError } from './field.tsx'

type Props = Omit<InputHTMLAttributes<HTMLInputElement>, 'type'> & {
  label: ReactNode
  error?: string | undefined
}

export function Checkbox({ label, error, className, ...rest }: Props) {
  const id = useId()
  return (
    <div className={className}>
      <label className="flex items-start gap-3 py-1">
        <input
          {...rest}
          type="checkbox"
          aria-invalid={error ? true : undefined}
          aria-describedby={error ? `${id}-error` : undefined}
          className="mt-0.5 size-5 shrink-0 rounded-sm"
        />
        <span>{label}</span>
      </label>
      {error && <FieldError id={`${id}-error`}>{error}</FieldError>}
    </div>
  )
}
