/** Takes the orders that guests placed with a proven address into the account of whoever holds the link and is logged in. */
import { command } from '#kit/operation.ts'
import { member } from '#kit/policy.ts'
import { Count, Token, Type, shape } from '#kit/types.ts'
import { customerId } from '../../customers/index.ts'
import { giveOrders, ofGuests } from '../claim.ts'
import { ClaimLinkNotValid, readClaimLink, useClaimLink } from './link.ts'

export const Claimed = shape('Claimed', { orders: Count })

export const accept = command({
  id: 'orders.claims.accept',
  summary: 'Take the orders of a proven address into my account',
  description: 'The account may have another address: the link proves the one of the orders.',
  rest: 'POST /claims',
  audience: 'shop',
  access: member,
  limit: 'identity.logIn',
  status: 201,
  input: Type.Object({ token: Token }),
  output: Claimed,
  failures: [ClaimLinkNotValid],
  async run({ token }, ctx) {
    const personId = customerId(ctx)
    const { email } = await readClaimLink(ctx, token, { lock: true })
    const orders = await giveOrders(ctx, ofGuests(email), personId)
    await useClaimLink(ctx, token, personId)
    return { orders }
  },
})
