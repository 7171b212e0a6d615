/**
 * Logs in by a passkey, and then as with a password.
 *
 * An unknown key, a wrong signature, an old challenge and a suspended account get the same answer. A counter that does
 * not rise says that there are two of a key that there should be one of: refused, and noted as such.
 */
import { sql } from 'kysely'
import type { Ctx } from '#kit/context.ts'
import { failure } from '#kit/failure.ts'
import { command } from '#kit/operation.ts'
import { visitor } from '#kit/policy.ts'
import { Type } from '#kit/types.ts'
import { note, type SecurityEvent } from '../security-event.ts'
import { Session, signIn, type Person } from '../session.ts'
import { SignedByPasskey, signedBy, type Signed } from './assertion.ts'

export const PasskeyRefused = failure(
  'identity.passkey_refused',
  401,
  Type.Object({}, { additionalProperties: false }),
  {
    en: 'This passkey was not accepted. Try again, or log in another way.',
    de: 'Dieser Passkey wurde nicht angenommen. Versuchen Sie es noch einmal, oder melden Sie sich anders an.',
    ar: 'لم يُقبل مفتاح المرور هذا. حاول مرة أخرى، أو سجّل الدخول بطريقة أخرى.',
  },
)

export const logIn = command({
  id: 'identity.passkeys.logIn',
  summary: 'Log in by passkey',
  description: 'What becomes of a guest’s cart and orders is as with `identity.logIn`.',
  rest: 'POST /sessions/passkey',
  audience: 'shop',
  whenClosed: true,
  access: visitor,
  limit: 'identity.logIn',
  session: 'starts',
  status: 201,
  input: Type.Object({ passkey: SignedByPasskey }),
  output: Session,
  failures: [PasskeyRefused],
  async run({ passkey }, ctx) {
    const key = await findKey(ctx, passkey)
    const signed = key && (await signedBy(ctx, key, passkey))
    if (!key || !signed || !(await signed.useUp())) throw refused(key?.id ?? null, 'passkey_refused')
    if (!(await countOn(ctx, key.passkeyId, signed))) throw refused(key.id, 'passkey_counter_went_back')
    await note(ctx, key.id, 'logged_in')
    const { id, email, name, locale, version } = key
    return signIn(ctx, { id, email, name, locale, version })
  },
})

const refused = (personId: string | null, kind: SecurityEvent) =>
  PasskeyRefused({}, { keep: (after) => note(after, personId, kind) })

type FoundKey = Person & { passkeyId: string; credentialId: Buffer; publicKey: Buffer }

/** By its own id, of an account that is open. Whom the device names besides must be its owner. */
async function findKey(ctx: Ctx, { id, userHandle }: SignedByPasskey): Promise<FoundKey | null> {
  const { rows } = await sql<FoundKey>`
    select p.id, p.email, p.name, p.locale, p.version, k.id as "passkeyId", k.credential_id as "credentialId", k.public_key as "publicKey"
    from identity.passkey k join identity.person p on p.store_id = k.store_id and p.id = k.person_id
    where k.store_id = ${ctx.storeId} and k.credential_id = ${Buffer.from(id, 'base64url')} and p.state = 'active' and p.archived_at is null`.execute(
    ctx.db,
  )
  const [key] = rows
  if (!key) return null
  const named = userHandle === undefined ? key.id : Buffer.from(userHandle, 'base64url').toString()
  return named === key.id ? key : null
}

/** False when the counter does not rise; of two at once the second is judged by what the first has left. */
async function countOn(ctx: Ctx, passkeyId: string, { counter, isBackedUp }: Signed): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update identity.passkey set counter = ${counter}, backed_up = ${isBackedUp}, last_used_at = ${ctx.now()}
    where store_id = ${ctx.storeId} and id = ${passkeyId}
      and (counter < ${counter} or (counter = 0 and ${counter}::bigint = 0))`.execute(ctx.db)
  return numAffectedRows === 1n
}
