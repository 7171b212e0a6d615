/** A page or journal entry: its heading, its picture, and what is arranged below. */
import { Container, DateText, Picture } from '@quayside/ui'
import type { ReactNode } from 'react'
import { Blocks } from '../blocks/blocks.tsx'
import type { Goods } from '../blocks/read.ts'
import type { ShownDocument } from '../store.ts'
import { useWords } from './use-words.ts'

type Props = {
  of: ShownDocument
  goods: Goods
  /** Whether it is told when it was written, and by whom. */
  dated?: boolean
  /** Above the heading. */
  before?: ReactNode
  after?: ReactNode
}

export function Document({ of, goods, dated = false, before, after }: Props) {
  const words = useWords().content
  return (
    <article className="pt-4 pb-20">
      <Container width="text">
        {before}
        <header className="mt-6 mb-10">
          {dated && of.publishedAt && (
            <p className="mb-3 text-sm text-quiet">
              <DateText at={of.publishedAt} style="day" />
              {of.author && <> · {words.by(of.author)}</>}
            </p>
          )}
          <h1 dir="auto" className="text-title font-semibold">
            {of.title}
          </h1>
          {of.summary && (
            <p dir="auto" className="mt-4 text-lg text-quiet">
              {of.summary}
            </p>
          )}
        </header>
      </Container>
      {of.cover && (
        <Container className="mb-12 max-w-5xl">
          <div className="overflow-clip rounded-panel">
            <Picture
              of={of.cover}
              eager
              sizes="(min-width: 64rem) 62rem, 96vw"
              className="aspect-3/2 w-full md:aspect-2/1"
            />
          </div>
        </Container>
      )}
      <Blocks blocks={of.blocks} goods={goods} titled />
      {after && (
        <Container width="text" className="mt-12">
          {after}
        </Container>
      )}
    </article>
  )
}
