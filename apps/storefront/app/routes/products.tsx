/** All products, or those that a search finds. */
import { Page } from '@quayside/ui'
import { pageContext } from '../context.ts'
import { readList } from '../list.ts'
import { Head } from '../parts/head.tsx'
import { ProductList } from '../parts/product-list.tsx'
import { useWords } from '../parts/use-words.ts'
import { paths } from '../paths.ts'
import type { Route } from './+types/products.ts'

export const loader = ({ request, context }: Route.LoaderArgs) => readList(context.get(pageContext), request)

export default function Products({ loaderData: list }: Route.ComponentProps) {
  const words = useWords().list
  const title = list.q ? words.results(list.q) : words.title
  return (
    <Page title={title}>
      <Head title={title} canonical={paths.products({ after: list.after })} hidden={list.q !== ''} />
      <ProductList list={list} pathTo={paths.products} />
    </Page>
  )
}
