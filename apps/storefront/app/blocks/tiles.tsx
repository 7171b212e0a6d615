/** Pictures with names that lead on. A shelf without a picture of its own has that of what stands first on it. */
import { Link, Picture } from '@quayside/ui'
import { useWords } from '../parts/use-words.ts'
import type { BlockOf, Category } from '../store.ts'
import { linkTo } from './link-to.ts'
import { Section } from './section.tsx'

export function Tiles({ of: { title, tiles }, shelves }: { of: BlockOf<'tiles'>; shelves: Category[] }) {
  const words = useWords().home
  return (
    <Section title={title}>
      <ul className="grid grid-cols-2 gap-x-4 gap-y-6 sm:gap-x-5 md:grid-cols-4 lg:gap-x-6">
        {tiles.map(({ title: name, link, picture }) => {
          const shelf = link.kind === 'category' ? shelves.find(({ slug }) => slug === link.slug) : undefined
          return (
            <li key={linkTo(link).href} className="group relative rounded-panel">
              <div className="overflow-clip rounded-panel bg-shade">
                <Picture
                  of={picture ?? shelf?.picture}
                  decorative
                  sizes="(min-width: 48rem) 22vw, 46vw"
                  className="aspect-4/3 w-full transition-transform duration-200 group-hover:scale-[1.02]"
                />
              </div>
              <h3 dir="auto" className="mt-2.5 font-medium">
                <Link
                  {...linkTo(link)}
                  eager
                  className="stretched group-hover:underline group-hover:underline-offset-4"
                >
                  {name}
                </Link>
              </h3>
              {shelf && <p className="text-sm text-quiet">{words.products(shelf.productCount)}</p>}
            </li>
          )
        })}
      </ul>
    </Section>
  )
}
