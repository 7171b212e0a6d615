/** What the two ceremonies have in common. */
import { Type } from '#kit/types.ts'

/** Bytes as text, as WebAuthn's JSON writes them; `max` counts characters. */
export const Base64Url = (max: number) =>
  Type.String({ pattern: '^[A-Za-z0-9_\\-]+$', minLength: 1, maxLength: max, scalar: 'Token' })

/** At most 1,023 bytes. */
export const CredentialId = Base64Url(1_364)
export const ClientData = Base64Url(4_096)

/**
 * What a check by the library comes to; null when something about the answer is not as it should be. It throws plain
 * errors for whatever is wrong with what strangers send.
 *
 * NOTE: it is loaded with the first passkey, as it takes a quarter of a second: it can read the certificates of a dozen
 * makers, which nobody asks for here.
 */
export async function checked<T>(
  check: (library: typeof import('@simplewebauthn/server')) => Promise<T | null>,
): Promise<T | null> {
  const library = await import('@simplewebauthn/server')
  try {
    return await check(library)
  } catch {
    return null
  }
}
