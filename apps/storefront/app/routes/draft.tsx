/** A page, a journal entry or the home before anybody else sees it, for who was given the link. */
import { Container, Notice } from '@quayside/ui'
import { Blocks } from '../blocks/blocks.tsx'
import { readGoods } from '../blocks/read.ts'
import { pageContext } from '../context.ts'
import { Document } from '../parts/document.tsx'
import { Head } from '../parts/head.tsx'
import { useWords } from '../parts/use-words.ts'
import { found } from '../problem.ts'
import type { Route } from './+types/draft.ts'

export async function loader({ params, context }: Route.LoaderArgs) {
  const page = context.get(pageContext)
  const shown = await found(page, page.store.content.preview({ token: params.token }))
  return { shown, goods: await readGoods(page, shown.blocks) }
}

export default function DraftPage({ loaderData: { shown, goods } }: Route.ComponentProps) {
  const words = useWords().content
  const notice = (
    <Notice tone="accent" title={words.draft}>
      {words.draftText}
    </Notice>
  )
  // Pages and journal entries have an address; the home and what stands in slots have none.
  const hasPage = shown.slug !== null
  return (
    <>
      <Head title={shown.title || words.draft} hidden />
      <Container className="pt-4">{notice}</Container>
      {hasPage ? (
        <Document of={shown} goods={goods} />
      ) : (
        <div className="pt-4 pb-20">
          <Blocks blocks={shown.blocks} goods={goods} />
        </div>
      )}
    </>
  )
}
