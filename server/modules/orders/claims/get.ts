/** What a link from the mail would bring into an account; looking does not use it up. */
import { sql } from 'kysely'
import { query } from '#kit/operation.ts'
import { anyone } from '#kit/policy.ts'
import { Email, Flag, Instant, List, Token, Type, shape } from '#kit/types.ts'
import { buyersCard, cardsPage } from '../cards.ts'
import { ofGuests } from '../claim.ts'
import { OrderCard } from '../order.ts'
import { ClaimLinkNotValid, readClaimLink } from './link.ts'

const MOST_SHOWN = 20

export const Claim = shape('Claim', {
  email: Email,
  expiresAt: Instant,
  /** Somebody with this address can log in already. */
  hasAccount: Flag,
  /** The newest of them. */
  orders: List(OrderCard, MOST_SHOWN),
})

export const get = query({
  id: 'orders.claims.get',
  summary: 'The orders that a link from the mail would take into an account',
  rest: 'GET /claims',
  audience: 'shop',
  access: anyone,
  input: Type.Object({ token: Token }),
  output: Claim,
  failures: [ClaimLinkNotValid],
  async run({ token }, ctx) {
    const { email, expiresAt } = await readClaimLink(ctx, token)
    const { items } = await cardsPage(ctx, ofGuests(email), { limit: MOST_SHOWN })
    const { rows: known } = await sql`
      select 1 from identity.person where store_id = ${ctx.storeId} and email = ${email} and state = 'active' and archived_at is null`.execute(
      ctx.db,
    )
    return {
      email,
      expiresAt: expiresAt.toISOString(),
      hasAccount: known.length > 0,
      orders: items.map(buyersCard),
    }
  },
})
