import { Done, command } from '#kit/operation.ts'
import { visitor } from '#kit/policy.ts'
import { Token, Type } from '#kit/types.ts'
import { AlertLinkNotValid } from '../failures.ts'
import { prove as proveAddress } from './reader.ts'

export const prove = command({
  id: 'wishlists.alerts.prove',
  summary: 'Show that the address for mails about my lists is mine',
  rest: 'POST /wishlist-alerts/proof',
  audience: 'shop',
  access: visitor,
  input: Type.Object({ token: Token }),
  output: Done,
  failures: [AlertLinkNotValid],
  async run({ token }, ctx) {
    await proveAddress(ctx, token)
    return { done: true as const }
  },
})
