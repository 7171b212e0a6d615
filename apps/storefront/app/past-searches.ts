/** What was sought in this browser, the newest first. It stays there, and goes with the log-out. */
const KEY = 'quayside.searches'
const MOST = 5

export function pastSearches(): string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]')
    return Array.isArray(kept) ? kept.filter((each) => typeof each === 'string').slice(0, MOST) : []
  } catch {
    return [] // written by somebody else, or the browser keeps nothing
  }
}

export function noteSearch(words: string): void {
  const rest = pastSearches().filter((each) => each.toLowerCase() !== words.toLowerCase())
  write([words, ...rest].slice(0, MOST))
}

export const forgetSearches = (): void => write([])

function write(searches: string[]): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(searches))
  } catch {
    // A browser that keeps nothing has no past searches.
  }
}
