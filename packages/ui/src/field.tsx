/**
 * A label, its control, a hint and what is wrong, tied together for assistive technology.
 * The control is drawn by the child from the attributes it is given.
 */
import { useId, type ReactNode } from 'react'
import { Icon } from './icon.tsx'

export type ControlAttributes = {
  id: string
  'aria-describedby': string | undefined
  'aria-invalid': true | undefined
}

type Props = {
  label: string
  hint?: ReactNode
  error?: string | undefined
  /** Word shown beside the label of a field that may stay empty. */
  optional?: string | undefined
  className?: string | undefined
  children: (control: ControlAttributes) => ReactNode
}

export function Field({ label, hint, error, optional, className, children }: Props) {
  const id = useId()
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ')
  return (
    <div className={className}>
      <label htmlFor={id} className="mb-1.5 flex items-baseline justify-between gap-2 text-sm font-semibold">
        {label}
        {optional && <span className="font-normal text-quiet">{optional}</span>}
      </label>
      {children({ id, 'aria-describedby': described || undefined, 'aria-invalid': error ? true : undefined })}
      {hint && (
        <p id={`${id}-hint`} className="mt-1.5 text-sm text-quiet">
          {hint}
        </p>
      )}
      {error && <FieldError id={`${id}-error`}>{error}</FieldError>}
    </div>
  )
}

export function FieldError({ id, children }: { id?: string; children: ReactNode }) {
  return (
    <p id={id} className="mt-1.5 flex items-start gap-1.5 text-sm font-medium text-bad">
      <Icon name="alert" className="mt-0.5 size-4 shrink-0" />
      <span>{children}</span>
    </p>
  )
}
