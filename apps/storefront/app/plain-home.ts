/** The home of a shop that has arranged none: what it is, its shelves, and what stands in the window. */
import { languageOf, wordsFor } from '@quayside/words'
import type { PageContext } from './context.ts'
import { found } from './problem.ts'
import type { ShownBlock, ShownDocument } from './store.ts'

const MOST_SHELVES = 8
const IN_THE_WINDOW = 8

export async function plainHome(
  page: PageContext,
): Promise<Pick<ShownDocument, 'title' | 'summary' | 'blocks'>> {
  const { items } = await found(page, page.store.browse.categories({}))
  const { items: featured } = await found(page, page.store.browse.products({ featured: true, limit: 1 }))
  const words = wordsFor(languageOf(page.locale, page.firstLocale)).home
  const all = { kind: 'products', slug: null, url: null } as const
  const shelves = items
    .filter(({ parentId }) => parentId === null)
    .slice(0, MOST_SHELVES)
    .map(({ slug, name }) => ({
      title: name,
      link: { kind: 'category' as const, slug, url: null },
      picture: null,
    }))
  const blocks: ShownBlock[] = [
    {
      kind: 'hero',
      look: 'beside',
      picture: null,
      title: words.title,
      lead: words.lead,
      action: { label: words.browse, link: all },
      secondAction: null,
    },
    ...(shelves.length > 0 ? [{ kind: 'tiles' as const, title: words.shelves, tiles: shelves }] : []),
    {
      kind: 'products',
      title: words.featured,
      category: null,
      collection: null,
      featured: featured.length > 0,
      order: 'position',
      limit: IN_THE_WINDOW,
      action: { label: words.all, link: all },
    },
    {
      kind: 'columns',
      title: '',
      columns: words.promises.map(({ icon, title, text }) => ({
        icon: icon as 'person' | 'lock' | 'clock',
        picture: null,
        title,
        lead: text,
        action: null,
      })),
    },
  ]
  return { title: '', summary: '', blocks }
}
