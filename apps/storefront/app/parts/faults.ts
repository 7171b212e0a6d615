/** What is wrong with a field, in the words of the shop; the store's own sentence where we have none. */
import type { Words } from '@quayside/words'
import type { StoreProblem } from '../problem.ts'

export type Faults = (path: string) => string | undefined

export function faultsOf(problem: StoreProblem | null | undefined, words: Words): Faults {
  const known = new Map<string, string>()
  for (const { path, code, message } of problem?.errors ?? []) {
    if (!known.has(path)) known.set(path, say(path, code, message, words))
  }
  return (path) => known.get(path)
}

function say(path: string, code: string, message: string, words: Words): string {
  const field = path.split('.').at(-1) ?? ''
  if (field === 'email' && code !== 'taken') return words.faults.email
  if (/^(new)?password$/i.test(field) && code === 'too_short') return words.faults.password
  if (code === 'required' || (code === 'too_short' && /empty/.test(message))) return words.faults.required
  if (code === 'not_in_list') return words.faults.choose
  return message
}

/** True when every fault has its place beside a field, so that no message is needed above the form. */
export const allPlaced = (problem: StoreProblem, places: string[]): boolean =>
  (problem.errors?.length ?? 0) > 0 && problem.errors!.every((error) => places.includes(error.path))
