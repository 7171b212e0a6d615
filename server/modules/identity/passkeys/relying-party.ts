/**
 * For whom a passkey is good: the name in the store's public address, and pages of that address alone.
 *
 * Browsers make none for a number, so a store at one offers none. A loopback address is the exception: the same
 * store is at `localhost`, too.
 */
import { isIP } from 'node:net'
import type { Config } from '#kit/config.ts'
import { failure } from '#kit/failure.ts'
import { Type } from '#kit/types.ts'

export const PasskeysNeedName = failure(
  'identity.passkeys_need_name',
  409,
  Type.Object({}, { additionalProperties: false }),
  {
    en: 'There are no passkeys here: the address of this shop is a number, and passkeys need a name.',
    de: 'Hier gibt es keine Passkeys: Die Adresse dieses Shops ist eine Zahl, und Passkeys brauchen einen Namen.',
    ar: 'لا تتوفر مفاتيح المرور هنا: عنوان هذا المتجر رقم، ومفاتيح المرور تحتاج إلى اسم.',
  },
)

export interface RelyingParty {
  /** As authenticators know it, such as `shop.example`. */
  id: string
  /** Where its pages are. */
  origin: string
}

export function relyingParty({ publicUrl }: Pick<Config, 'publicUrl'>): RelyingParty {
  const url = new URL(publicUrl)
  const host = url.hostname.replace(/^\[|\]$/g, '')
  if (host === '::1' || host.startsWith('127.')) url.hostname = 'localhost'
  else if (isIP(host)) throw PasskeysNeedName({})
  return { id: url.hostname, origin: url.origin }
}
