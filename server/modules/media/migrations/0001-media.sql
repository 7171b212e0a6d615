create schema media;

create table media.file (
  id uuid primary key,
  store_id uuid not null references settings.store (id),
  storage_key text not null,
  name text not null,
  type text not null,
  bytes bigint not null check (bytes >= 0),
  sha256 bytea not null,
  width int,
  height int,
  visibility text not null check (visibility in ('public', 'private')),
  state text not null check (state in ('ready', 'refused')),
  created_at timestamptz(3) not null,
  updated_at timestamptz(3) not null,
  archived_at timestamptz(3),
  unique (store_id, id),
  unique (store_id, storage_key)
);

-- Smaller copies of a picture at fixed widths.
create table media.rendition (
  store_id uuid not null,
  file_id uuid not null,
  width int not null,
  height int not null,
  type text not null,
  storage_key text not null,
  bytes bigint not null,
  created_at timestamptz(3) not null,
  primary key (file_id, width, type),
  foreign key (store_id, file_id) references media.file (store_id, id)
);

-- A right to upload one file of a stated kind, used once.
create table media.ticket (
  id uuid primary key,
  store_id uuid not null references settings.store (id),
  token_hash bytea not null unique,
  name text not null,
  type text not null,
  max_bytes bigint not null,
  visibility text not null check (visibility in ('public', 'private')),
  file_id uuid,
  expires_at timestamptz(3) not null,
  created_at timestamptz(3) not null,
  foreign key (store_id, file_id) references media.file (store_id, id)
);
create index ticket_purge on media.ticket (expires_at);
