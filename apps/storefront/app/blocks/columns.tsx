/** Short things side by side. */
import { Icon, Picture, TextLink, type IconName } from '@quayside/ui'
import type { BlockOf } from '../store.ts'
import { linkTo } from './link-to.ts'
import { Section } from './section.tsx'

export function Columns({ of: { title, columns } }: { of: BlockOf<'columns'> }) {
  return (
    <Section title={title}>
      <ul className="grid gap-8 border-t border-line pt-10 sm:grid-cols-2 md:grid-cols-[repeat(auto-fit,minmax(14rem,1fr))]">
        {columns.map((column) => (
          <li key={column.title} className="flex gap-4">
            {column.icon && <Icon name={column.icon as IconName} className="size-6 shrink-0 text-accent" />}
            <div className="min-w-0">
              {column.picture && (
                <div className="mb-4 overflow-clip rounded-panel">
                  <Picture
                    of={column.picture}
                    sizes="(min-width: 48rem) 30vw, 92vw"
                    className="aspect-4/3 w-full"
                  />
                </div>
              )}
              <h3 dir="auto" className="font-semibold">
                {column.title}
              </h3>
              <p dir="auto" className="mt-1 text-quiet">
                {column.lead}
              </p>
              {column.action && (
                <TextLink {...linkTo(column.action.link)} className="mt-2 inline-block">
                  {column.action.label}
                </TextLink>
              )}
            </div>
          </li>
        ))}
      </ul>
    </Section>
  )
}
