/** All products, or those that a search finds. */
import { Page } from '@quayside/ui'
import { pageContext } from '../context.ts'
import { isPartial } from '../list-query.ts'
import { readList, type List } from '../list.ts'
import { Head } from '../parts/head.tsx'
import { ProductList } from '../parts/product-list.tsx'
import { useWords } from '../parts/use-words.ts'
import { paths } from '../paths.ts'
import { forEverybody } from '../protected.ts'
import type { Route } from './+types/products.ts'

export const middleware = [forEverybody]

export const loader = ({ request, context }: Route.LoaderArgs) => readList(context.get(pageContext), request)

const itself = (list: List) => list

export default function Products({ loaderData: list }: Route.ComponentProps) {
  const words = useWords().list
  const { q } = list.query
  const title = q ? words.results(q) : words.title
  return (
    <Page title={title}>
      <Head title={title} at={() => paths.products()} hidden={isPartial(list.query)} />
      <ProductList list={list} read={itself} />
    </Page>
  )
}
