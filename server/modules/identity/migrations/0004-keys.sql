-- API keys, for programs that others write. Of each secret only its hash is kept.
create table identity.api_key (
  id uuid primary key,
  store_id uuid not null,
  name text not null,
  kind text not null check (kind in ('secret', 'publishable')),    -- publishable: may stand in a browser
  prefix text not null,                                             -- the part of its text that is shown
  permissions text[] not null check (kind = 'secret' or permissions = '{}'),
  maker_id uuid not null,                                           -- answers for it: it never may more than they
  plan text not null,
  origins text[] not null,                                          -- whose pages may call with it from a browser
  version int not null default 1,
  created_at timestamptz(3) not null,
  updated_at timestamptz(3) not null,
  expires_at timestamptz(3),
  revoked_at timestamptz(3),
  last_used_at timestamptz(3),                                      -- to the minute
  unique (store_id, id),
  unique (store_id, prefix),
  foreign key (store_id, maker_id) references identity.person (store_id, id)
);
create index api_key_newest on identity.api_key (store_id, created_at desc, id desc);  -- identity.keys.list
create index api_key_maker on identity.api_key (store_id, maker_id);
comment on table identity.api_key is 'Keys by which programs of others call, and what each may do.';

-- Two of a key live side by side while its program changes from the old to the new.
create table identity.api_key_secret (
  secret_hash bytea primary key,
  store_id uuid not null,
  key_id uuid not null,
  created_at timestamptz(3) not null,
  ends_at timestamptz(3),
  foreign key (store_id, key_id) references identity.api_key (store_id, id)
);
create index api_key_secret_key on identity.api_key_secret (store_id, key_id);
create index api_key_secret_purge on identity.api_key_secret (store_id, ends_at) where ends_at is not null;
comment on table identity.api_key_secret is 'What an API key is recognised by; the secret itself is kept nowhere.';
