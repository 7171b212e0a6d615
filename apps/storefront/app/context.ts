/**
 * What the server gives every request: the store's operations called in process, who asks, and the few facts
 * a page needs. The server's half of this agreement is `PageContext` in server/surfaces/pages.ts.
 */
import { createContext } from 'react-router'
import type { Store } from './store.ts'

export type PageContext = {
  /** Speaks for the visitor; a call that begins or ends a session also changes who later calls speak for. */
  store: Store
  session: { kind: 'anonymous' | 'guest' | 'person'; name: string | null }
  /** Random for each request; scripts without it do not run. */
  nonce: string
  locale: string
  /** What stands before every address of the pages in this language: `/de`, or nothing. */
  base: string
  /** The language without a prefix. */
  firstLocale: string
  /** The store's language that suits the browser best. */
  wishedLocale: string
  timeZone: string
  /** The shop is closed to this visitor for now. */
  closed: { text: string; retryAfterSeconds: number } | null
  /** Scheme, host and port that visitors use. */
  origin: string
  traceId: string
  /** Where a form may lead besides the shop itself: the payment pages. */
  formOrigins: string[]
  /** False while developing, when the build tool writes styles into the page. */
  strict: boolean
  /** What every form of a page says again; null when nothing can be written anyway. */
  formToken: string | null
  /** False when the browser says that another site sent this. */
  isFromHere: boolean
  /** The browser itself says that a form comes from here: asked of forms of shared pages, which have no token. */
  saysItIsFromHere: boolean
  /** Nothing is known of who asks, and a cache before the shop may give the page to others, once its route says so. */
  sharing: { readonly isShared: boolean; share(): void } | null
  /** Set when a form was not one of ours. */
  refused?: boolean
  /** What is being looked at, with what stands before the addresses of its language. */
  at?: URL
  report(error: unknown): void
  /** Set while rendering: writes the page straight into the server's answer. */
  render?: { pipe(to: NodeJS.WritableStream): void; abort(reason?: unknown): void }
}

export const pageContext = createContext<PageContext>()
