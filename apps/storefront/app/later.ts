/** What the visitor set aside from the cart, and what the cart's page does with it. */
import type { PageContext } from './context.ts'
import { text } from './form.ts'
import type { Store, WishlistItem } from './store.ts'

/** No cart fails because of what was set aside. */
export async function readLater({ store, session, report }: PageContext): Promise<WishlistItem[]> {
  if (session.kind === 'anonymous') return []
  return store.wishlists.later.list({}).then(
    ({ items }) => items,
    (error: unknown) => {
      report(error)
      return []
    },
  )
}

/** The thing that is to go back; right after it was set aside it is named by its variant. */
export async function itemBack(store: Store, form: FormData): Promise<string> {
  const variantId = text(form, 'variantId')
  if (!variantId) return text(form, 'itemId')
  const { items } = await store.wishlists.later.list({})
  return items.find((item) => item.variantId === variantId)?.id ?? ''
}

export async function forgetLater(store: Store, itemId: string): Promise<void> {
  const { items } = await store.wishlists.lists.list({})
  const list = items.find(({ kind }) => kind === 'later')
  if (list) await store.wishlists.items.remove({ listId: list.id, itemId })
}
