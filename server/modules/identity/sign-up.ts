/** Opens an account with a password and logs in. A guest's cart and orders become the person's. */
import { command } from '#kit/operation.ts'
import { visitor } from '#kit/policy.ts'
import { Email, Text, Type } from '#kit/types.ts'
import { mayTry } from './attempts.ts'
import { SignUpRefused, openAccount } from './open-account.ts'
import { Password, hashPassword } from './password.ts'
import { Session, signIn } from './session.ts'

export const signUp = command({
  id: 'identity.signUp',
  summary: 'Open an account',
  description: 'Begins a session. A guest’s cart and orders become the account’s.',
  rest: 'POST /people',
  audience: 'shop',
  access: visitor,
  limit: 'identity.logIn',
  session: 'starts',
  status: 201,
  input: Type.Object({ email: Email, password: Password, name: Text(120) }),
  output: Session,
  failures: [SignUpRefused],
  async run({ email, password, name }, ctx) {
    await mayTry(ctx, email)
    const passwordHash = await hashPassword(password)
    return signIn(ctx, await openAccount(ctx, { email, name, passwordHash }))
  },
})
