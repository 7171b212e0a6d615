/** Quantities that are wished for and not answered yet: who goes to the checkout takes them along. */

const wishes = new Set<() => Promise<unknown>>()

/** Until the answer is called, `answered` is asked for what is still to be waited for. */
export function wished(answered: () => Promise<unknown>): () => void {
  wishes.add(answered)
  return () => void wishes.delete(answered)
}

export const anyWishes = (): boolean => wishes.size > 0

export const allAnswered = (): Promise<unknown> => Promise.allSettled([...wishes].map((answer) => answer()))
