/** What the visitor looked at before: of the shop's answers a small one of its own, that no page fails without. */
import type { PageContext } from './context.ts'
import type { ProductCard } from './store.ts'

const SHOWN = 4

/** Nothing of those without a session: they have left nothing behind. `except` is the product whose page it is. */
export async function readViewed(
  { store, session, report }: PageContext,
  except?: string,
): Promise<ProductCard[]> {
  if (session.kind === 'anonymous') return []
  try {
    const { items } = await store.browse.viewed.list(except ? { except } : {})
    return items.slice(0, SHOWN)
  } catch (error) {
    report(error)
    return []
  }
}
