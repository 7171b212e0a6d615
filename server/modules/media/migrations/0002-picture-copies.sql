-- The point that stays in sight when a picture is cropped, in thousandths from the left and
-- from the top; none is the middle.
alter table media.file
  add version int not null default 1,
  add focus_x int check (focus_x between 0 and 1000),
  add focus_y int check (focus_y between 0 and 1000),
  add constraint file_focus_whole check ((focus_x is null) = (focus_y is null)),
  -- Types of which the smaller copies are still to be made, and how often that failed.
  add awaits text[] not null default '{}',
  add tries int not null default 0,
  -- The copies as pages name them, kept by the trigger below: the hottest reads take it as it is.
  add sources json not null default '[]';

create index file_awaits on media.file (store_id, id) where awaits <> '{}'; -- the job that makes copies

create function media.sources_of(file uuid) returns json language sql stable as $$
  select coalesce(json_agg(json_build_object('url', '/files/' || r.storage_key, 'width', r.width, 'type', r.type)
    order by r.type, r.width), '[]') -- AVIF comes before WebP
  from media.rendition r where r.file_id = file
$$;

create function media.keep_sources() returns trigger language plpgsql as $$
begin
  update media.file set sources = media.sources_of(id) where id in (select file_id from made);
  return null;
end
$$;
create trigger rendition_made after insert on media.rendition
  referencing new table as made for each statement execute function media.keep_sources();

update media.file f set sources = media.sources_of(f.id),
  awaits = array(select wanted from unnest('{image/webp,image/avif}'::text[]) wanted
    where not exists (select from media.rendition r where r.file_id = f.id and r.type = wanted))
where f.visibility = 'public' and f.state = 'ready' and f.width is not null and f.type like 'image/%';
