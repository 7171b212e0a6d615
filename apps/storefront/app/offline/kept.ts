/**
 * What a browser keeps to show without a network: the cart and what was looked at, as they were last seen. It lies in
 * this browser alone, is of one visitor, and goes when somebody else uses the shop here; the service worker never
 * holds an answer that was somebody's.
 */
import type { Money, Picture } from '../store.ts'

export type KeptThing = {
  name: string
  note: string
  href: string
  picture: Picture | null
  price: Money | null
}

export type Kept = {
  /** `visitorOf` the frame. */
  who: string
  cart?: { at: string; total: Money; things: KeptThing[] }
  viewed?: { at: string; things: KeptThing[] }
}

const KEPT = 'kept'

export const visitorOf = ({ signedIn, name }: { signedIn: boolean; name: string | null }): string =>
  signedIn ? `person ${name ?? ''}` : 'guest'

/** As it lies in the browser; empty too where nothing may be kept. */
export function keptText(): string {
  try {
    return localStorage.getItem(KEPT) ?? ''
  } catch {
    return ''
  }
}

export function keptIn(text: string): Kept | null {
  try {
    return JSON.parse(text) as Kept
  } catch {
    return null // nothing, or not of these pages
  }
}

export const readKept = (): Kept | null => keptIn(keptText())

export function keep(who: string, part: Omit<Kept, 'who'>): void {
  const before = readKept()
  const kept: Kept = { ...(before?.who === who && before), ...part, who }
  try {
    localStorage.setItem(KEPT, JSON.stringify(kept))
  } catch {
    return // full, or not allowed
  }
  const pictures = [...(kept.cart?.things ?? []), ...(kept.viewed?.things ?? [])].flatMap(
    ({ picture }) => picture?.url ?? [],
  )
  tellWorker({ pictures })
}

export function forgetKept(): void {
  try {
    localStorage.removeItem(KEPT)
  } catch {
    return
  }
  tellWorker({ pictures: [] })
}

/** The service worker keeps the pictures of what is kept, and the page for when there is no network. */
export function tellWorker(what: { page: string } | { pictures: string[] }): void {
  if ('serviceWorker' in navigator)
    void navigator.serviceWorker.ready.then(({ active }) => active?.postMessage(what))
}
