/**
 * A shared cache that is told over HTTP: `POST <url>` with the keys of pages to forget, signed as in Standard Webhooks.
 *
 * The keys stand in the body and, as CDNs that know surrogate keys want them, in a header. Any 2xx means that the pages
 * are gone. A message is repeated until it was answered so; its id is then another, for it may name more keys.
 */
import { seconds, systemClock, type Clock } from '#kit/clock.ts'
import { newId } from '#kit/id.ts'
import type { SharedCache } from '#kit/shared-cache.ts'
import { signWebhook, webhookKey } from '#kit/webhook-signature.ts'

const ANSWER_WITHIN = seconds(5)
/** Of one message: as many as CDNs take at once, 3 KB of header. */
const MOST_KEYS = 250

export interface CdnSettings {
  url: string
  /** `whsec_` and then base64. */
  secret: string
  clock?: Clock
}

export function cdn({ url, secret, clock = systemClock }: CdnSettings): SharedCache {
  const key = webhookKey(secret)

  async function tell(keys: string[]): Promise<void> {
    const body = JSON.stringify({ type: 'pages.changed', timestamp: clock().toISOString(), data: { keys } })
    const response = await fetch(url, {
      method: 'POST',
      redirect: 'manual',
      signal: AbortSignal.timeout(ANSWER_WITHIN),
      headers: {
        'content-type': 'application/json',
        'surrogate-key': keys.join(' '),
        ...signWebhook(newId(), body, key, clock()),
      },
      body,
    })
    await response.body?.cancel()
    if (!response.ok) throw new Error(`The shared cache answered ${response.status}.`)
  }

  return {
    async forget(keys) {
      for (let at = 0; at < keys.length; at += MOST_KEYS) await tell(keys.slice(at, at + MOST_KEYS))
    },
  }
}
