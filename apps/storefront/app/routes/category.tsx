/** One shelf, with the way up and the shelves inside it. */
import { Container, Page } from '@quayside/ui'
import { pageContext } from '../context.ts'
import { isPartial } from '../list-query.ts'
import { readList, type List } from '../list.ts'
import { movedTo } from '../moved.ts'
import { Head } from '../parts/head.tsx'
import { ProductList } from '../parts/product-list.tsx'
import { ShelfLinks } from '../parts/shelf-links.tsx'
import type { InLanguages } from '../parts/use-address-in.ts'
import { Trail } from '../parts/trail.tsx'
import { useWords } from '../parts/use-words.ts'
import { paths } from '../paths.ts'
import { found } from '../problem.ts'
import { forEverybody } from '../protected.ts'
import type { Route } from './+types/category.ts'

export const middleware = [forEverybody]

export async function loader({ request, params, context }: Route.LoaderArgs) {
  const page = context.get(pageContext)
  const [category, list] = await Promise.all([
    found(page, page.store.browse.category({ slug: params.slug })),
    readList(page, request, { category: params.slug }),
  ])
  if (category.slug !== params.slug) throw movedTo(paths.category(category.slug), request)
  return { category, list }
}

const listOf = ({ list }: { list: List }) => list

export const handle: InLanguages<typeof loader> = {
  path: ({ category }, slugOf) => paths.category(slugOf(category)),
}

export default function Category({ loaderData: { category, list } }: Route.ComponentProps) {
  const words = useWords()
  return (
    <>
      <Container className="pt-4">
        <Trail
          crumbs={[
            { label: words.shell.allProducts, href: paths.products() },
            ...category.above.map(({ name, slug }) => ({ label: name, href: paths.category(slug) })),
            { label: category.name },
          ]}
        />
      </Container>
      <Page title={category.name} lead={category.description}>
        <Head
          title={category.name}
          description={category.description}
          kind="category"
          at={(slug) => paths.category(slug)}
          named={category}
          own={category}
          picture={category.picture}
          hidden={isPartial(list.query)}
        />
        <ShelfLinks shelves={category.below} label={words.list.inside(category.name)} />
        <ProductList list={list} read={listOf} />
      </Page>
    </>
  )
}
