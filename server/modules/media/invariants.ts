/** What must hold of files as far as SQL can see; `media.reconcile` compares with the storage. */
import type { Invariant } from '#kit/module.ts'

export const invariants: Invariant[] = [
  {
    id: 'I24.name',
    says: 'A file is stored under its id and its hash, private ones apart; no two rows share an object.',
    sql: `select f.id, f.storage_key from media.file f
      where length(f.sha256) <> 32 or f.storage_key not like
          case f.visibility when 'private' then 'private/' else '' end || f.id || '/' || left(encode(f.sha256, 'hex'), 16) || '.%'
        or (f.type like 'image/%' and f.width is null)
      union all
      select (array_agg(o.id))[1], o.storage_key from (
        select id, storage_key from media.file union all select file_id, storage_key from media.rendition) o
      group by o.storage_key having count(*) > 1`,
  },
  {
    id: 'I24.rendition',
    says: 'Smaller copies belong to public pictures, are not wider, and are what pages are told.',
    sql: `select r.file_id, r.width from media.rendition r join media.file f on f.id = r.file_id
      where r.width > f.width or f.visibility <> 'public' or f.type not like 'image/%' or f.store_id <> r.store_id
      union all
      select f.id, f.width from media.file f where f.sources::jsonb <> media.sources_of(f.id)::jsonb`,
  },
]
