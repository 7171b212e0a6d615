/**
 * Pages that a shared cache, such as a CDN's, may give to everybody; only where one is told what has changed.
 *
 * Such a page was asked for by a browser of which nothing is known: no cookie, no credentials, no header that chooses
 * a shop. It is made of reads that say what ends them, sets no cookie, and carries no token of anybody's.
 */
import type { FastifyRequest } from 'fastify'
import type { App } from '#kit/app.ts'
import { minutes, seconds } from '#kit/clock.ts'
import { keyOf, madeOfNothing, type MadeOf } from '#kit/made-of.ts'
import { EVERY_PAGE, TOLD_AGAIN_AFTER, sharedCache } from '#kit/shared-cache.ts'

/** For what no event tells of, such as stock whose hold has lapsed. */
const SHARED_FOR = minutes(5)
/** And so long after it is given once more while it is asked for anew. */
const STALE_FOR = minutes(1)
/** A page that took longer may have been read before a change and come after the cache was told of it. */
const DRAWN_WITHIN = TOLD_AGAIN_AFTER / 2
/** Headers of many servers end at 4 KB. */
const MOST_KEYS = 120

const CHOOSING = [
  'authorization',
  'quayside-store',
  'quayside-channel',
  'quayside-market',
  'quayside-currency',
  'quayside-bypass',
]
/** What a page hangs on besides its address. */
const VARY = ['accept-encoding', 'accept-language', 'cookie', ...CHOOSING].join(', ')

/** One request for a page that may become everybody's. */
export interface Sharing {
  madeOf: MadeOf
  isShared: boolean
  /** Said by its route: the page is the same for all of whom nothing is known. */
  share(): void
  /** Its headers, once it is drawn; null when it is for this visitor alone after all. */
  headers(status: number, setsCookie: boolean): Record<string, string> | null
}

export const hasSharedCache = (app: App): boolean => app.ports(sharedCache).length > 0

/** Null: the page is this visitor's. `cookies` are those that its answer would set. */
export function sharingOf(app: App, { method, headers }: FastifyRequest, cookies: string[]): Sharing | null {
  const isKnown = headers.cookie !== undefined || CHOOSING.some((name) => headers[name] !== undefined)
  if (method !== 'GET' || isKnown || !hasSharedCache(app)) return null
  const began = performance.now()
  const madeOf = madeOfNothing()
  return {
    madeOf,
    isShared: false,
    share() {
      this.isShared = true
      cookies.length = 0
    },
    headers(status, setsCookie) {
      const { tags, until, ends } = madeOf
      const leftMs = until === null ? Infinity : until.getTime() - app.clock().getTime()
      const forMs = Math.min(SHARED_FOR, leftMs)
      const isLate = performance.now() - began > DRAWN_WITHIN
      if (!this.isShared || status !== 200 || setsCookie || !ends || isLate) return null
      if (tags.size === 0 || tags.size >= MOST_KEYS || forMs < seconds(1)) return null
      const keys = [EVERY_PAGE, ...[...tags].map(keyOf)]
      const age = Math.floor(forMs / 1000)
      const stale = Math.floor(Math.min(STALE_FOR, leftMs - forMs) / 1000)
      return {
        'cache-control': `public, max-age=0, s-maxage=${age}`,
        // For those who read it (RFC 9213). Not for browsers, which would show the old page to who waits for the new one.
        'cdn-cache-control': `public, max-age=${age}, stale-while-revalidate=${stale}`,
        'surrogate-key': keys.join(' '),
        'cache-tag': keys.join(','),
        vary: VARY,
      }
    },
  }
}

/**
 * Whether the browser itself says that a form comes from a page of ours. Where pages are shared their forms say an empty
 * token, and this is asked in its place: silence, which is no browser's, is not enough.
 */
export function saysItIsFromHere(app: App, { headers, method }: FastifyRequest): boolean {
  if (method !== 'POST' || !hasSharedCache(app)) return false
  const site = headers['sec-fetch-site']
  return site === undefined ? headers.origin === app.config.publicUrl : site === 'same-origin'
}
