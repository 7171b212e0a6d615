/** Begins an account with a passkey. Nothing is kept and nobody is looked up: whether the address is free, the sign-up says. */
import { newId } from '#kit/id.ts'
import { query } from '#kit/operation.ts'
import { anyone } from '#kit/policy.ts'
import { Email, Text, Type } from '#kit/types.ts'
import { normalEmail, tidy } from '#kit/text.ts'
import { PasskeyCreation, creationFor } from './registration.ts'
import { PasskeysNeedName } from './relying-party.ts'

export const beginSignUp = query({
  id: 'identity.passkeys.beginSignUp',
  summary: 'Begin an account with a passkey',
  description: 'The answer of the device goes to `identity.passkeys.signUp` within five minutes.',
  rest: 'POST /people/challenges',
  audience: 'shop',
  access: anyone,
  input: Type.Object({ email: Email, name: Text(120) }),
  output: PasskeyCreation,
  failures: [PasskeysNeedName],
  run: ({ email, name }, ctx) =>
    creationFor(ctx, {
      use: 'sign_up',
      person: { id: newId(), email: normalEmail(email), name: tidy(name) },
      known: [],
    }),
})
