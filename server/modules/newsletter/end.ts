/** Ends the letters to whom the link was sent, and erases their address. Doing it again changes nothing. */
import { Done, command } from '#kit/operation.ts'
import { visitor } from '#kit/policy.ts'
import { Token, Type } from '#kit/types.ts'
import { NewsletterLinkNotValid } from './failures.ts'
import { endIt, lockByLink } from './subscription.ts'

export const end = command({
  id: 'newsletter.end',
  summary: 'Get no more letters of the shop',
  rest: 'POST /newsletter/ends',
  audience: 'shop',
  access: visitor,
  input: Type.Object({ token: Token }),
  output: Done,
  failures: [NewsletterLinkNotValid],
  async run({ token }, ctx) {
    await endIt(ctx, await lockByLink(ctx, 'end', token), 'link')
    return { done: true as const }
  },
})
