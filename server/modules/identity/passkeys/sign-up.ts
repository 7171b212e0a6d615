/** Opens an account that has a passkey and no password, and logs in. */
import { command } from '#kit/operation.ts'
import { visitor } from '#kit/policy.ts'
import { Email, Text, Type } from '#kit/types.ts'
import { mayTry } from '../attempts.ts'
import { SignUpRefused, openAccount } from '../open-account.ts'
import { note } from '../security-event.ts'
import { Session, signIn } from '../session.ts'
import { PasskeyName, keepPasskey } from './passkey.ts'
import { MadePasskey, PasskeyNotMade, newKey } from './registration.ts'

export const signUp = command({
  id: 'identity.passkeys.signUp',
  summary: 'Open an account with a passkey',
  description: 'Begins a session. A guest’s cart and orders become the account’s.',
  rest: 'POST /people/passkey',
  audience: 'shop',
  access: visitor,
  limit: 'identity.logIn',
  session: 'starts',
  status: 201,
  input: Type.Object({
    email: Email,
    name: Text(120),
    passkeyName: PasskeyName,
    passkey: MadePasskey,
  }),
  output: Session,
  failures: [PasskeyNotMade, SignUpRefused],
  async run({ email, name, passkeyName, passkey }, ctx) {
    await mayTry(ctx, email)
    const key = await newKey(ctx, 'sign_up', passkey)
    const person = await openAccount(ctx, { id: key.personId, email, name, passwordHash: null })
    if (!(await keepPasskey(ctx, person.id, key, passkeyName))) throw PasskeyNotMade({})
    await note(ctx, person.id, 'passkey_added')
    return signIn(ctx, person)
  },
})
