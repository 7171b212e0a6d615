/**
 * A number with less and more, inside a form of its own. Without script each button submits the form with
 * `step` = -1 or 1 beside `quantity`; a hidden first button makes Enter mean "as typed". With script `onStep` and `onType` hear of
 * it instead, and `value` follows.
 */
import { useEffect, useRef, type MouseEvent } from 'react'
import { Icon } from './icon.tsx'

type Props = {
  label: string
  less: string
  more: string
  update: string
  value: number
  /** Changes with every change that was kept: what is typed then gives way to `value`, also when that is as before. */
  revision: number
  min?: number
  max: number
  onStep?: (up: boolean) => void
  onType?: (text: string) => void
}

const side =
  'grid size-11 shrink-0 place-items-center transition-colors hover:bg-shade focus-visible:-outline-offset-2 ' +
  'disabled:text-edge disabled:hover:bg-transparent'

export function QuantityStepper({
  label,
  less,
  more,
  update,
  value,
  revision,
  min = 1,
  max,
  onStep,
  onType,
}: Props) {
  const field = useRef<HTMLInputElement>(null)
  // Not drawn anew: who types there stays there.
  useEffect(() => {
    if (field.current) field.current.value = String(value)
  }, [value, revision])
  const step = (event: MouseEvent, up: boolean) => {
    if (!onStep) return
    event.preventDefault()
    onStep(up)
  }
  return (
    <span className="inline-flex flex-wrap items-center gap-2">
      <button type="submit" tabIndex={-1} aria-hidden="true" className="sr-only">
        {update}
      </button>
      <span className="inline-flex items-stretch overflow-clip rounded-control border border-edge">
        <button
          type="submit"
          name="step"
          value="-1"
          aria-label={less}
          disabled={value <= min}
          onClick={(event) => step(event, false)}
          className={side}
        >
          <Icon name="minus" className="size-4" />
        </button>
        <input
          ref={field}
          name="quantity"
          type="text"
          inputMode="numeric"
          pattern="[0-9]*"
          autoComplete="off"
          aria-label={label}
          defaultValue={value}
          onInput={onType && ((event) => onType(event.currentTarget.value))}
          className="peer w-10 bg-transparent text-center font-medium tabular focus-visible:-outline-offset-2"
        />
        <button
          type="submit"
          name="step"
          value="1"
          aria-label={more}
          disabled={value >= max}
          onClick={(event) => step(event, true)}
          className={side}
        >
          <Icon name="plus" className="size-4" />
        </button>
      </span>
    </span>
  )
}
