/** One of a few, each with room to explain itself: delivery and payment methods. */
import { useId, type ReactNode } from 'react'
import { FieldError } from './field.tsx'

export type RadioCard = { value: string; title: ReactNode; note?: ReactNode; aside?: ReactNode }

type Props = {
  legend: string
  /** Hides the legend when a heading above already says it. */
  legendHidden?: boolean
  name: string
  cards: RadioCard[]
  chosen?: string | undefined
  error?: string | undefined
  onChoose?: (value: string) => void
}

export function RadioCards({ legend, legendHidden, name, cards, chosen, error, onChoose }: Props) {
  const id = useId()
  return (
    <fieldset aria-describedby={error ? `${id}-error` : undefined}>
      <legend className={legendHidden ? 'sr-only' : 'mb-2 text-sm font-semibold'}>{legend}</legend>
      <div className="divide-y divide-line overflow-clip rounded-panel border border-edge">
        {cards.map((card) => (
          <label
            key={card.value}
            className="flex cursor-pointer items-start gap-3 p-4 transition-colors hover:bg-tint has-checked:bg-accent-tint has-focus-visible:outline-2 has-focus-visible:-outline-offset-2 has-focus-visible:outline-accent"
          >
            <input
              type="radio"
              name={name}
              value={card.value}
              defaultChecked={card.value === chosen}
              aria-invalid={error ? true : undefined}
              onChange={() => onChoose?.(card.value)}
              className="mt-0.5 size-5 shrink-0 outline-none"
            />
            <span className="min-w-0 flex-1">
              <span className="block font-medium">{card.title}</span>
              {card.note && <span className="mt-0.5 block text-sm text-quiet">{card.note}</span>}
            </span>
            {card.aside && <span className="shrink-0 font-medium tabular">{card.aside}</span>}
          </label>
        ))}
      </div>
      {error && <FieldError id={`${id}-error`}>{error}</FieldError>}
    </fieldset>
  )
}
