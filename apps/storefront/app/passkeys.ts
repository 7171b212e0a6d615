/**
 * Passkeys in the browser: it asks the store what to ask the device, and the device's answer goes back in a form of the
 * page. The browser's own functions read and write what is sent; there is no library.
 */
import { askStore, type Speaker } from './ask-store.ts'
import { paths } from './paths.ts'
import type { Settled } from './problem.ts'
import type { MadePasskey, SignedByPasskey } from './store.ts'

const NUMBER = /^[\d.]+$|^\[/
const LOOPBACK = /^127\.|^\[::1\]$/

/** Whether the shop's address is a name, which passkeys need. */
export const isNamed = (origin: string): boolean =>
  URL.canParse(origin) && !NUMBER.test(new URL(origin).hostname)

/** Whether this browser, on this page, can use passkeys of the shop. A shop at a loopback address is at `localhost`, too. */
export function canUsePasskeys(origin: string): boolean {
  if (!isSecureContext || !('PublicKeyCredential' in window)) return false
  if (!('parseCreationOptionsFromJSON' in PublicKeyCredential) || !URL.canParse(origin)) return false
  const shop = new URL(origin)
  if (LOOPBACK.test(shop.hostname)) shop.hostname = 'localhost'
  return isNamed(shop.origin) && shop.origin === location.origin
}

/** Has the device make one: for a new account, or without `person` for one's own. */
export async function makePasskey(
  speaker: Speaker,
  person?: { name: string; email: string },
): Promise<Settled<MadePasskey>> {
  const path = person ? paths.passkeyChallenge('sign-up') : paths.passkeyChallenge('add')
  const asked = await askStore<PublicKeyCredentialCreationOptionsJSON>(path, person ?? {}, speaker)
  if (asked.problem) return asked
  const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(asked.value)
  const { id, response } = await answered(navigator.credentials.create({ publicKey }))
  const { clientDataJSON, attestationObject, transports } = response as AuthenticatorAttestationResponseJSON
  return { value: { id, clientDataJSON, attestationObject, transports }, problem: null }
}

/** Has the device sign. With a `signal` it waits among what the browser offers to fill in, until it is taken or given up. */
export async function signByPasskey(
  speaker: Speaker,
  signal?: AbortSignal,
): Promise<Settled<SignedByPasskey>> {
  const asked = await askStore<PublicKeyCredentialRequestOptionsJSON>(
    paths.passkeyChallenge('log-in'),
    {},
    speaker,
  )
  if (asked.problem) return asked
  const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(asked.value)
  const { id, response } = await answered(
    navigator.credentials.get({ publicKey, ...(signal && { signal, mediation: 'conditional' as const }) }),
  )
  const { clientDataJSON, authenticatorData, signature, userHandle } =
    response as AuthenticatorAssertionResponseJSON
  return {
    value: { id, clientDataJSON, authenticatorData, signature, ...(userHandle && { userHandle }) },
    problem: null,
  }
}

const answered = async (asking: Promise<Credential | null>) =>
  ((await asking) as PublicKeyCredential).toJSON()

/** What its owner may call this device at first; null when it says nothing of itself. */
export function deviceName(): string | null {
  const [said] = /iPhone|iPad|Android|Windows|Mac|CrOS|Linux/.exec(navigator.userAgent) ?? []
  return said === 'CrOS' ? 'Chromebook' : (said ?? null)
}
