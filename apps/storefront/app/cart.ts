/** The visitor's cart, opened when first needed: looking around makes none. */
import type { PageContext } from './context.ts'
import type { Cart } from './store.ts'

export async function openCart({ store, session }: PageContext): Promise<Cart> {
  if (session.kind === 'anonymous') await store.identity.startGuest({})
  else {
    const { cart } = await store.cart.current({})
    if (cart) return cart
  }
  return store.cart.create({})
}

export async function currentCart({ store, session }: PageContext): Promise<Cart | null> {
  return session.kind === 'anonymous' ? null : (await store.cart.current({})).cart
}
