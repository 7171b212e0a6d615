/** The journal: its entries, the newest first. */
import { EmptyState, LinkButton, Page, Pagination } from '@quayside/ui'
import { pageContext } from '../context.ts'
import { Head } from '../parts/head.tsx'
import { PostTile } from '../parts/post-tile.tsx'
import { useFrame } from '../parts/use-frame.ts'
import { useWords } from '../parts/use-words.ts'
import { pathBehind, paths } from '../paths.ts'
import { found } from '../problem.ts'
import { forEverybody } from '../protected.ts'
import type { Route } from './+types/journal.ts'

const ON_A_PAGE = 12
const LONGEST_TAG = 40

export const middleware = [forEverybody]

export async function loader({ request, context }: Route.LoaderArgs) {
  const page = context.get(pageContext)
  const { searchParams } = new URL(request.url)
  const [tag, after] = [
    searchParams.get('tag')?.slice(0, LONGEST_TAG).trim() || null,
    searchParams.get('after'),
  ]
  const { items, next } = await found(
    page,
    page.store.content.journal({ limit: ON_A_PAGE, ...(tag && { tag }), ...(after && { after }) }),
  )
  return { items, next, tag, after }
}

export default function Journal({ loaderData: { items, next, tag, after } }: Route.ComponentProps) {
  const words = useWords()
  const { shop, base } = useFrame()
  return (
    <Page title={tag ?? words.content.journal} lead={words.content.journalLead}>
      <Head
        title={tag ?? words.content.journal}
        description={words.content.journalLead}
        at={() => paths.journal()}
        hidden={tag !== null || after !== null}
      />
      <link
        rel="alternate"
        type="application/atom+xml"
        title={`${shop} · ${words.content.journal}`}
        href={pathBehind(base, paths.journalFeed())}
      />
      {items.length === 0 ? (
        <EmptyState
          icon="info"
          title={words.content.noPosts}
          action={<LinkButton href={paths.journal()}>{words.content.allPosts}</LinkButton>}
        />
      ) : (
        <ul className="grid gap-x-6 gap-y-12 sm:grid-cols-2 lg:grid-cols-3">
          {items.map((post, index) => (
            <PostTile key={post.id} post={post} heading="h2" eager={index < 2} />
          ))}
        </ul>
      )}
      {(next || after) && (
        <Pagination
          label={words.list.pages}
          first={after ? { label: words.list.first, href: paths.journal({ tag }) } : undefined}
          next={next ? { label: words.content.older, href: paths.journal({ tag, after: next }) } : undefined}
        />
      )}
    </Page>
  )
}
