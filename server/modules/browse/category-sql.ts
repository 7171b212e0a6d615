/** How categories are read, one or all. $1 is the store, $2 the languages, $3 the channel. */
import { soldIn } from '../catalog/index.ts'
import { altOf, picture, textOf } from './sql.ts'

/** Arguments of json_build_object for a Category; needs `categoriesFrom` around it. */
export const categoryFields = `'id', c.id, 'slug', t.slug, 'name', t.name, 'description', t.description, 'parentId', c.parent_id,
    'picture', case when f.id is null then null else ${picture('f', altOf('pm', '$2'))} end, 'productCount', n.count`

/** `rows` are rows of catalog.category. Products of a category itself come before those from further down. */
export const categoriesFrom = (rows: string) => `${rows} c
  cross join lateral ${textOf('catalog.category_text', 'category_id', 'c.id', '$2')} t
  cross join lateral (
    with recursive branch as (
      select c.id union select d.id from catalog.category d join branch on d.parent_id = branch.id where d.store_id = $1 and d.archived_at is null
    ), shown as materialized (
      select distinct on (p.id) p.id, pc.category_id = c.id as own, pc.position
      from branch join catalog.product_category pc on pc.store_id = $1 and pc.category_id = branch.id
      join catalog.product p on p.id = pc.product_id and p.state = 'published' and p.archived_at is null and ${soldIn('p', '$3::uuid')}
      order by p.id, pc.category_id <> c.id, pc.position
    )
    select (select count(*)::int from shown) as count, (
      select m.id from shown s join catalog.product_media m on m.product_id = s.id
      order by s.own desc, s.position, s.id, m.position limit 1) as media_id) n
  left join catalog.product_media pm on pm.id = n.media_id
  left join media.file f on f.id = pm.file_id`
