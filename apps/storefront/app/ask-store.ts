/** How the script of a page asks the store by itself: as this browser, with the proof that it is a page of ours, in the page's language. */
import type { Settled } from './problem.ts'

/** Both stand in the page's frame. */
export type Speaker = { formToken: string; locale: string }

export async function askStore<T>(
  path: string,
  body: object,
  { formToken, locale }: Speaker,
): Promise<Settled<T>> {
  const answer = await fetch(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'accept-language': locale, 'x-csrf-token': formToken },
    body: JSON.stringify(body),
  })
  const said = await answer.json()
  if (answer.ok) return { value: said as T, problem: null }
  return { value: null, problem: { details: {}, errors: [], ...said } }
}
