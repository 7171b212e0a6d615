-- People, how they prove who they are, and what they may do. Tokens are kept only as hashes.
create schema identity;

create table identity.person (
  id uuid primary key,
  store_id uuid not null references settings.store (id),
  email text not null,
  name text not null,
  locale text not null,
  state text not null check (state in ('invited', 'active', 'suspended')),   -- invited: no password yet
  version int not null default 1,
  created_at timestamptz(3) not null,
  updated_at timestamptz(3) not null,
  archived_at timestamptz(3),
  unique (store_id, id)
);
create unique index person_email on identity.person (store_id, email) where archived_at is null;

create index person_newest on identity.person (store_id, created_at desc, id desc);      -- identity.people.list
create index person_name on identity.person (store_id, name, id);
create index person_email_start on identity.person (store_id, email text_pattern_ops);  -- finds by the beginning
create index person_name_start on identity.person (store_id, lower(name) text_pattern_ops);

create table identity.password (
  person_id uuid primary key,
  store_id uuid not null,
  hash text not null,
  seeded boolean not null default false,      -- made by the demo; production refuses to start with one
  changed_at timestamptz(3) not null,
  foreign key (store_id, person_id) references identity.person (store_id, id)
);

-- Links to set a password, sent by mail: used once.
create table identity.password_link (
  token_hash bytea primary key,
  store_id uuid not null,
  person_id uuid not null,
  created_at timestamptz(3) not null,
  expires_at timestamptz(3) not null,
  used_at timestamptz(3),
  foreign key (store_id, person_id) references identity.person (store_id, id)
);
create index password_link_person on identity.password_link (store_id, person_id) where used_at is null;
create index password_link_purge on identity.password_link (expires_at);

create table identity.session (
  id uuid primary key,
  store_id uuid not null references settings.store (id),
  token_hash bytea not null unique,
  person_id uuid,
  guest_id uuid not null,
  created_at timestamptz(3) not null,
  seen_at timestamptz(3) not null,
  expires_at timestamptz(3) not null,
  revoked_at timestamptz(3),
  foreign key (store_id, person_id) references identity.person (store_id, id)
);
create index session_person on identity.session (store_id, person_id) where revoked_at is null;
create index session_purge on identity.session (expires_at);

create table identity.role (
  id uuid primary key,
  store_id uuid not null references settings.store (id),
  key text not null,
  name text not null,
  permissions text[] not null,
  version int not null default 1,
  created_at timestamptz(3) not null,
  updated_at timestamptz(3) not null,
  archived_at timestamptz(3),
  unique (store_id, id)
);
create unique index role_key on identity.role (store_id, key) where archived_at is null;

create table identity.person_role (
  store_id uuid not null,
  person_id uuid not null,
  role_id uuid not null,
  granted_at timestamptz(3) not null,
  granted_by text not null,
  primary key (person_id, role_id),
  foreign key (store_id, person_id) references identity.person (store_id, id),
  foreign key (store_id, role_id) references identity.role (store_id, id)
);
create index person_role_role on identity.person_role (store_id, role_id);

-- Log-ins, refusals, changes of rights: for the owner of the account and for staff.
create table identity.security_event (
  id uuid primary key,
  store_id uuid not null references settings.store (id),
  person_id uuid,
  kind text not null,
  address text not null,
  trace_id text not null,
  at timestamptz(3) not null
);
create index security_event_person on identity.security_event (store_id, person_id, at desc);
create index security_event_purge on identity.security_event (at);
