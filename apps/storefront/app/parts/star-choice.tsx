/** One to five stars, each with what it means in words. */
import { FieldError, Stars } from '@quayside/ui'
import { useId } from 'react'
import { useWords } from './use-words.ts'

export function StarChoice({ chosen, error }: { chosen: number; error: string | undefined }) {
  const words = useWords().reviews
  const id = useId()
  return (
    <fieldset aria-describedby={error ? id : undefined}>
      <legend className="mb-2 text-sm font-semibold">{words.form.stars}</legend>
      <div className="divide-y divide-line overflow-clip rounded-panel border border-edge">
        {[5, 4, 3, 2, 1].map((stars) => (
          <label
            key={stars}
            className="flex min-h-12 cursor-pointer items-center gap-3 px-4 transition-colors hover:bg-tint has-checked:bg-accent-tint has-focus-visible:outline-2 has-focus-visible:-outline-offset-2 has-focus-visible:outline-accent"
          >
            <input
              type="radio"
              name="stars"
              value={stars}
              required
              defaultChecked={stars === chosen}
              aria-invalid={error ? true : undefined}
              className="size-5 shrink-0 outline-none"
            />
            <Stars hundredths={stars * 100} label={words.stars(stars)} className="text-lg" />
            <span>{words.form.starWords[stars - 1]}</span>
          </label>
        ))}
      </div>
      {error && <FieldError id={id}>{error}</FieldError>}
    </fieldset>
  )
}
