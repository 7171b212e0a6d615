-- What a store may keep: its own files, not the copies made of them. Kept by the trigger below.
create table media.allowance (
  store_id uuid primary key references settings.store (id),
  used_bytes bigint not null default 0 check (used_bytes >= 0),
  quota_bytes bigint not null default 10737418240,
  constraint allowance_quota check (used_bytes <= quota_bytes)
);
insert into media.allowance (store_id, used_bytes, quota_bytes)
  select store_id, sum(bytes), greatest(10737418240, sum(bytes)) from media.file group by store_id;

create function media.count_bytes() returns trigger language plpgsql as $$
begin
  insert into media.allowance as a (store_id, used_bytes)
    select store_id, sum(bytes) from added group by store_id
    on conflict (store_id) do update set used_bytes = a.used_bytes + excluded.used_bytes;
  return null;
end
$$;
create trigger file_added after insert on media.file
  referencing new table as added for each statement execute function media.count_bytes();

-- Of videos.
alter table media.file add duration_ms int check (duration_ms > 0);

-- An upload that comes in pieces: each is an object of its own until all are there.
alter table media.ticket
  add received_bytes bigint not null default 0,
  add constraint ticket_received check (received_bytes between 0 and max_bytes),
  add unique (store_id, id);
create table media.piece (
  store_id uuid not null,
  ticket_id uuid not null,
  at_byte bigint not null,
  bytes int not null check (bytes > 0),
  storage_key text not null unique,
  primary key (ticket_id, at_byte),
  foreign key (store_id, ticket_id) references media.ticket (store_id, id)
);
create index ticket_open on media.ticket (store_id, expires_at) where file_id is null; -- what is still to come counts
