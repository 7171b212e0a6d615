/** A list that somebody shared, as whoever has its link sees it. */
import { EmptyState, LinkButton, Page } from '@quayside/ui'
import { pageContext } from '../context.ts'
import { Head } from '../parts/head.tsx'
import { ProductTile } from '../parts/product-tile.tsx'
import { useWords } from '../parts/use-words.ts'
import { paths } from '../paths.ts'
import { found } from '../problem.ts'
import type { Route } from './+types/shared-list.ts'

export async function loader({ params: { token }, context }: Route.LoaderArgs) {
  const page = context.get(pageContext)
  return found(page, page.store.wishlists.shared({ token }))
}

export default function SharedList({ loaderData: { name, items } }: Route.ComponentProps) {
  const words = useWords().lists
  const products = [
    ...new Map(items.flatMap(({ product }) => (product ? [[product.id, product]] : []))).values(),
  ]
  return (
    <Page title={name} lead={words.sharedLead}>
      <Head title={name} hidden />
      {products.length === 0 ? (
        <EmptyState
          icon="heart"
          title={words.emptyTitle}
          action={<LinkButton href={paths.products()}>{words.look}</LinkButton>}
        />
      ) : (
        <ul className="grid grid-cols-2 gap-x-4 gap-y-8 md:grid-cols-3 lg:grid-cols-4">
          {products.map((product, index) => (
            <ProductTile key={product.id} product={product} eager={index < 4} heading="h2" />
          ))}
        </ul>
      )}
    </Page>
  )
}
