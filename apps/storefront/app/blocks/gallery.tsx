/** Pictures side by side. */
import { Picture } from '@quayside/ui'
import type { BlockOf } from '../store.ts'
import { Section } from './section.tsx'

export function Gallery({ of: { title, pictures } }: { of: BlockOf<'gallery'> }) {
  return (
    <Section title={title}>
      <ul className="grid grid-cols-2 gap-3 sm:gap-4 md:grid-cols-3">
        {pictures.map((picture) => (
          <li key={picture.url} className="overflow-clip rounded-panel">
            <Picture of={picture} sizes="(min-width: 48rem) 30vw, 46vw" className="aspect-square w-full" />
          </li>
        ))}
      </ul>
    </Section>
  )
}
