/** Pictures with words, swiped or scrolled by keyboard: nothing moves by itself, and no script is needed. */
import { Picture } from '@quayside/ui'
import { useWords } from '../parts/use-words.ts'
import type { BlockOf } from '../store.ts'
import { ActionButton } from './action-button.tsx'
import { Section } from './section.tsx'

export function Slideshow({ of: { title, slides } }: { of: BlockOf<'slideshow'> }) {
  const words = useWords().content
  return (
    <Section title={title}>
      <ul
        aria-label={title || words.slides}
        tabIndex={slides.length > 1 ? 0 : undefined}
        className="-mx-4 flex snap-x snap-mandatory gap-4 overflow-x-auto px-4 sm:-mx-6 sm:px-6 lg:-mx-8 lg:px-8"
      >
        {slides.map((slide) => (
          <li
            key={slide.picture.url}
            className="flex w-[86%] shrink-0 snap-center flex-col overflow-clip rounded-panel bg-tint sm:w-[70%] lg:w-[58%]"
          >
            <Picture
              of={slide.picture}
              sizes="(min-width: 64rem) 58vw, 86vw"
              className="aspect-video w-full"
            />
            <div className="flex flex-1 flex-wrap items-end justify-between gap-4 p-5 sm:p-6">
              <div className="min-w-0 flex-1 basis-64">
                <h3 dir="auto" className="text-lg font-semibold">
                  {slide.title}
                </h3>
                <p dir="auto" className="mt-1 text-quiet">
                  {slide.lead}
                </p>
              </div>
              <ActionButton of={slide.action} look="secondary" />
            </div>
          </li>
        ))}
      </ul>
    </Section>
  )
}
