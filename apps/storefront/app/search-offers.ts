/** What is offered below the search: words to go on with, shelves, products; before anything is typed, what was sought before. */
import { paths } from './paths.ts'
import type { Money, Picture, Suggestions } from './store.ts'

export type Offer =
  | { kind: 'past' | 'words' | 'shelf'; label: string; href: string }
  | { kind: 'product'; label: string; href: string; picture: Picture | null; price: Money }

const MOST_WORDS = 3
const MOST_SHELVES = 2

/** `found` may still be what an earlier word found: better than nothing for the moment. */
export function offered(q: string, found: Suggestions | undefined, past: readonly string[]): Offer[] {
  const search = (kind: 'past' | 'words', label: string): Offer => ({
    kind,
    label,
    href: paths.products({ q: label }),
  })
  if (q === '') return past.map((words) => search('past', words))
  if (!found) return []
  const other = found.queries.filter((words) => words.toLowerCase() !== q.toLowerCase())
  return [
    ...other.slice(0, MOST_WORDS).map((words) => search('words', words)),
    ...found.categories
      .slice(0, MOST_SHELVES)
      .map(({ slug, name }): Offer => ({ kind: 'shelf', label: name, href: paths.category(slug) })),
    ...found.products.map(({ slug, name, picture, price }): Offer => ({
      kind: 'product',
      label: name,
      href: paths.product(slug),
      picture,
      price,
    })),
  ]
}
