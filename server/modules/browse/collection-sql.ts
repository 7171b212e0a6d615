/** How collections are read, one or all. $1 is the store, $2 the languages, $3 the channel. */
import { metaText, soldIn } from '../catalog/index.ts'
import { altOf, picture, slugsOf, textOf } from './sql.ts'

/** Arguments of json_build_object for a Collection; needs `collectionsFrom` around it. */
export const collectionFields = `'id', c.id, 'slug', t.slug, 'slugs', ${slugsOf('catalog.collection_text', 'collection_id', 'c.id')}, 'name', t.name, ${metaText('t')}, 'description', t.description,
    'picture', case when f.id is null then null else ${picture('f', altOf('pm', '$2'))} end`

/** `rows` are rows of catalog.collection. The picture is that of the first product that is sold and has one. */
export const collectionsFrom = (rows: string) => `${rows} c
  cross join lateral ${textOf('catalog.collection_text', 'collection_id', 'c.id', '$2')} t
  left join lateral (
    select m.* from catalog.collection_product cp
    join catalog.product p on p.id = cp.product_id and p.state = 'published' and p.archived_at is null and ${soldIn('p', '$3::uuid')}
    join catalog.product_media m on m.product_id = p.id
    where cp.store_id = $1 and cp.collection_id = c.id
    order by cp.position, cp.product_id, m.position limit 1) pm on true
  left join media.file f on f.id = pm.file_id`
