/** What must always hold of content. Each query answers with what breaks it. */
import type { Invariant } from '#kit/module.ts'

export const invariants: Invariant[] = [
  {
    id: 'content.published',
    says: 'A page or journal entry that is shown has an address in the store’s language; what is archived has none.',
    sql: `select d.id, 'published' as what from content.document d join settings.store s on s.id = d.store_id
      where d.kind in ('page', 'post') and d.published_revision is not null
        and not exists (select from content.address a where a.document_id = d.id and a.locale = s.locale and a.live)
      union all
      select d.id, 'archived' from content.document d where d.archived_at is not null
        and (exists (select from content.address a where a.document_id = d.id and a.live)
          or exists (select from content.address_history h where h.document_id = d.id))`,
  },
  {
    id: 'content.redirects',
    says: 'No redirect leads to an address that leads on itself, so none leads in a circle.',
    sql: `select r.id from content.redirect r join content.redirect next on next.store_id = r.store_id and next.from_path = r.target_path`,
  },
]
