/** The pages that browse itself knows of: lists, shelves, collections, products. */
import { sql } from 'kysely'
import { soldIn } from '../../catalog/index.ts'
import type { SitemapSource } from './source.ts'

/** The home and the list of everything. */
const lists: SitemapSource = {
  kind: 'lists',
  pages: ({ storeId }) => sql`
    select p.id, l.code as locale, p.path, null::timestamptz as modified_at from settings.locale l
    cross join (values ('00000000-0000-0000-0000-000000000001'::uuid, '/'), ('00000000-0000-0000-0000-000000000002', '/products')) as p(id, path)
    where l.store_id = ${storeId}`,
}

const categories: SitemapSource = {
  kind: 'categories',
  pages: ({ storeId }) => sql`
    select c.id, t.locale, '/c/' || t.slug as path, c.updated_at as modified_at
    from catalog.category c join catalog.category_text t on t.store_id = c.store_id and t.category_id = c.id
    where c.store_id = ${storeId} and c.archived_at is null`,
}

/** Those that are not empty. */
const collections: SitemapSource = {
  kind: 'collections',
  pages: ({ storeId, scope }) => sql`
    select c.id, t.locale, '/collections/' || t.slug as path, c.updated_at as modified_at
    from catalog.collection c join catalog.collection_text t on t.store_id = c.store_id and t.collection_id = c.id
    where c.store_id = ${storeId} and c.archived_at is null and exists (
      select from catalog.collection_product cp
      join catalog.product p on p.id = cp.product_id and p.state = 'published' and p.archived_at is null and ${sql.raw(soldIn('p', `'${scope.channelId}'::uuid`))}
      where cp.store_id = ${storeId} and cp.collection_id = c.id)`,
}

const products: SitemapSource = {
  kind: 'products',
  pages: ({ storeId, scope }) => sql`
    select e.product_id as id, e.locale, '/p/' || e.slug as path, e.updated_at as modified_at from browse.entry e
    where e.store_id = ${storeId} and e.slug is not null and (e.channel_ids is null or ${scope.channelId}::uuid = any(e.channel_ids))`,
}

export const ownPages = [lists, categories, collections, products]
