/**
 * Keeps what is typed into a form for as long as the tab is open, so that a session that ends, a log-in on the way or a
 * page that is loaded anew costs nobody their words. It gives way to whatever the form knows already, and to nobody but
 * who typed it: a guest, who may have logged in since, or the same member.
 */
import { useEffect, type RefObject } from 'react'

const KEY = 'quayside.checkout'

type Kept = { by: string | null; fields: Record<string, string> }
type Field = HTMLInputElement | HTMLSelectElement

/** `by`: who types, as an address; null: a guest. */
export function useKeptTyping(form: RefObject<HTMLFormElement | null>, by: string | null) {
  useEffect(() => {
    const here = form.current
    if (!here) return
    fillIn(here, by)
    const keep = () =>
      write({ by, fields: Object.fromEntries(textsOf(here).map(({ name, value }) => [name, value])) })
    here.addEventListener('change', keep)
    return () => here.removeEventListener('change', keep)
  }, [form, by])
}

/** What was typed has become an order. */
export function forgetTyping(): void {
  try {
    sessionStorage.removeItem(KEY)
  } catch {
    // A browser that keeps nothing has nothing to forget.
  }
}

function fillIn(form: HTMLFormElement, by: string | null): void {
  const kept = read()
  if (!kept || (kept.by !== null && kept.by !== by)) return
  for (const field of textsOf(form)) {
    const value = kept.fields[field.name]
    if (value && field.value === '') field.value = value
  }
}

/** Written by hand; what is chosen, hidden or of this one form only is not among it. */
const textsOf = (form: HTMLFormElement): Field[] =>
  [...form.querySelectorAll<Field>('input, select')].filter(
    ({ name, type }) => name !== '' && /^(text|email|tel|select-one)$/.test(type),
  )

function write(kept: Kept): void {
  try {
    sessionStorage.setItem(KEY, JSON.stringify(kept))
  } catch {
    // Private windows may keep nothing; then the server's own copy has to do.
  }
}

function read(): Kept | null {
  try {
    return JSON.parse(sessionStorage.getItem(KEY) ?? 'null') as Kept | null
  } catch {
    return null
  }
}
