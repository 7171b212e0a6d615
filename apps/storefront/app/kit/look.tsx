/** What everything is made of: the theme's colours, the sizes of text, the icons, the mark. */
import { Icon, icons, Mark, Skeleton, Swatch, Swatches } from '@quayside/ui'
import { Specimen, Specimens } from './specimen.tsx'

const grounds = [
  ['paper', 'bg-paper text-ink'],
  ['tint', 'bg-tint text-ink'],
  ['shade', 'bg-shade text-ink'],
  ['ink', 'bg-ink text-paper'],
  ['accent', 'bg-accent text-on-accent'],
  ['accent-strong', 'bg-accent-strong text-on-accent'],
  ['accent-tint', 'bg-accent-tint text-accent'],
  ['good-tint', 'bg-good-tint text-good'],
  ['warn-tint', 'bg-warn-tint text-warn'],
  ['bad-tint', 'bg-bad-tint text-bad'],
] as const
const texts = ['text-display', 'text-title', 'text-xl', 'text-lg', 'text-base', 'text-sm', 'text-xs'] as const

export function Look() {
  return (
    <Specimens title="The look">
      <Specimen of="colours: seven tokens, the rest derives" wide>
        <ul className="grid grid-cols-2 gap-2 sm:grid-cols-5">
          {grounds.map(([name, look]) => (
            <li key={name} className={`rounded-control border border-line px-3 py-4 text-sm ${look}`}>
              {name}
            </li>
          ))}
        </ul>
      </Specimen>
      <Specimen of="sizes of text: the first two in the face of titles" wide>
        {texts.map((size) => (
          <p key={size} className={size}>
            Made slowly, kept for years. Straßenöl · لقد صُنع بتأنٍّ
          </p>
        ))}
      </Specimen>
      <Specimen of="Icon" wide>
        <ul className="flex flex-wrap gap-4">
          {icons.map((name) => (
            <li key={name} className="flex w-24 flex-col items-center gap-1 text-xs text-quiet">
              <Icon name={name} className="size-6 text-ink" />
              {name}
            </li>
          ))}
        </ul>
      </Specimen>
      <Specimen of="Mark">
        <Mark className="size-12" />
      </Specimen>
      <Specimen of="Swatch, Swatches">
        <div className="flex items-center gap-6">
          <Swatch colour="#5b7f95" />
          <Swatches
            label="In eight colours"
            colours={['#fff', '#c96f4a', '#5b7f95', '#9aa58c', '#333', '#e5d8c0', '#7a5c3e', '#a33']}
          />
        </div>
      </Specimen>
      <Specimen of="Skeleton: after 150 ms">
        <div className="grid gap-2">
          <Skeleton className="aspect-4/5 w-full" />
          <Skeleton className="h-5 w-3/4" />
          <Skeleton className="h-5 w-1/3" />
        </div>
      </Specimen>
    </Specimens>
  )
}
