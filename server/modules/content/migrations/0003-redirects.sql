create table content.redirect (
  id uuid primary key,
  store_id uuid not null references settings.store (id),
  from_path text not null check (from_path like '/_%'),
  target text not null,
  target_path text not null,                   -- of a page of the shop, as from_path would be written; else empty
  elsewhere boolean not null,                  -- to another site
  status int not null check (status between 301 and 302),
  hits bigint not null default 0 check (hits >= 0),
  last_hit_on date,
  version int not null default 1,
  created_at timestamptz(3) not null,
  updated_at timestamptz(3) not null,
  unique (store_id, id),
  check (elsewhere = (target !~ '^/')),
  check (elsewhere = (target_path = '')),
  check (target_path <> from_path)
);
comment on table content.redirect is 'Old addresses that staff say lead on; never to one that leads on itself.';
create unique index redirect_from on content.redirect (store_id, from_path);
create index redirect_target on content.redirect (store_id, target_path);
create index redirect_by_from on content.redirect (store_id, from_path, id);
create index redirect_by_hits on content.redirect (store_id, hits, id);
create index redirect_listed on content.redirect (store_id, updated_at desc, id desc);
