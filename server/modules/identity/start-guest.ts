/** Begins a session for a shopper without an account, so that a cart has an owner. */
import { command, Nothing } from '#kit/operation.ts'
import { visitor } from '#kit/policy.ts'
import { newId } from '#kit/id.ts'
import { Session, startSession } from './session.ts'

export const startGuest = command({
  id: 'identity.startGuest',
  summary: 'Begin as a guest',
  description: 'Answers a token: send it as `Authorization: Bearer`, or keep the cookie that comes with it.',
  rest: 'POST /guests',
  audience: 'shop',
  access: visitor,
  session: 'starts',
  status: 201,
  input: Nothing,
  output: Session,
  run: async (_, ctx) => ({
    ...(await startSession(ctx, { personId: null, guestId: newId() })),
    person: null,
  }),
})
