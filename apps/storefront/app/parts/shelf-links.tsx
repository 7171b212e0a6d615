/** The shelves inside a shelf, each with how much is on it. */
import { Link } from '@quayside/ui'
import { paths } from '../paths.ts'
import type { Category } from '../store.ts'

export function ShelfLinks({ shelves, label }: { shelves: Category[]; label: string }) {
  if (shelves.length === 0) return null
  return (
    <nav aria-label={label} className="mb-6">
      <ul className="flex flex-wrap gap-2">
        {shelves.map((shelf) => (
          <li key={shelf.id}>
            <Link
              href={paths.category(shelf.slug)}
              className="inline-flex min-h-11 items-center gap-2 rounded-full border border-line px-4 transition-colors hover:border-ink"
            >
              {shelf.name} <span className="text-sm text-quiet tabular">{shelf.productCount}</span>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
