/** A shelf or a search: how many there are, in which order, the products, and the way on. */
import { EmptyState, Grid, Icon, Link, LinkButton, Pagination } from '@quayside/ui'
import type { List } from '../list.ts'
import { paths } from '../paths.ts'
import { ProductTile } from './product-tile.tsx'
import { SortChoice } from './sort-choice.tsx'
import { useFrame } from './use-frame.ts'
import { useWords } from './use-words.ts'

const FIRST_ROW = 4 // products that are on screen at once, whose pictures must not wait

type Query = { q?: string | null; sort?: string | null; after?: string | null }

export function ProductList({ list, pathTo }: { list: List; pathTo: (query: Query) => string }) {
  const words = useWords().list
  const sort = list.sort === 'position' ? null : list.sort
  if (list.items.length === 0 && !list.after) return <Nothing q={list.q} />
  return (
    <>
      <div className="mb-6 flex flex-wrap items-center justify-between gap-x-6 gap-y-3 border-b border-line pb-4">
        <div className="flex flex-wrap items-center gap-3">
          {list.total && <p className="text-quiet">{words.found(list.total.count, list.total.atLeast)}</p>}
          {list.q && (
            <Link
              href={pathTo({ sort })}
              aria-label={words.clearSearch(list.q)}
              className="inline-flex min-h-9 max-w-64 items-center gap-1.5 rounded-full bg-shade ps-3 pe-2 text-sm hover:bg-line"
            >
              <span className="truncate">{list.q}</span>
              <Icon name="close" className="size-4 shrink-0" />
            </Link>
          )}
        </div>
        <SortChoice q={list.q} sort={list.sort} />
      </div>
      <Grid>
        {list.items.map((product, index) => (
          <ProductTile key={product.id} product={product} eager={index < FIRST_ROW} heading="h2" />
        ))}
      </Grid>
      <Pagination
        label={words.pages}
        first={list.after ? { label: words.first, href: pathTo({ q: list.q, sort }) } : undefined}
        next={
          list.next ? { label: words.next, href: pathTo({ q: list.q, sort, after: list.next }) } : undefined
        }
      />
    </>
  )
}

function Nothing({ q }: { q: string }) {
  const words = useWords().list
  const { shelves } = useFrame()
  return (
    <EmptyState
      icon="search"
      title={q ? words.nothingTitle(q) : words.emptyTitle}
      action={shelves.map((shelf) => (
        <LinkButton key={shelf.slug} href={paths.category(shelf.slug)} look="secondary" size="small">
          {shelf.name}
        </LinkButton>
      ))}
    >
      <p>{q ? words.nothingText : words.emptyText}</p>
    </EmptyState>
  )
}
