/** A product's options and versions, for the choice beside a list. There is nothing to see. */
import { pageContext } from '../context.ts'
import { found } from '../problem.ts'
import { chooseVariant, isSku } from '../variants.ts'
import type { Route } from './+types/choice.ts'

export async function loader({ request, params: { slug }, context }: Route.LoaderArgs) {
  const page = context.get(pageContext)
  const sku = new URL(request.url).searchParams.get('variant')
  const product = await found(
    page,
    page.store.browse.product({ slug, ...(isSku(sku) ? { variant: sku } : {}) }),
  )
  return { product, variant: chooseVariant(product, sku) }
}
