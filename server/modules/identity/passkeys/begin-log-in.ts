/** Begins a log-in by passkey. It is the same for everybody, and nothing is looked up. */
import { Nothing, query } from '#kit/operation.ts'
import { anyone } from '#kit/policy.ts'
import { PasskeyRequest, requestFor } from './assertion.ts'
import { PasskeysNeedName } from './relying-party.ts'

export const beginLogIn = query({
  id: 'identity.passkeys.beginLogIn',
  summary: 'Begin a log-in by passkey',
  description: 'The answer of the device goes to `identity.passkeys.logIn` within five minutes.',
  rest: 'POST /sessions/challenges',
  audience: 'shop',
  whenClosed: true,
  access: anyone,
  input: Nothing,
  output: PasskeyRequest,
  failures: [PasskeysNeedName],
  run: async (_, ctx) => requestFor(ctx),
})
