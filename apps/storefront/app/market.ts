/** In whose currency the visitor is told prices: a cookie, so that addresses stay the same. */
import type { PageContext } from './context.ts'
import { settle } from './problem.ts'

const YEAR = 31_536_000 // seconds

export const marketCookie = (code: string) => `market=${code}; Path=/; Max-Age=${YEAR}; SameSite=Lax`

type Move = { market: string; leaveOut: boolean }

/** The visitor's cart comes along; what is being paid for stays as it is. The problem, where it cannot. */
export async function moveCart(page: PageContext, { market, leaveOut }: Move) {
  const { store, session } = page
  if (session.kind === 'anonymous') return null
  const { cart } = await store.cart.current({})
  if (cart?.state !== 'open') return null
  const { problem } = await settle(page, store.cart.setMarket({ cartId: cart.id, market, leaveOut }))
  return problem
}

/** What a cart has that is not sold where it was to be moved. */
export function notSoldThere({
  code,
  details,
}: {
  code: string
  details: Record<string, unknown>
}): string[] {
  const names = code === 'cart.not_sold_in_market' ? details['names'] : null
  return Array.isArray(names) ? names.filter((name) => typeof name === 'string') : []
}
