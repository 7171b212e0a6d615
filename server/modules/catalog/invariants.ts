/** What must always hold of the catalogue. Each query answers with what breaks it. */
import type { Invariant } from '#kit/module.ts'

export const invariants: Invariant[] = [
  {
    id: 'catalog.published',
    says: 'What is shown has a text in the store’s language and a live variant; what is archived has neither slugs nor article numbers.',
    sql: `select p.id, 'published' as what from catalog.product p join settings.store s on s.id = p.store_id
      where p.archived_at is null and p.state = 'published'
        and (not exists (select from catalog.product_text t where t.product_id = p.id and t.locale = s.locale and t.live)
          or not exists (select from catalog.variant v where v.product_id = p.id and v.archived_at is null))
      union all
      select p.id, 'archived' from catalog.product p where p.archived_at is not null
        and (p.state = 'published' or exists (select from catalog.product_text t where t.product_id = p.id and t.live)
          or exists (select from catalog.variant v where v.product_id = p.id and v.archived_at is null))`,
  },
  {
    id: 'catalog.choices',
    says: 'A live variant chooses among every option of its product, and no two of them choose the same.',
    sql: `with chosen as (
        select v.product_id, v.id, coalesce(array_agg(vv.value_id order by vv.option_id) filter (where vv.value_id is not null), '{}') as choice
        from catalog.variant v left join catalog.variant_value vv on vv.variant_id = v.id where v.archived_at is null group by v.id)
      select c.product_id, count(*)::text as what from chosen c group by c.product_id, c.choice having count(*) > 1
      union all
      select c.product_id, 'incomplete' from chosen c
      where cardinality(c.choice) <> (select count(*) from catalog.product_option po where po.product_id = c.product_id)`,
  },
  {
    id: 'catalog.tree',
    says: 'Every live category is reached from a root through live categories.',
    sql: `with recursive reached as (
        select id from catalog.category where parent_id is null and archived_at is null
        union select c.id from catalog.category c join reached r on c.parent_id = r.id where c.archived_at is null)
      select id from catalog.category where archived_at is null and id not in (select id from reached)`,
  },
]
