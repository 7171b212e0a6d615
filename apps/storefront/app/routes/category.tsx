/** One shelf. */
import { Breadcrumb, Container, Page } from '@quayside/ui'
import { data } from 'react-router'
import { pageContext } from '../context.ts'
import { readList } from '../list.ts'
import { Head } from '../parts/head.tsx'
import { ProductList } from '../parts/product-list.tsx'
import { useWords } from '../parts/use-words.ts'
import { paths } from '../paths.ts'
import { found } from '../problem.ts'
import type { Route } from './+types/category.ts'

export async function loader({ request, params, context }: Route.LoaderArgs) {
  const page = context.get(pageContext)
  const [categories, list] = await Promise.all([
    found(page, page.store.browse.categories({})),
    readList(page, request, params.slug),
  ])
  const category = categories.items.find((one) => one.slug === params.slug)
  if (!category) throw data(null, { status: 404 })
  return { category, list }
}

export default function Category({ loaderData: { category, list } }: Route.ComponentProps) {
  const words = useWords()
  return (
    <>
      <Container className="pt-4">
        <Breadcrumb
          label={words.shell.breadcrumb}
          crumbs={[{ label: words.shell.allProducts, href: paths.products() }, { label: category.name }]}
        />
      </Container>
      <Page title={category.name} lead={category.description}>
        <Head
          title={category.name}
          description={category.description}
          canonical={paths.category(category.slug, { after: list.after })}
        />
        <ProductList
          list={list}
          pathTo={({ sort, after }) =>
            paths.category(category.slug, { sort: sort ?? null, after: after ?? null })
          }
        />
      </Page>
    </>
  )
}
