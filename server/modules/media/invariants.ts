/** What must hold of files as far as SQL can see; `media.reconcile` compares with the storage. */
import type { Invariant } from '#kit/module.ts'

export const invariants: Invariant[] = [
  {
    id: 'I24.name',
    says: 'A file is stored under its id and its hash; private ones and originals of copied videos apart; no two rows share an object.',
    sql: `select f.id, f.storage_key from media.file f
      where length(f.sha256) <> 32 or f.storage_key not like
          case when f.visibility = 'private' or exists (select from media.rendition v where v.file_id = f.id and v.type = 'video/mp4')
            then 'private/' else '' end || f.id || '/' || left(encode(f.sha256, 'hex'), 16) || '.%'
        or (f.type like 'image/%' and f.width is null)
      union all
      select (array_agg(o.id))[1], o.storage_key from (
        select id, storage_key from media.file union all select file_id, storage_key from media.rendition) o
      group by o.storage_key having count(*) > 1`,
  },
  {
    id: 'I24.rendition',
    says: 'Copies belong to public pictures and videos, are not wider, and are what pages are told.',
    sql: `select r.file_id, r.width from media.rendition r join media.file f on f.id = r.file_id
      where r.width > f.width or f.visibility <> 'public' or f.type !~ '^(image/|video/mp4$)' or f.store_id <> r.store_id
      union all
      select f.id, f.width from media.file f where f.sources::jsonb <> media.sources_of(f.id)::jsonb`,
  },
  {
    id: 'I24.quota',
    says: 'What a store’s files take is counted, and is no more than it may keep.',
    sql: `select s.id as store_id, a.used_bytes, sum(f.bytes) from settings.store s
      left join media.allowance a on a.store_id = s.id left join media.file f on f.store_id = s.id
      group by s.id, a.store_id having coalesce(a.used_bytes, 0) <> coalesce(sum(f.bytes), 0)`,
  },
  {
    id: 'I24.pieces',
    says: 'The pieces of an upload follow each other without a gap, up to what was received.',
    sql: `select t.id, t.received_bytes from media.ticket t
      left join lateral (select coalesce(sum(bytes), 0) as bytes, coalesce(max(at_byte + bytes), 0) as until
        from media.piece where ticket_id = t.id) p on true
      where t.file_id is null and (p.bytes <> t.received_bytes or p.until <> t.received_bytes)`,
  },
]
