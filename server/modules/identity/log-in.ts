/**
 * Logs in with e-mail and password.
 *
 * Unknown address, wrong password and suspended account get the same answer after
 * the same work. Failures are counted by account and address.
 */
import { sql } from 'kysely'
import type { Ctx } from '#kit/context.ts'
import { failure } from '#kit/failure.ts'
import { command } from '#kit/operation.ts'
import { visitor } from '#kit/policy.ts'
import { normalEmail } from '#kit/text.ts'
import { Email, Type } from '#kit/types.ts'
import { countFailure, mayTry } from './attempts.ts'
import { note } from './security-event.ts'
import { GivenPassword, hashPassword, isOutdated, verifyPassword } from './password.ts'
import { Session, signIn, type Person } from './session.ts'

export const LogInRefused = failure(
  'identity.log_in_refused',
  401,
  Type.Object({}, { additionalProperties: false }),
  {
    en: 'E-mail or password is not right.',
    de: 'E-Mail-Adresse oder Passwort stimmt nicht.',
    ar: 'البريد الإلكتروني أو كلمة المرور غير صحيحة.',
  },
)

export const logIn = command({
  id: 'identity.logIn',
  summary: 'Log in',
  description:
    'A guest’s cart and orders become the account’s. If it has an open cart already, the two become one: quantities are summed as far as stock goes, and the details of the cart touched last win.',
  rest: 'POST /sessions',
  audience: 'shop',
  whenClosed: true,
  access: visitor,
  limit: 'identity.logIn',
  session: 'starts',
  status: 201,
  input: Type.Object({ email: Email, password: GivenPassword }),
  output: Session,
  failures: [LogInRefused],
  async run({ email, password }, ctx) {
    await mayTry(ctx, email)
    const found = await findByEmail(ctx, normalEmail(email))
    const right = await verifyPassword(password, found?.hash ?? null)
    if (!found || !right || found.state !== 'active') {
      throw LogInRefused(
        {},
        {
          keep: async (after) => {
            await countFailure(after, email)
            await note(after, found?.id ?? null, 'log_in_refused')
          },
        },
      )
    }
    if (isOutdated(found.hash)) {
      await sql`update identity.password set hash = ${await hashPassword(password)} where store_id = ${ctx.storeId} and person_id = ${found.id}`.execute(
        ctx.db,
      )
    }
    await note(ctx, found.id, 'logged_in')
    const { id, email: address, name, locale, version } = found
    return signIn(ctx, { id, email: address, name, locale, version })
  },
})

async function findByEmail(
  ctx: Ctx,
  email: string,
): Promise<(Person & { hash: string; state: string }) | null> {
  const { rows } = await sql<Person & { hash: string; state: string }>`
    select p.id, p.email, p.name, p.locale, p.version, p.state, w.hash from identity.person p
    join identity.password w on w.person_id = p.id
    where p.store_id = ${ctx.storeId} and p.email = ${email} and p.archived_at is null`.execute(ctx.db)
  return rows[0] ?? null
}
