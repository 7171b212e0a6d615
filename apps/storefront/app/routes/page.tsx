/** A page that the shop tells about itself: its story, delivery, care. */
import { readGoods } from '../blocks/read.ts'
import { pageContext } from '../context.ts'
import { movedTo } from '../moved.ts'
import { Document } from '../parts/document.tsx'
import { Head } from '../parts/head.tsx'
import { useFrame } from '../parts/use-frame.ts'
import { Trail } from '../parts/trail.tsx'
import { paths } from '../paths.ts'
import { found } from '../problem.ts'
import { forEverybody } from '../protected.ts'
import type { Route } from './+types/page.ts'

export const middleware = [forEverybody]

export async function loader({ request, params, context }: Route.LoaderArgs) {
  const page = context.get(pageContext)
  const shown = await found(page, page.store.content.page({ slug: params.slug }))
  if (shown.slug !== null && shown.slug !== params.slug) throw movedTo(paths.page(shown.slug), request)
  return { shown, goods: await readGoods(page, shown.blocks) }
}

export default function ContentPage({ loaderData: { shown, goods } }: Route.ComponentProps) {
  const { shop } = useFrame()
  return (
    <>
      <Head
        title={shown.title}
        description={shown.summary}
        kind="page"
        at={paths.page}
        named={{ slug: shown.slug ?? '', slugs: shown.addresses }}
        own={shown}
        picture={shown.cover}
      />
      <Document
        of={shown}
        goods={goods}
        before={<Trail crumbs={[{ label: shop, href: paths.home() }, { label: shown.title }]} />}
      />
    </>
  )
}
