/** Which pages a sitemap tells of: a port, so that later modules add theirs. */
import type { RawBuilder } from 'kysely'
import type { Ctx } from '#kit/context.ts'
import { port } from '#kit/port.ts'

export interface SitemapSource {
  /** Names its parts: `products` is in `/sitemap/products-de-1.xml`. */
  kind: string
  /**
   * A relation, as SQL: one row for each page and each language that the page has an address of its own in.
   *
   * Its columns: `id uuid` (the same for a page in all its languages), `locale text`, `path text` (as in `/p/blue-bowl`,
   * without what stands before a language's addresses, and not encoded) and `modified_at timestamptz`, which may be null.
   * It is walked by `id`, a part at a time: the order wants an index where there are many.
   */
  pages: (ctx: Ctx) => RawBuilder<unknown>
}

export const sitemapSource = port<SitemapSource[]>('browse.sitemapSource', { many: true })
