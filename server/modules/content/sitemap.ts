/** Pages and journal entries, for search engines. */
import { sql } from 'kysely'
import type { SitemapSource } from '../browse/index.ts'

const documents = (kind: 'page' | 'post', at: string): SitemapSource => ({
  kind: `${kind}s`,
  pages: ({ storeId }) => sql`
    select d.id, a.locale, ${at} || a.slug as path, d.updated_at as modified_at
    from content.document d join content.address a on a.document_id = d.id and a.live
    where d.store_id = ${storeId} and d.kind = ${kind} and d.published_revision is not null`,
})

/** The list of entries, in every language that an entry is written in. */
const journal: SitemapSource = {
  kind: 'journal',
  pages: ({ storeId }) => sql`
    select '00000000-0000-0000-0000-000000000003'::uuid as id, a.locale, '/journal' as path, max(d.updated_at) as modified_at
    from content.document d join content.address a on a.document_id = d.id and a.live
    where d.store_id = ${storeId} and d.kind = 'post' and d.published_revision is not null group by a.locale`,
}

export const contentPages = [documents('page', '/pages/'), documents('post', '/journal/'), journal]
