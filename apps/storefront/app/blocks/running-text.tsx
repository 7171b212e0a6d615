/** Text with headings, lists, emphasis and links, from data: nothing of it is markup before it is drawn here. */
import { TextLink } from '@quayside/ui'
import type { ReactNode } from 'react'
import type { ShownParagraph, ShownSpan } from '../store.ts'
import { linkTo } from './link-to.ts'

/** Lines of a list that follow each other are one list. */
function grouped(text: readonly ShownParagraph[]): ShownParagraph[][] {
  const groups: ShownParagraph[][] = []
  for (const paragraph of text) {
    const last = groups.at(-1)
    const isLine = paragraph.kind === 'bullet' || paragraph.kind === 'number'
    if (last && isLine && last[0]!.kind === paragraph.kind) last.push(paragraph)
    else groups.push([paragraph])
  }
  return groups
}

export function RunningText({ of }: { of: readonly ShownParagraph[] }) {
  return (
    <div className="flow max-w-prose text-ink-soft">
      {grouped(of).map((group, index) => (
        // Paragraphs have no names of their own and stay in their order.
        <Group key={index} of={group} />
      ))}
    </div>
  )
}

function Group({ of }: { of: ShownParagraph[] }) {
  const [first] = of
  const words = first!.spans.map(spanned)
  switch (first!.kind) {
    case 'bullet':
    case 'number': {
      const List = first!.kind === 'bullet' ? 'ul' : 'ol'
      return (
        <List dir="auto" className={first!.kind === 'bullet' ? 'list-disc ps-5' : 'list-decimal ps-5'}>
          {of.map(({ spans }, index) => (
            <li key={index} className="mt-1.5 ps-1">
              {spans.map(spanned)}
            </li>
          ))}
        </List>
      )
    }
    case 'heading':
      return (
        <h2 dir="auto" className="pt-4 text-xl font-semibold text-ink">
          {words}
        </h2>
      )
    case 'subheading':
      return (
        <h3 dir="auto" className="pt-2 font-semibold text-ink">
          {words}
        </h3>
      )
    case 'quote':
      return (
        <blockquote dir="auto" className="border-s-2 border-accent ps-5 text-lg text-ink">
          {words}
        </blockquote>
      )
    default:
      return <p dir="auto">{words}</p>
  }
}

function spanned({ text, marks, link }: ShownSpan, index: number): ReactNode {
  let shown: ReactNode = text
  if (marks.includes('emphasis')) shown = <em>{shown}</em>
  if (marks.includes('strong')) shown = <strong className="font-semibold text-ink">{shown}</strong>
  return link ? (
    <TextLink key={index} {...linkTo(link)}>
      {shown}
    </TextLink>
  ) : (
    <span key={index}>{shown}</span>
  )
}
