/** Ends the caller's session on the server; the token is worthless from then on. */
import { command, Done, Nothing } from '#kit/operation.ts'
import { visitor } from '#kit/policy.ts'
import { personChanged } from './events.ts'
import { endSession } from './session.ts'

export const logOut = command({
  id: 'identity.logOut',
  summary: 'Log out',
  rest: 'DELETE /sessions/current',
  audience: 'shop',
  whenClosed: true,
  access: visitor,
  session: 'ends',
  input: Nothing,
  output: Done,
  async run(_, ctx) {
    await endSession(ctx)
    if (ctx.actor.kind === 'person') ctx.emit(personChanged, { ids: [ctx.actor.personId] })
    return { done: true as const }
  },
})
