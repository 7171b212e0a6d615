/**
 * The values of one option of a product, each a link to the page with that variant chosen: works without
 * script, can be shared and prefetched. What cannot be bought stays visible, struck through.
 */
import { cx } from './cx.ts'
import { Link } from './link.tsx'
import { Swatch } from './swatches.tsx'

export type OptionChoice = {
  label: string
  href: string
  chosen: boolean
  available: boolean
  /** A colour, shown as a dot before the label. */
  swatch?: string | null
  /** Instead of following the link. */
  onChoose?: () => void
}

type Props = { name: string; choices: OptionChoice[]; unavailable: string }

export function OptionRow({ name, choices, unavailable }: Props) {
  const chosen = choices.find((choice) => choice.chosen)
  return (
    <div role="group" aria-label={name}>
      <p className="mb-2 text-sm">
        <span className="font-semibold">{name}</span>
        {chosen && <span className="text-quiet"> · {chosen.label}</span>}
      </p>
      <ul className="flex flex-wrap gap-2">
        {choices.map((choice) => (
          <li key={choice.label}>
            <Link
              href={choice.href}
              eager
              keepScroll
              onClick={
                choice.onChoose &&
                ((event) => {
                  event.preventDefault()
                  choice.onChoose?.()
                })
              }
              aria-current={choice.chosen ? 'true' : undefined}
              className={cx(
                'relative flex min-h-11 min-w-11 items-center justify-center gap-2 overflow-clip rounded-control border px-4 transition-colors',
                choice.chosen
                  ? 'border-accent bg-accent-tint font-semibold ring-1 ring-accent'
                  : 'border-edge hover:border-ink hover:bg-tint',
                !choice.available && 'struck text-quiet',
              )}
            >
              {choice.swatch && <Swatch colour={choice.swatch} />}
              {choice.label}
              {!choice.available && <span className="sr-only"> ({unavailable})</span>}
            </Link>
          </li>
        ))}
      </ul>
    </div>
  )
}
