-- Where a picture was fetched from: files name it by that again, and it is not fetched a second time.
alter table media.file
  add column source text,
  add constraint file_source check (length(source) between 1 and 2000);
create unique index file_from_source on media.file (store_id, source) where source is not null and archived_at is null;
