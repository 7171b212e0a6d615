-- What shoppers are told for a time: in a bar above the pages, or in place of them while the shop is closed for maintenance.
create table settings.announcement (
  id uuid primary key,
  store_id uuid not null references settings.store (id),
  kind text not null check (kind in ('bar', 'maintenance')),
  channel_id uuid,                             -- null: in every channel
  starts_at timestamptz(3) not null,
  ends_at timestamptz(3),                      -- null: until it is archived
  link text,
  dismissible boolean not null,
  bypass_hash bytea,                           -- of the token that lets in all the same
  version int not null default 1,
  created_at timestamptz(3) not null,
  updated_at timestamptz(3) not null,
  archived_at timestamptz(3),
  unique (store_id, id),
  foreign key (store_id, channel_id) references settings.channel (store_id, id),
  check (ends_at > starts_at),
  check ((kind = 'maintenance') = (bypass_hash is not null))
);
create index announcement_live on settings.announcement (store_id, starts_at, id) where archived_at is null;
comment on table settings.announcement is 'What shoppers are told for a time, above the pages or in place of them.';

create table settings.announcement_text (
  store_id uuid not null,
  announcement_id uuid not null,
  locale text not null,
  text text not null,
  primary key (announcement_id, locale),
  foreign key (store_id, announcement_id) references settings.announcement (store_id, id)
);
comment on table settings.announcement_text is 'The words of an announcement in a language.';
