/** What the shop has put together across its shelves. */
import { Container, Page } from '@quayside/ui'
import { pageContext } from '../context.ts'
import { isPartial } from '../list-query.ts'
import { readList, type List } from '../list.ts'
import { movedTo } from '../moved.ts'
import { Head } from '../parts/head.tsx'
import { ProductList } from '../parts/product-list.tsx'
import type { InLanguages } from '../parts/use-address-in.ts'
import { Trail } from '../parts/trail.tsx'
import { useWords } from '../parts/use-words.ts'
import { paths } from '../paths.ts'
import { found } from '../problem.ts'
import { forEverybody } from '../protected.ts'
import type { Route } from './+types/collection.ts'

export const middleware = [forEverybody]

export async function loader({ request, params, context }: Route.LoaderArgs) {
  const page = context.get(pageContext)
  const [collection, list] = await Promise.all([
    found(page, page.store.browse.collection({ slug: params.slug })),
    readList(page, request, { collection: params.slug }),
  ])
  if (collection.slug !== params.slug) throw movedTo(paths.collection(collection.slug), request)
  return { collection, list }
}

const listOf = ({ list }: { list: List }) => list

export const handle: InLanguages<typeof loader> = {
  path: ({ collection }, slugOf) => paths.collection(slugOf(collection)),
}

export default function Collection({ loaderData: { collection, list } }: Route.ComponentProps) {
  const words = useWords()
  return (
    <>
      <Container className="pt-4">
        <Trail
          crumbs={[{ label: words.shell.allProducts, href: paths.products() }, { label: collection.name }]}
        />
      </Container>
      <Page title={collection.name} lead={collection.description}>
        <Head
          title={collection.name}
          description={collection.description}
          kind="collection"
          at={(slug) => paths.collection(slug)}
          named={collection}
          own={collection}
          picture={collection.picture}
          hidden={isPartial(list.query)}
        />
        <ProductList list={list} read={listOf} />
      </Page>
    </>
  )
}
