/** A shelf, a collection or a search: how many there are, what narrows them, the products, and more of them. */
import { cx, EmptyState, Grid, LinkButton, Pagination } from '@quayside/ui'
import { isNarrowed } from '../list-query.ts'
import type { List } from '../list.ts'
import { paths } from '../paths.ts'
import { Chips } from './chips.tsx'
import { FilterButton, Filters, canNarrow } from './filters.tsx'
import { ProductTile } from './product-tile.tsx'
import { SortChoice } from './sort-choice.tsx'
import { useFrame } from './use-frame.ts'
import { useListAddress } from './use-list-address.ts'
import { useMore } from './use-more.ts'
import { useWords } from './use-words.ts'

const FIRST_ROW = 4 // products that are on screen at once, whose pictures must not wait

/** `read` takes the list from what a page like this one answers. */
export function ProductList<Page>({ list, read }: { list: List; read: (page: Page) => List }) {
  const words = useWords().list
  const { pathname, params, pending } = useListAddress()
  const { items, highlights, next, loading, load } = useMore(list, read)
  const { query } = list
  if (items.length === 0 && !query.after && !isNarrowed(query)) return <Nothing q={query.q} />
  const filtered = canNarrow(list)
  const from = (after: string | null) => {
    const there = new URLSearchParams(params)
    if (after) there.set('after', after)
    else there.delete('after')
    return paths.narrowed(pathname, there)
  }
  return (
    <>
      <div className="mb-5 flex flex-wrap items-center justify-between gap-x-6 gap-y-3 border-b border-line pb-4">
        <p className="text-quiet">{list.total && words.found(list.total.count, list.total.atLeast)}</p>
        <div className="flex items-center gap-3 max-sm:w-full max-sm:justify-between">
          {filtered && <FilterButton list={list} />}
          <SortChoice list={list} />
        </div>
      </div>
      <Chips list={list} />
      <div className={cx(filtered && 'lg:grid lg:grid-cols-[14rem_1fr] lg:gap-x-10')}>
        {filtered && <Filters list={list} />}
        <div
          className={cx('min-w-0 transition-opacity', pending && 'opacity-60')}
          aria-busy={pending || undefined}
        >
          {items.length === 0 && <p className="text-quiet">{words.nothingLeft}</p>}
          <Grid beside={filtered}>
            {items.map((product, index) => (
              <ProductTile
                key={product.id}
                product={product}
                pieces={highlights.find(({ productId }) => productId === product.id)?.name}
                eager={index < FIRST_ROW}
                heading="h2"
              />
            ))}
          </Grid>
          <p role="status" className="sr-only">
            {items.length > list.items.length && words.shown(items.length)}
          </p>
          <Pagination
            label={words.pages}
            first={query.after ? { label: words.first, href: from(null) } : undefined}
            next={
              next
                ? { label: loading ? words.loading : words.next, href: from(next), busy: loading, more: load }
                : undefined
            }
          />
        </div>
      </div>
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
