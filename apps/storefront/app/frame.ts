/**
 * What the header and footer need. A failure here must not take the page down: the frame is then drawn
 * without categories and cart, and the page itself tells what is wrong.
 */
import type { PageContext } from './context.ts'

export type Frame = Awaited<ReturnType<typeof readFrame>>
export type Shelf = { slug: string; name: string }

export async function readFrame(page: PageContext) {
  const { store, session } = page
  const orNothing = <T>(work: Promise<T>): Promise<T | null> =>
    work.catch((error: unknown) => {
      page.report(error)
      return null
    })
  const [shop, categories, current] = await Promise.all([
    orNothing(store.settings.storefront({})),
    orNothing(store.browse.categories({})),
    session.kind === 'anonymous' ? null : orNothing(store.cart.current({})),
  ])
  const shelves: Shelf[] = (categories?.items ?? [])
    .filter((category) => category.parentId === null)
    .map(({ slug, name }) => ({ slug, name }))
  return {
    shop: shop?.name ?? 'Quayside',
    demo: shop?.demo ?? false,
    locale: page.locale,
    timeZone: shop?.timeZone ?? page.timeZone,
    shelves,
    cartCount: current?.cart?.itemCount ?? 0,
    signedIn: session.kind === 'person',
    name: session.name,
    origin: page.origin,
    traceId: page.traceId,
    formToken: page.formToken ?? '',
  }
}
