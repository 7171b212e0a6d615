/**
 * Seals what must not be read from the database or a backup: AES-256-GCM with a key drawn from the store's secret.
 *
 * Layout: version (1 byte), nonce (12), tag (16), ciphertext. The version leaves room for another key or cipher.
 */
import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createSecretKey,
  hkdfSync,
  randomBytes,
  type KeyObject,
} from 'node:crypto'

const VERSION = 1

/** One for each purpose there is. A secret is a process's own, so nothing grows. */
const keys = new Map<string, KeyObject>()

function keyFor(secret: string, purpose: string): KeyObject {
  const name = `${purpose} ${secret}`
  const known = keys.get(name)
  if (known) return known
  const key = createSecretKey(Buffer.from(hkdfSync('sha256', secret, '', `quayside ${purpose}`, 32)))
  keys.set(name, key)
  return key
}

export function seal(secret: string, purpose: string, text: string): Buffer {
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', keyFor(secret, purpose), nonce)
  const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  return Buffer.concat([Buffer.of(VERSION), nonce, cipher.getAuthTag(), body])
}

/** Throws when the secret is another one or a byte was changed. */
export function unseal(secret: string, purpose: string, sealed: Buffer): string {
  if (sealed[0] !== VERSION) throw new Error('This was sealed in a way this version does not know.')
  const decipher = createDecipheriv('aes-256-gcm', keyFor(secret, purpose), sealed.subarray(1, 13))
  decipher.setAuthTag(sealed.subarray(13, 29))
  return decipher.update(sealed.subarray(29), undefined, 'utf8') + decipher.final('utf8')
}

/** Finds equal values without keeping them: a keyed hash, so that addresses cannot be guessed from a copy of the table. */
export function blindIndex(secret: string, purpose: string, value: string): Buffer {
  return createHmac('sha256', keyFor(secret, purpose)).update(value).digest()
}

/** A token that can be made again: for links that a repeated request must answer alike. */
export function derivedToken(secret: string, purpose: string, subject: string): string {
  return createHmac('sha256', keyFor(secret, purpose)).update(subject).digest('base64url')
}
