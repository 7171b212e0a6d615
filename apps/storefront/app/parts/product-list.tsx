/** A shelf or a search: how many there are, in which order, the products, and the way on. */
import { EmptyState, Grid, Icon, Link, LinkButton, Pagination } from '@quayside/ui'
import { firstSort, type List } from '../list.ts'
import { paths } from '../paths.ts'
import { Narrowing } from './narrowing.tsx'
import { ProductTile } from './product-tile.tsx'
import { SortChoice } from './sort-choice.tsx'
import { useFrame } from './use-frame.ts'
import { useWords } from './use-words.ts'

const FIRST_ROW = 4 // products that are on screen at once, whose pictures must not wait

type Query = Parameters<typeof paths.products>[0] & object

export function ProductList({ list, pathTo }: { list: List; pathTo: (query: Query) => string }) {
  const words = useWords().list
  const sort = list.sort === firstSort(list.q) ? null : list.sort
  const narrowed = { option: list.options, available: list.available ? ('1' as const) : null }
  const here = { q: list.q, sort, ...narrowed }
  const isNarrowed = list.available || list.options.length > 0
  if (list.items.length === 0 && !list.after && !isNarrowed) return <Nothing q={list.q} />
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
        <SortChoice list={list} />
      </div>
      <Narrowing list={list} />
      {list.items.length === 0 && <p className="text-quiet">{words.nothingLeft}</p>}
      <Grid>
        {list.items.map((product, index) => (
          <ProductTile
            key={product.id}
            product={product}
            pieces={list.highlights.find(({ productId }) => productId === product.id)?.name}
            eager={index < FIRST_ROW}
            heading="h2"
          />
        ))}
      </Grid>
      <Pagination
        label={words.pages}
        first={list.after ? { label: words.first, href: pathTo(here) } : undefined}
        next={list.next ? { label: words.next, href: pathTo({ ...here, after: list.next }) } : undefined}
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
